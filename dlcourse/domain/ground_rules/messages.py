"""What can be said about ground rules: commands, events and queries.

Whoever is in a cohort keeps the rules with the cohort; whoever is in none keeps them alone. Words are stored apart from
the events that point to them.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from dlcourse.domain.packed_answers import packed
from dlcourse.domain.speech import Command, Event, Query
from dlcourse.domain.words import Id, Words

RULES_REGISTER = "ground-rules/"
"""Before a person's id: the stream of their own rules. A cohort's rules have a stream that `register_stream` names."""
AIM = "aim"
"""Stands for the aim where a rule would have its id."""
FIELDS = {AIM: ("aim", "notice"), "rule": ("rule", "change")}
"""The fields of the aim, and those of a rule."""
WORDS = 600
"""The most characters of an answer."""
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(9000, 1, 1)

Stance = Literal["consent", "dissent"]
RuleStatus = Literal["provisional", "adopted", "dropped"]


class RulesCommand(Command):
    """Something that I say about our ground rules."""


class RuleCommand(RulesCommand):
    """Something that I say about one rule."""

    rule: Id


class WriteAim(RulesCommand):
    """Write the aim in one sentence, and how we would notice. ``after`` is the version that I began from.

    ``settles`` is the number of a rival text that this one replaces.
    """

    after: int = Field(ge=0)
    aim: Words = Field(max_length=WORDS)
    notice: Words = Field(default="", max_length=WORDS)
    settles: int = Field(default=0, ge=0)

    def texts(self) -> dict[str, str]:
        """Both answers, packed."""
        return {self.id: packed({"aim": self.aim.strip(), "notice": self.notice.strip()})}


class RuleText(RuleCommand):
    """The words of a rule, and what would make us change it."""

    words: Words = Field(max_length=WORDS)
    change: Words = Field(default="", max_length=WORDS)

    def texts(self) -> dict[str, str]:
        """Both answers, packed."""
        return {self.id: packed({"rule": self.words.strip(), "change": self.change.strip()})}


class ProposeRule(RuleText):
    """Propose a rule."""


class EditRule(RuleText):
    """Write a rule again; ``after`` and ``settles`` are as in `WriteAim`."""

    after: int = Field(ge=1)
    settles: int = Field(default=0, ge=0)


class SetTextAside(RulesCommand):
    """Keep the newest text of the aim or a rule, and decide against the rival of this number."""

    item: str = Field(max_length=64)
    rival: int = Field(ge=1)


class RuleWords(RuleCommand):
    """Something said about a rule."""

    words: Words = Field(default="", max_length=WORDS)

    def texts(self) -> dict[str, str]:
        """What was said."""
        return {self.id: self.words.strip()}


class DiscussRule(RuleWords):
    """Say something about a rule, neither for nor against it."""


class AnswerRule(RuleWords):
    """Consent to this version of a rule, or dissent and say why. The newest answer counts."""

    version: int = Field(ge=1)
    stance: Stance


class AdoptRule(RuleCommand):
    """Adopt this version of a rule until it is reviewed on this day."""

    version: int = Field(ge=1)
    review: date = Field(ge=FIRST_DAY, le=LAST_DAY)


class ReviewRule(RuleWords):
    """Say what was seen since the rule was adopted, and keep it until the next review."""

    review: date = Field(ge=FIRST_DAY, le=LAST_DAY)


class DropRule(RuleWords):
    """Drop a rule, and say why. It stays in the record."""


class AimWritten(Event):
    """A version of the aim was saved; its answers are stored under ``words``."""

    words: str
    after: int
    settles: int = 0


class RuleProposed(Event):
    """A rule was proposed; its answers are stored under ``words``."""

    rule: str
    words: str


class RuleEdited(Event):
    """A version of a rule was saved; its answers are stored under ``words``."""

    rule: str
    words: str
    after: int
    settles: int = 0


class TextSetAside(Event):
    """Somebody decided against a rival text of the aim or of a rule."""

    item: str
    rival: int


class RuleDiscussed(Event):
    """Something was said about a rule; it is stored under ``words``."""

    rule: str
    words: str


class RuleAnswered(Event):
    """Somebody consented to a version of a rule, or dissented; the reason is stored under ``words``."""

    rule: str
    version: int
    stance: Stance
    words: str


class RuleAdopted(Event):
    """A version of a rule was adopted until its review."""

    rule: str
    version: int
    review: date


class RuleReviewed(Event):
    """A rule was kept until its next review; what was seen is stored under ``words``."""

    rule: str
    review: date
    words: str


class RuleDropped(Event):
    """A rule was dropped; the reason is stored under ``words``."""

    rule: str
    words: str


class GroundRules(Query):
    """The ground rules of my cohort, or my own if I am in none; now, or after the first ``step`` events."""

    step: int = Field(default=0, ge=0, le=10**9)


class TakeRules(Query):
    """The ground rules as a Word document."""
