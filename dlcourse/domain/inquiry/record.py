"""What the events of an inquiry add up to, and what may be added to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dlcourse.domain.inquiry.messages import (
    LONGEST,
    AnswerCheckIn,
    CheckInAnswered,
    Days,
    InquiryCommand,
    PartWritten,
    PlanScheduled,
    PlanShared,
    SchedulePlan,
    SharePlan,
    WritePart,
)
from dlcourse.domain.inquiry.parts import fields_of
from dlcourse.domain.sharing import Visibility
from dlcourse.domain.speech import Damaged, Event
from dlcourse.errors import CourseError


@dataclass(frozen=True, slots=True)
class InquiryRecord:
    """All versions of each part, the newest schedule, and the answers to each check-in, each with its time."""

    parts: Mapping[str, tuple[tuple[PartWritten, str], ...]] = field(default_factory=dict)
    schedule: PlanScheduled | None = None
    check_ins: Mapping[Days, tuple[tuple[CheckInAnswered, str], ...]] = field(default_factory=dict)
    visibility: Visibility = "private"
    shared_in: str = ""
    """The cohort in which the author said who may read the plan."""
    changed: str = ""
    damaged: int = 0
    """The number of events that cannot be read any more."""

    @property
    def words(self) -> tuple[str, ...]:
        """The ids of all texts that the record points to."""
        written = (event for versions in self.parts.values() for event, _ in versions)
        answered = (event for answers in self.check_ins.values() for event, _ in answers)
        named = (self.schedule,) if self.schedule else ()
        return tuple(event.words for event in (*written, *answered, *named))


def record_of(happened: Iterable[tuple[Event, str]]) -> InquiryRecord:
    """The record after these events; each comes with its time."""
    record = InquiryRecord()
    for event, at in happened:
        record = replace(_after(record, event, at), changed=record.changed if isinstance(event, Damaged) else at)
    return record


def _after(record: InquiryRecord, event: Event, at: str) -> InquiryRecord:
    match event:
        case PartWritten(part=part):
            return replace(record, parts={**record.parts, part: (*record.parts.get(part, ()), (event, at))})
        case PlanScheduled():
            return replace(record, schedule=event)
        case CheckInAnswered(days=days):
            answers = (*record.check_ins.get(days, ()), (event, at))
            return replace(record, check_ins={**record.check_ins, days: answers})
        case PlanShared(visibility=visibility, cohort=cohort):
            return replace(record, visibility=visibility, shared_in=cohort)
        case Damaged():  # it may have made the plan private
            return replace(record, visibility="private", damaged=record.damaged + 1)
        case _:
            return record


def decide(command: InquiryCommand, record: InquiryRecord) -> Event:
    """The event that the command leads to, or a `CourseError`."""
    match command:
        case WritePart():
            return _write_part(command, record)
        case SchedulePlan():
            return PlanScheduled(starts=command.starts, words=command.id)
        case AnswerCheckIn():
            return _answer_check_in(command, record)
        case SharePlan():
            return PlanShared(visibility=command.visibility)
        case _:
            raise CourseError("your plan", "nobody here can do that", "Reload the page.")


def _write_part(command: WritePart, record: InquiryRecord) -> PartWritten:
    if not set(command.answers) <= set(fields_of(command.part)):
        raise CourseError("your problem", "this part does not ask that", "Reload the page.")
    if not any(words.strip() for words in command.answers.values()):
        raise CourseError("your problem", "there are no words in it yet", "Write a sentence, then save it.")
    if max(map(len, command.answers.values())) > LONGEST:
        raise CourseError("your problem", f"an answer is longer than {LONGEST:,} characters", "Make it shorter.")
    if command.after != len(record.parts.get(command.part, ())):
        raise CourseError(
            "your problem",
            "this part was changed in the meantime, in another tab or on another device",
            "Your words are kept as a draft. Look at the newest version, then save again.",
        )
    return PartWritten(part=command.part, words=command.id)


def _answer_check_in(command: AnswerCheckIn, record: InquiryRecord) -> CheckInAnswered:
    if record.schedule is None:
        raise CourseError("check-in", "your plan has no first day yet", "Choose its first day, then check in.")
    return CheckInAnswered(days=command.days, outcome=command.outcome, words=command.id)
