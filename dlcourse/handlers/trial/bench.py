"""Handlers of controlled trials: one stream for each trial, in which its owner and who watches it take part."""

from collections.abc import Iterator

from dlcourse.charts.trial.readings import readings
from dlcourse.domain.speech import MINE, Event, Recorded
from dlcourse.domain.trial.bench import Trial, move, no_such_trial, plan, refuse_second, trial_of
from dlcourse.domain.trial.bench_view import ORDER, BenchView, TrialCard, WatcherOption, trial_card
from dlcourse.domain.trial.messages import (
    TRIALS,
    Bench,
    EndTrial,
    PlanTrial,
    TakeTrials,
    TrialCommand,
    TrialMove,
    TrialStarted,
    WatcherAsked,
)
from dlcourse.domain.viewer import COHORT, Viewer
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, Slow, WriteContext
from dlcourse.handlers.log_notes import LogNote, into_log
from dlcourse.handlers.problem_source import problem_of
from dlcourse.handlers.registers.document_files import word_file
from dlcourse.handlers.registry import carry_out, exercise_begun, exercise_done, exercise_last, look_up, stream_check
from dlcourse.handlers.relations import TAKE_PART, is_in, names_in, others_here
from dlcourse.pages.trial import words
from dlcourse.pages.trial.document import trials_document
from dlcourse.store import ReadTransaction

SESSION = "07-a-better-way"
"""The session to which what a trial taught belongs in the log."""
PRINCIPLES = ("P3", "P4")


@carry_out.register
def plan_trial(command: PlanTrial, context: WriteContext) -> Recorded:
    if not context.transaction.length(TRIALS + command.trial):
        return _append(command, plan(command, context.person), 0, context)
    return _moved(command, context)


@carry_out.register
def move_trial(command: TrialMove, context: WriteContext) -> Recorded:
    return _moved(command, context)


def _moved(command: TrialCommand, context: WriteContext) -> Recorded:
    state = _state(context.transaction, command.trial)
    if state.owner != context.person and not _sees(state, context):
        raise no_such_trial()
    event = move(command, state, context.person)
    match event:
        case TrialStarted():
            refuse_second(dict(_trials(context.transaction, context.person)))
        case WatcherAsked(person=person):
            event = event.model_copy(update={"cohort": _cohort_of(person, context)})
    recorded = _append(command, event, state.length, context)
    if isinstance(command, EndTrial):
        into_log(_lesson(command, state, context), context)
    return recorded


