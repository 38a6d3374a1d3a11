"""What one person sees of their expectations: each as a card, and how asking and giving are balanced between roles."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dlcourse.domain.packed_answers import unpacked
from dlcourse.domain.reciprocity.expectation import OPEN, Expectation, Stage
from dlcourse.domain.reciprocity.messages import CapacityKind, ExpectationAnswer, ExpectationOutcome, Side
from dlcourse.domain.registers.streams import RegisterView
from dlcourse.domain.speech import Value

Texts = Mapping[str, str]
ORDER: tuple[Stage, ...] = ("sent-back", "offered", "asked", "in-force", "closed", "declined", "withdrawn")
"""The order in which expectations are listed: what somebody has to do something about comes first."""


class PartnerCard(Value):
    """Somebody of the cohort of whom one could ask something."""

    person: str
    name: str


class ReplyCard(Value):
    """An answer of the other side, and its words."""

    answer: ExpectationAnswer
    words: str


class ExpectationCard(Value):
    """An expectation as one of its sides sees it.

    ``side`` is the viewer's own, ``acts`` are the sides for which they write. ``asker`` and ``other`` are roles, and
    ``asker_name`` and ``other_name`` the names in the cohort, empty where one person writes both sides. ``at`` is when
    it last changed (ISO 8601), ``length`` how many events there are. ``partner_left`` if nobody is on the other side
    any more, and ``left`` if it was ended because of that.
    """

    expectation: str
    stage: Stage
    side: Side
    acts: tuple[Side, ...]
    alone: bool
    asker: str
    other: str
    asker_name: str = ""
    other_name: str = ""
    what: str
    given: tuple[CapacityKind, ...]
    capacity: dict[CapacityKind, str]
    on: date | None
    answers: tuple[ReplyCard, ...]
    helped: str
    missing: str
    told: bool
    learned: str
    outcome: ExpectationOutcome | None
    length: int
    at: str
    partner_left: bool = False
    left: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing more can happen to it."""
        return self.stage in {"closed", "declined", "withdrawn"}

    @property
    def without_capacity(self) -> bool:
        """Whether something is asked and nothing is given for it."""
        return self.stage in OPEN and not self.given


class PairBalance(Value):
    """Two roles: how often each asks the other, and for how much of it something is given.

    Each pair of numbers is for what ``one`` asks of ``other``, and for the other way around. What was taken back does
    not count. ``learned`` counts what was closed.
    """

    one: str
    other: str
    asked: tuple[int, int]
    backed: tuple[int, int]
    in_force: tuple[int, int]
    learned: tuple[int, int]


class LedgerView(RegisterView):
    """My expectations, their balance by pair of roles, and of whom I could ask something.

    Expectations are listed by `ORDER`, and then the newest first. ``unreadable`` counts those that are damaged.
    """

    cards: tuple[ExpectationCard, ...]
    balance: tuple[PairBalance, ...]
    people: tuple[PartnerCard, ...]
    unreadable: int = 0


def expectation_card(  # noqa: PLR0913, PLR0917 (what a card is made of)
    expectation: str, state: Expectation, person: str, texts: Texts, names: Mapping[str, str], at: str
) -> ExpectationCard:
    """The card of an expectation for one of its sides; ``names`` are by person."""
    asked, offer = unpacked(texts.get(state.asked.words)), unpacked(texts.get(state.offer))
    told, acts = unpacked(texts.get(state.told)), state.acts_for(person)
    seats = {} if state.alone else state.asked.seats
    return ExpectationCard(
        expectation=expectation,
        stage=state.stage,
        side=state.side_of(person) or "asker",
        acts=tuple(side for side in ("asker", "other") if side in acts),
        alone=state.alone,
        asker=asked.get("asker", "").strip(),
        other=asked.get("other", "").strip(),
        asker_name=names.get(seats.get("asker", ""), ""),
        other_name=names.get(seats.get("other", ""), ""),
        what=(offer.get("what") or asked.get("what", "")).strip(),
        given=state.given,
        capacity={kind: offer.get(kind, "").strip() for kind in state.given},
        on=state.on,
        answers=tuple(
            ReplyCard(answer=each.answer, words=unpacked(texts.get(each.words)).get("words", "").strip())
            for each in state.answers
        ),
        helped=told.get("helped", "").strip(),
        missing=told.get("missing", "").strip(),
        told=bool(state.told),
        learned=unpacked(texts.get(state.learned)).get("learned", "").strip(),
        outcome=state.outcome,
        left=state.left,
        length=state.length,
        at=at,
    )


def balance_of(cards: Iterable[ExpectationCard]) -> tuple[PairBalance, ...]:
    """How asking and giving are balanced, for each pair of roles; roles that differ only in case or spaces are one."""
    names: dict[str, str] = {}
    pairs: dict[tuple[str, str], list[tuple[int, ExpectationCard]]] = {}
    for card in cards:
        if card.stage == "withdrawn" or not (card.asker and card.other):
            continue
        asker, other = (_same(role) for role in (card.asker, card.other))
        names.setdefault(asker, card.asker)
        names.setdefault(other, card.other)
        one, two = sorted((asker, other))
        pairs.setdefault((one, two), []).append((int(asker != one), card))
    return tuple(_balance(names[one], names[two], found) for (one, two), found in sorted(pairs.items()))


def _balance(one: str, other: str, found: Sequence[tuple[int, ExpectationCard]]) -> PairBalance:
    ways = [[card for way, card in found if way == each] for each in (0, 1)]
    there, back = (
        (
            len(cards),
            sum(bool(card.given) for card in cards),
            sum(card.stage == "in-force" for card in cards),
            sum(card.stage == "closed" for card in cards),
        )
        for cards in ways
    )
    asked, backed, in_force, learned = zip(there, back, strict=True)
    return PairBalance(one=one, other=other, asked=asked, backed=backed, in_force=in_force, learned=learned)


def _same(role: str) -> str:
    return " ".join(role.split()).casefold()
