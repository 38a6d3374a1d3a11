"""Trials as a state machine: a prediction is locked before any result, and a breach of the limit stops for good.

At most one trial of a person is running, and no other begins until the last one that ended has taught something. The
state knows numbers and stages, and none of the words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Literal

from dlcourse.domain.speech import Event
from dlcourse.domain.trial.messages import (
    AskWatcher,
    DiscardTrial,
    EndTrial,
    PlanTrial,
    ReadingRecorded,
    RecordReading,
    StartTrial,
    StopTrial,
    TrialCommand,
    TrialDecision,
    TrialDiscarded,
    TrialDrafted,
    TrialEnded,
    TrialStarted,
    TrialStopped,
    WatcherAsked,
)
from dlcourse.errors import CourseError

TrialStage = Literal["planned", "running", "stopped", "ended", "discarded"]


@dataclass(frozen=True)
class Trial:
    """The state of a trial. ``plan`` is the newest one, and ``length`` counts the events.

    ``breach`` is the reading that stopped it, ``stopped`` the use of the stop rule; at most one of them is there.
    """

    plan: TrialDrafted
    stage: TrialStage = "planned"
    watcher: WatcherAsked | None = None
    readings: tuple[ReadingRecorded, ...] = ()
    breach: ReadingRecorded | None = None
    stopped: TrialStopped | None = None
    decision: TrialDecision | None = None
    taught: str = ""
    length: int = 1

    @property
    def owner(self) -> str:
        """Whose trial it is."""
        return self.plan.owner

    @property
    def words(self) -> tuple[str, ...]:
        """The ids of all texts that it points to."""
        why = (self.stopped.words,) if self.stopped else ()
        return tuple(filter(None, (self.plan.words, *(each.words for each in self.readings), *why, self.taught)))

    def is_watched_by(self, person: str) -> bool:
        """Whether this person was asked to watch it."""
        return self.watcher is not None and self.watcher.person == person


def is_breach(value: int, plan: TrialDrafted) -> bool:
    """Whether a value is worse than the limit of the plan; the limit itself is not."""
    return value > plan.limit if plan.worse == "above" else value < plan.limit


def no_such_trial() -> CourseError:
    """The error for a trial that is not the viewer's or does not exist; it is the same for both."""
    return CourseError("trial", "there is no such trial of yours", "Reload the page.")


def trial_of(events: Iterable[Event]) -> Trial:
    """The state after these events. Raises a `CourseError` if no order of commands leads to them."""
    happened = iter(events)
    first = next(happened, None)
    if not isinstance(first, TrialDrafted):
        raise no_such_trial()
    found = Trial(first)
    for event in happened:
        found = after(event, found)
    return found


def after(event: Event, trial: Trial) -> Trial:
    """The state after one more event. Raises a `CourseError` if it cannot come next."""
    if not _may_follow(event, trial):
        raise CourseError("trial", "its steps do not fit together", "Ask whoever runs the course.")
    trial = replace(trial, length=trial.length + 1)
    match event:
        case TrialDrafted():
            return replace(trial, plan=event)
        case WatcherAsked():
            return replace(trial, watcher=event)
        case TrialStarted():
            return replace(trial, stage="running")
        case ReadingRecorded(value=value):
            read = replace(trial, readings=(*trial.readings, event))
            return replace(read, stage="stopped", breach=event) if is_breach(value, trial.plan) else read
        case TrialStopped():
            return replace(trial, stage="stopped", stopped=event)
        case TrialEnded(decision=decision, words=words):
            return replace(trial, stage="ended", decision=decision, taught=words)
        case TrialDiscarded():
            return replace(trial, stage="discarded")
        case _:
            return trial


def _may_follow(event: Event, trial: Trial) -> bool:
    match event:
        case TrialDrafted(owner=owner):
            return trial.stage == "planned" and owner == trial.owner
        case TrialStarted() | TrialDiscarded():
            return trial.stage == "planned"
        case WatcherAsked():
            return trial.stage in {"planned", "running"}
        case ReadingRecorded(on=on):
            return trial.stage == "running" and on <= trial.plan.on
        case TrialStopped():
            return trial.stage == "running"
        case TrialEnded(decision=decision):
            return trial.stage in {"running", "stopped"} and not (trial.breach and decision == "keep")
        case _:
            return False


