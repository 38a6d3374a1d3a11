"""What can be looked at in a live session: by the people in it, and by those who lead the cohort."""

from typing import Annotated

from pydantic import Field

from dlcourse.domain.live.messages import MOST_GROUPS
from dlcourse.domain.speech import Query

Named = Annotated[str, Field(max_length=64)]
"""A cohort's id, as an address gives it; anything that is no such id is refused like a cohort that does not exist."""


class LiveSessions(Query):
    """The live sessions of my cohort that are open, the newest first."""


class LiveSeat(Query):
    """A live session as I may see it: my seat and my group, or what an observer sees."""

    session: str


class LiveDebrief(Query):
    """What my group knew, said and decided, once it is in its debrief."""

    session: str


class LiveRoom(Query):
    """The figures of all groups of a session, once they are revealed."""

    session: str


class LedSessions(Query):
    """The live sessions of a cohort, for those who lead it: the newest first, closed ones too."""

    cohort: Named


class LiveConsole(Query):
    """A live session as those who lead the cohort see it."""

    cohort: Named
    session: str


class LiveGroupDebrief(Query):
    """The debrief of one group, for those who lead the cohort, once the group is in its debrief."""

    cohort: Named
    session: str
    group: int = Field(ge=1, le=MOST_GROUPS)


class LiveRoomFigures(Query):
    """The figures of all groups of a session, for those who lead the cohort, at any time."""

    cohort: Named
    session: str
