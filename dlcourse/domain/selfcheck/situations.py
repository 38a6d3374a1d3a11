"""The situations of the sorting exercise as their author wrote them: the best answer, and what it rests on."""

from typing import Literal

from dlcourse.domain.speech import Value

Kind = Literal["delegation", "distribution", "neither"]


class Key(Value):
    """What the three questions find in a situation: whose knowledge shapes it, who may change it, and who answers."""

    knowledge: str
    authority: str
    answerable: str


class KeySource(Value):
    """A sentence of the source on which a key rests, and where it is."""

    id: str
    quote: str
    where: str


class Situation(Value):
    """A short situation, the answer that fits best, and the feedback for each answer.

    ``key`` has the answers to the three questions, ``source`` is the id of a `KeySource`. A ``close`` call names the
    other answer that can be defended (``also``) and what it depends on (``why_close``).
    """

    id: str
    text: str
    answer: Kind
    close: bool
    key: Key
    reason: str
    source: str
    principles: tuple[str, ...]
    also: Kind | None = None
    why_close: str = ""
    if_delegation: str = ""
    if_distribution: str = ""
    if_neither: str = ""

    def accepts(self, answer: Kind) -> bool:
        """Whether the answer is the one that fits best, or can be defended."""
        return answer in {self.answer, self.also}

    def told(self, answer: Kind) -> str:
        """The feedback for this answer if another fits better; empty for the best one."""
        told = {"delegation": self.if_delegation, "distribution": self.if_distribution, "neither": self.if_neither}
        return told[answer]


class KindOf(Value):
    """One of the three kinds, with its name and a sentence about it."""

    id: Kind
    name: str
    short: str


class SortingExercise(Value):
    """The whole exercise as its author wrote it; ``questions`` asks what each `Key` answers.

    ``situations`` are those that everyone sorts, in this order; ``more`` are for those who want more.
    """

    id: str
    title: str
    kinds: tuple[KindOf, ...]
    questions: Key
    sources: tuple[KeySource, ...]
    situations: tuple[Situation, ...]
    more: tuple[Situation, ...] = ()

    @property
    def every(self) -> tuple[Situation, ...]:
        """All situations, in their order."""
        return self.situations + self.more

    def source(self, situation: Situation) -> KeySource:
        """The sentence on which the key of a situation rests; KeyError if the file has no such source."""
        return {source.id: source for source in self.sources}[situation.source]
