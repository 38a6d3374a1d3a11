"""Work that grows over the sessions, such as the improvement plan: how much of it is there."""

from dlcourse.domain.speech import Value


class GrowingWork(Value):
    """Work that grows over the sessions: its address and title, and how many of its parts are there.

    The title may be in the person's own words.
    """

    to: str
    title: str
    done: int
    of: int