@look_up.register
def show_bench(query: Bench, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    view = bench_of(context)
    return Heavy(lambda: with_charts(view))


@look_up.register
def show_take_trials(query: TakeTrials, context: ReadContext) -> Slow:  # noqa: ARG001 (a query without parts)
    view = bench_of(context)
    return word_file("trials.docx", lambda: trials_document(view))


@stream_check("trial")
def check_trial(context: ReadContext, stream: str) -> None:
    _card(stream.removeprefix(TRIALS), "", context)


@exercise_done("trial")
def has_plan(_: str, context: ReadContext) -> bool:
    """Whether the person has planned a trial that was not put away; a trial takes weeks, and the session does not."""
    return any(card.mine and card.stage != "discarded" for card in bench_of(context).cards)


@exercise_begun("trial")
def has_begun(of: str, context: ReadContext) -> bool:
    return has_plan(of, context)


@exercise_last("trial")
def last_on_bench(_: str, context: ReadContext) -> str:
    return max((card.at for card in bench_of(context).cards if card.mine), default="")


def bench_of(context: ReadContext) -> BenchView:
    """The viewer's trials and those that they watch in this cohort, without charts."""
    found, unreadable = list[TrialCard](), 0
    for name, at in _mine(context.transaction, context.person):
        try:
            found += _card(name, at, context)
        except CourseError:
            unreadable += 1
    return BenchView(
        topic=MINE,
        more_topics=tuple(TRIALS + card.trial for card in found if card.watcher or not card.mine),
        problem=problem_of(context),
        cards=tuple(sorted(found, key=lambda card: ORDER.index(card.stage))),
        people=tuple(WatcherOption(person=person, name=name) for person, name in others_here(context)),
        unreadable=unreadable,
    )


def with_charts(view: BenchView) -> BenchView:
    """The same with a chart for each trial in which something was measured."""
    cards = tuple(card.model_copy(update={"chart": readings(card)}) for card in view.cards)
    return view.model_copy(update={"cards": cards})


def _mine(transaction: ReadTransaction, person: str) -> Iterator[tuple[str, str]]:
    """The ids of the trials in which the person takes part, the newest first, each with the time of its last event."""
    streams = transaction.streams_and_events(TRIALS, person)
    for kept in sorted(streams, key=lambda each: (each.began, each.stream), reverse=True):
        yield kept.stream.removeprefix(TRIALS), kept.changed


def _trials(transaction: ReadTransaction, person: str) -> Iterator[tuple[str, Trial]]:
    """The person's own trials that can be read."""
    for name, _ in _mine(transaction, person):
        try:
            state = _state(transaction, name)
        except CourseError:
            continue
        if state.owner == person:
            yield name, state


def _card(name: str, at: str, context: ReadContext) -> list[TrialCard]:
    """The card of a trial; none if the viewer neither owns it nor watches it in this cohort.

    Nothing is seen of what somebody wrote who is not in the cohort any more.
    """
    state = _state(context.transaction, name)
    if state.owner != context.person and not _sees(state, context):
        return []
    stopped = state.stopped
    gone = {stopped.words} if stopped and not _is_here(stopped.by, state, context) else set[str]()
    texts = context.transaction.texts([text for text in state.words if text not in gone])
    card = trial_card(name, state, context.person, texts, _names(state, context), at)
    return [card.model_copy(update={"watcher_left": _watcher_left(state, context)})]


def _sees(state: Trial, context: ReadContext | WriteContext) -> bool:
    """Whether the viewer watches the trial in this cohort, and its owner is still there."""
    return _watches(state, context.viewer) and _is_here(state.owner, state, context)


def _watcher_left(state: Trial, context: ReadContext) -> bool:
    """Whether somebody was asked to watch the trial who cannot do anything in the cohort any more."""
    watcher = state.watcher
    if watcher is None or watcher.person == context.person:
        return False
    return context.transaction.role(COHORT + watcher.cohort, watcher.person) not in TAKE_PART


def _is_here(person: str, state: Trial, context: ReadContext | WriteContext) -> bool:
    """Whether this is the viewer, or somebody who is in the cohort of the trial at this moment."""
    cohort = state.watcher.cohort if state.watcher else ""
    return is_in(cohort, person, context)


def _watches(state: Trial, viewer: Viewer) -> bool:
    """Whether the viewer was asked to watch the trial, in this cohort."""
    return state.is_watched_by(viewer.person) and state.watcher is not None and state.watcher.cohort == viewer.cohort


def _names(state: Trial, context: ReadContext) -> dict[str, str]:
    watcher = state.watcher
    return names_in(watcher.cohort, (state.owner, watcher.person), context) if watcher else {}


def _state(transaction: ReadTransaction, name: str) -> Trial:
    return trial_of(kept.event for kept in transaction.events(TRIALS + name))


def _cohort_of(person: str, context: WriteContext) -> str:
    cohort = context.viewer.cohort
    role = context.transaction.role(COHORT + cohort, person) if cohort else None
    if person == context.person or role not in TAKE_PART:
        raise CourseError("person", "this person is not in your cohort", "Reload the page, then choose again.")
    return cohort


def _lesson(command: EndTrial, state: Trial, context: WriteContext) -> LogNote:
    plan_id = state.plan.words
    tried = trial_card(command.trial, state, context.person, context.transaction.texts([plan_id]), {}, "").plan["test"]
    steps = ((words.LOG_TRIED, tried), (words.LOG_TAUGHT, command.taught))
    return LogNote(f"{command.id}-log", SESSION, words.LOG_ASKED, steps, PRINCIPLES)


def _append(command: TrialCommand, event: Event, length: int, context: WriteContext) -> Recorded:
    stream = TRIALS + command.trial
    return context.transaction.append(stream, length, command.id, context.person, [event], command.texts())
