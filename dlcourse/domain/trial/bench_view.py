"""What one person sees of trials: their own, and those that they watch for somebody in their cohort."""

from collections.abc import Mapping
from datetime import date

from dlcourse.domain.chart import Chart
from dlcourse.domain.packed_answers import unpacked
from dlcourse.domain.registers.streams import RegisterView
from dlcourse.domain.speech import Value
from dlcourse.domain.trial.bench import Trial, TrialStage
from dlcourse.domain.trial.messages import PLAN_WORDS, TrialDecision, Worse

Texts = Mapping[str, str]
ORDER: tuple[TrialStage, ...] = ("running", "stopped", "planned", "ended", "discarded")
"""The order in which trials are listed: what needs attention comes first."""


class WatcherOption(Value):
    """Somebody of the cohort who could be asked to watch a trial."""

    person: str
    name: str


class ReadingCard(Value):
    """What was measured on a day; ``breach`` if it was worse than the limit."""

    value: int
    on: date
    words: str
    breach: bool


class TrialCard(Value):
    """A trial. ``plan`` are its answers in words, by name. ``readings`` are in the order in which they were written.

    ``owner`` is the name of whose it is, and empty for the viewer's own. ``watcher`` is the name of who watches it, and
    ``watcher_left`` if they cannot do that any more.
    ``by_rule`` says whether the stop rule ended it, ``why`` with which reason. ``at`` is when it last changed.
    """

    trial: str
    mine: bool
    owner: str
    watcher: str
    stage: TrialStage
    plan: dict[str, str]
    expected: int
    limit: int
    worse: Worse
    on: date
    readings: tuple[ReadingCard, ...]
    by_rule: bool
    why: str
    decision: TrialDecision | None
    taught: str
    length: int
    at: str
    watcher_left: bool = False
    chart: Chart | None = None

    @property
    def breached(self) -> bool:
        """Whether a reading went past the limit."""
        return any(reading.breach for reading in self.readings)


class BenchView(RegisterView):
    """My trials and those that I watch, by `ORDER` and then the newest first, and the problem that mine begin from.

    ``unreadable`` counts trials that are damaged.
    """

    problem: str
    cards: tuple[TrialCard, ...]
    people: tuple[WatcherOption, ...]
    unreadable: int = 0


def trial_card(trial: str, state: Trial, person: str, texts: Texts, names: Mapping[str, str], at: str) -> TrialCard:  # noqa: PLR0913, PLR0917 (what a card is made of)
    """The card of a trial for its owner, or for who watches it; ``names`` are by person."""
    planned = unpacked(texts.get(state.plan.words))
    watcher = state.watcher.person if state.watcher else ""
    return TrialCard(
        trial=trial,
        mine=state.owner == person,
        owner="" if state.owner == person else names.get(state.owner, ""),
        watcher=names.get(watcher, ""),
        stage=state.stage,
        plan={name: planned.get(name, "").strip() for name in PLAN_WORDS},
        expected=state.plan.expected,
        limit=state.plan.limit,
        worse=state.plan.worse,
        on=state.plan.on,
        readings=tuple(
            ReadingCard(value=each.value, on=each.on, words=_words(texts, each.words), breach=each is state.breach)
            for each in state.readings
        ),
        by_rule=state.stopped is not None,
        why=_words(texts, state.stopped.words) if state.stopped else "",
        decision=state.decision,
        taught=unpacked(texts.get(state.taught)).get("taught", "").strip(),
        length=state.length,
        at=at,
    )


def _words(texts: Texts, name: str) -> str:
    return unpacked(texts.get(name)).get("words", "").strip()