@singledispatch
def move(command: TrialCommand, trial: Trial, person: str) -> Event:  # noqa: ARG001 (the kinds of move use them)
    """The event that records a command of this person. Raises a `CourseError` if that is not possible now."""
    raise CourseError("trial", "nobody here can do that", "Reload the page.")


def plan(command: PlanTrial, person: str) -> TrialDrafted:
    """The event of a plan. Raises a `CourseError` if what is expected would already be worse than the limit."""
    planned = TrialDrafted(
        owner=person,
        expected=command.expected,
        limit=command.limit,
        worse=command.worse,
        on=command.on,
        words=command.id,
    )
    if is_breach(command.expected, planned):
        what = "what you expect is worse than your own limit"
        raise CourseError("your trial", what, "Change the limit, or on which side of it harm is.")
    return planned


@move.register
def _plan_anew(command: PlanTrial, trial: Trial, person: str) -> Event:
    _owns(person, trial)
    if trial.stage != "planned":
        what = "it has begun, and its plan is locked"
        raise CourseError("your trial", what, "Go on with it as it is, or end it and plan another one.")
    if command.after != trial.length:
        what = "it was changed in the meantime, in another tab or on another device"
        raise CourseError(
            "your trial", what, "Your words are kept as a draft. Look at the newest plan, then save again."
        )
    return plan(command, person)


@move.register
def _ask(command: AskWatcher, trial: Trial, person: str) -> Event:
    _owns(person, trial)
    _is(trial, "planned", "running")
    former = trial.watcher.person if trial.watcher else ""
    return WatcherAsked(person=command.person, cohort="", former=former)


@move.register
def _start(command: StartTrial, trial: Trial, person: str) -> Event:  # noqa: ARG001 (it says all by its kind)
    _owns(person, trial)
    _is(trial, "planned")
    return TrialStarted()


@move.register
def _read(command: RecordReading, trial: Trial, person: str) -> Event:
    _owns(person, trial)
    _is(trial, "running")
    if command.on > trial.plan.on:
        what = "this day is after the one on which you decide"
        raise CourseError("reading", what, "End the trial. If you want to go on, plan another one.")
    return ReadingRecorded(value=command.value, on=command.on, words=command.id)


@move.register
def _stop(command: StopTrial, trial: Trial, person: str) -> Event:
    if not trial.is_watched_by(person):
        _owns(person, trial)
    _is(trial, "running")
    return TrialStopped(by=person, words=command.id)


@move.register
def _end(command: EndTrial, trial: Trial, person: str) -> Event:
    _owns(person, trial)
    _is(trial, "running", "stopped")
    if trial.stage == "stopped" and command.decision == "keep":
        how = "it went past its limit" if trial.breach else "it was stopped by its stop rule"
        what = f"{how}, so it cannot be kept as it is"
        raise CourseError("your trial", what, "Choose to change it or to leave it.")
    return TrialEnded(decision=command.decision, words=command.id)


@move.register
def _discard(command: DiscardTrial, trial: Trial, person: str) -> Event:  # noqa: ARG001
    _owns(person, trial)
    _is(trial, "planned")
    return TrialDiscarded()


def refuse_second(trials: Mapping[str, Trial]) -> None:
    """Raise a `CourseError` if none of a person's trials may begin, because of what these others are."""
    stages = {each.stage for each in trials.values()}
    if "running" in stages:
        what = "another one is still running"
        raise CourseError("your trial", what, "Try one thing at a time. End the other one first.")
    if "stopped" in stages:
        what = "you have not said yet what the last one taught"
        raise CourseError("your trial", what, "Say first what it taught, then begin.")


def _owns(person: str, trial: Trial) -> None:
    if trial.owner != person:
        raise no_such_trial()


def _is(trial: Trial, *stages: TrialStage) -> None:
    if trial.stage not in stages:
        raise CourseError("your trial", "that is not possible as it stands now", "Reload the page, then look again.")
