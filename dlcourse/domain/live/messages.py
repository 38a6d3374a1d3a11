"""What can be asked of a live session, and the names of its streams and topics."""

from typing import Literal

from pydantic import Field

from dlcourse.domain.live.settings import Arm, LiveSettings
from dlcourse.domain.roleplay.messages import WORDS_LIMIT, Asking, NewPlay
from dlcourse.domain.speech import Command
from dlcourse.domain.words import Id, Words

LIVE = "live/"
"""Before a session's id: the stream of what happened in the whole room."""
GROUP = "live-group/"
"""Before a session's id, a slash and a group's number: the stream of what happened in this group, and its topic."""
SEAT = "live-seat/"
"""Before a person's id: the topic under which what changes for this person alone is announced."""
SESSIONS = "live-list/"
"""Before a cohort's id: the stream of the list of its sessions, which is also its topic."""
CONSOLE = "live-console/"
"""Before a cohort's id, a slash and a session's id: the topic under which anything in the session is announced."""
MOST_GROUPS = 500
"""The highest number of a group."""


def group_stream(session: str, group: int) -> str:
    """The stream of a group, which is also its topic."""
    return f"{GROUP}{session}/{group}"


def console_topic(cohort: str, session: str) -> str:
    """The topic of everything that happens in a session, for those who lead its cohort."""
    return f"{CONSOLE}{cohort}/{session}"


class LiveCommand(Command):
    """What somebody who leads the cohort asks of one of its live sessions, or what somebody says to enter one."""

    cohort: Id
    session: NewPlay


class OpenLive(LiveCommand):
    """Open a live session; ``session`` is its id, chosen by the sender."""

    scenario: str
    settings: LiveSettings = LiveSettings()


class EnterLive(LiveCommand):
    """Enter a session of my cohort: to get a seat, or to observe."""


class SeatEveryone(LiveCommand):
    """Deal everybody who is here into groups and roles, in place of all places before. Only before the start."""


class PlaceSomebody(LiveCommand):
    """Give somebody another place; without a ``role``, they observe. Whoever has that seat gets theirs in exchange."""

    person: Id
    group: int = Field(ge=1, le=MOST_GROUPS)
    role: str = ""


class ChooseArm(LiveCommand):
    """Let a group play another arm of the exercise. Only before the start."""

    group: int = Field(ge=1, le=MOST_GROUPS)
    arm: Arm


class StartLive(LiveCommand):
    """Start: every group gets its packets and its first phase."""


class BroadcastWords(LiveCommand):
    """Tell everybody in the session something."""

    words: Words = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")

    def texts(self) -> dict[str, str]:
        """What everybody is told."""
        return {self.id: self.words}


class AnswerCall(LiveCommand):
    """Say that somebody's call for help was seen to."""

    person: Id


class RevealRoom(LiveCommand):
    """Show the figures of the whole room to everybody in the session."""


class CloseLive(LiveCommand):
    """End the session for everybody."""


class LeadGroups(LiveCommand):
    """What somebody who leads the cohort asks of one group, or of all groups if ``group`` is 0."""

    group: int = Field(default=0, ge=0, le=MOST_GROUPS)


class MoveOn(LeadGroups):
    """Go on to the next phase; a group that has not decided by then stays undecided.

    ``seen`` gives the steps of the group, or of all groups in their order, as the sender saw them. A group that has
    gone on since then stays where it is: somebody else, or its clock, was faster. Without ``seen``, all groups go on.
    """

    seen: tuple[int, ...] = Field(default=(), max_length=MOST_GROUPS)


class PauseTimer(LeadGroups):
    """Stop the clock."""


class ResumeTimer(LeadGroups):
    """Let the clock run again."""


class ExtendTimer(LeadGroups):
    """Give this many minutes more."""

    minutes: int = Field(ge=1, le=60)


class ShowFacts(LeadGroups):
    """Show me the text of what was said at the table; the group is told that I asked for it."""


class LiveMove(Command):
    """What somebody in a group does there."""

    session: NewPlay
    group: int = Field(ge=1, le=MOST_GROUPS)


class LivePrefer(LiveMove):
    """State privately which option I would choose."""

    option: str


class LiveShare(LiveMove):
    """Share a fact that I know with the group."""

    fact: str


class LiveAsk(LiveMove):
    """Ask the group. ``to`` names the role whose expertise is asked; ``option`` what a closed question is about."""

    how: Asking
    to: str = ""
    option: str = ""


class LiveIdea(LiveMove):
    """Say which option I am leaning toward, with words of my own (may be empty)."""

    option: str
    words: Words = Field(default="", max_length=WORDS_LIMIT)

    def texts(self) -> dict[str, str]:
        """The idea in my own words."""
        return {self.id: self.words} if self.words else {}


class LiveMarkNew(LiveMove):
    """Say that a fact that was shared is new to me."""

    fact: str


class LiveSupport(LiveMove):
    """Support what somebody else said; ``turn`` counts what was said, from 0."""

    turn: int = Field(ge=0)


class LiveGoOn(LiveMove):
    """Go on to the next phase, in a session where groups set their own pace."""

    phase: Literal["preference", "talk", "outcome"]


class LiveDecide(LiveMove):
    """Decide, as the one who decides, with a reason and the roles whose knowledge it rests on."""

    option: str
    reason: Words = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")
    credits: tuple[str, ...] = Field(default=(), max_length=12)

    def texts(self) -> dict[str, str]:
        """The reason in my own words."""
        return {self.id: self.reason}


class LiveChoose(LiveMove):
    """Choose how the story goes on, as the role that this scene names."""

    scene: str
    choice: str


class LiveWouldChoose(LiveMove):
    """Say what I would do in this scene, where another role chooses."""

    scene: str
    choice: str


class LiveCall(LiveMove):
    """Call for help. Only those who lead the session learn of it."""
