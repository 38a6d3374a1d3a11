"""What can be said about shared responsibility: commands, events and queries.

Whoever is in a cohort keeps the map with the cohort; whoever is in none keeps it alone. A share is one piece of
leading: who leads, contributes and learns, and the one who answers for it. All names and words are personal text.
"""

from typing import Literal

from pydantic import Field

from dlcourse.domain.packed_answers import packed
from dlcourse.domain.speech import Command, Event, Query
from dlcourse.domain.words import MOST_LETTERS, Id, Words

RESPONSIBILITY = "responsibility/"
"""Before a person's id: the stream of their own map. A cohort's map has a stream that `register_stream` names."""
ANSWER = 600
"""The most characters of an answer."""
FIELDS = ("what", "today", "leads", "contributes", "learns", "answers", "authority", "stand_in", "paid")
"""The fields of a share, in the order in which they are asked."""

StrainKind = Literal["away", "cut"]
"""Somebody is away for weeks, or paid time is cut."""


class ResponsibilityCommand(Command):
    """Something that I say about our shared responsibility."""


class ShareOut(ResponsibilityCommand):
    """Write a share, whole. ``after`` is the version that I began from, 0 for a new share.

    ``settles`` is the number of a rival text that this one replaces. In ``today``, ``leads`` and ``learns``, each line
    is a person; in ``contributes``, a person and what they know, after a colon. ``paid`` says what depends on money or
    hours that could be cut.
    """

    share: Id
    after: int = Field(ge=0)
    settles: int = Field(default=0, ge=0)
    what: Words = Field(max_length=MOST_LETTERS)
    today: Words = Field(default="", max_length=ANSWER)
    leads: Words = Field(default="", max_length=ANSWER)
    contributes: Words = Field(default="", max_length=ANSWER)
    learns: Words = Field(default="", max_length=ANSWER)
    answers: Words = Field(default="", max_length=MOST_LETTERS)
    authority: Words = Field(default="", max_length=ANSWER)
    stand_in: Words = Field(default="", max_length=MOST_LETTERS)
    paid: Words = Field(default="", max_length=ANSWER)

    def texts(self) -> dict[str, str]:
        """All answers, packed."""
        return {self.id: packed({field: getattr(self, field).strip() for field in FIELDS})}


class SetShareAside(ResponsibilityCommand):
    """Keep the newest text of a share, and decide against the rival of this number."""

    share: Id
    rival: int = Field(ge=1)


class EndShare(ResponsibilityCommand):
    """Take a share off the map, and say why. It stays in the record."""

    share: Id
    words: Words = Field(default="", max_length=ANSWER)

    def texts(self) -> dict[str, str]:
        """The reason."""
        return {self.id: self.words.strip()}


class TryStrain(ResponsibilityCommand):
    """Say what I expect to break if ``who`` is away, or if paid time is cut; then the map is put to the test."""

    kind: StrainKind
    who: Words = Field(default="", max_length=MOST_LETTERS)
    expect: Words = Field(default="", max_length=ANSWER)

    def texts(self) -> dict[str, str]:
        """The name and what is expected, packed."""
        return {self.id: packed({"who": self.who.strip(), "expect": self.expect.strip()})}


class SayWhatChanged(ResponsibilityCommand):
    """Say what a traced decision has changed in practice; the newest words count."""

    traced: str = Field(max_length=200)
    words: Words = Field(default="", max_length=ANSWER)

    def texts(self) -> dict[str, str]:
        """What changed."""
        return {self.id: self.words.strip()}


class ShareWritten(Event):
    """A version of a share was saved; its answers are stored under ``words``."""

    share: str
    words: str
    after: int
    settles: int = 0


class ShareTextSetAside(Event):
    """Somebody decided against a rival text of a share."""

    share: str
    rival: int


class ShareEnded(Event):
    """A share was taken off the map; the reason is stored under ``words``."""

    share: str
    words: str


class StrainTried(Event):
    """The map was put to the test; the name and what was expected are stored under ``words``."""

    kind: StrainKind
    words: str


class ChangeSaid(Event):
    """Somebody said what a traced decision has changed; it is stored under ``words``."""

    traced: str
    words: str


class Responsibility(Query):
    """The map of my cohort, or my own if I am in none; now, or after the first ``step`` events."""

    step: int = Field(default=0, ge=0, le=10**9)


class TakeResponsibility(Query):
    """The map as a Word document."""
