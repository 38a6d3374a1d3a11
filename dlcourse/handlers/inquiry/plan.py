"""Handlers of the inquiry: one stream for each person holds all parts, the dates and what became of the plan."""

import base64

from dlcourse.domain.download import DownloadView
from dlcourse.domain.inquiry.messages import (
    INQUIRY,
    AnswerCheckIn,
    ImprovementPlan,
    ImprovementPlanView,
    InquiryPart,
    InquiryPartView,
    PlanScheduled,
    PlanShared,
    SchedulePlan,
    SharedPlan,
    SharePlan,
    TakePlan,
    WritePart,
)
from dlcourse.domain.inquiry.parts import FIRST
from dlcourse.domain.inquiry.plan_views import part_view, plan_view, without_versions
from dlcourse.domain.inquiry.record import InquiryRecord, decide, record_of
from dlcourse.domain.sharing import may_read
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, Slow, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.part_suggestions import suggested
from dlcourse.handlers.problem_source import problem_source
from dlcourse.handlers.registry import carry_out, exercise_done, exercise_last, look_up, stream_check
from dlcourse.handlers.relations import relations_to
from dlcourse.store import ReadTransaction


@carry_out.register
def record_inquiry(command: WritePart | SchedulePlan | AnswerCheckIn | SharePlan, context: WriteContext) -> Recorded:
    version, record = inquiry_of(context.transaction, context.person)
    event, stream = decide(command, record), INQUIRY + context.person
    if isinstance(event, PlanShared):
        event = event.model_copy(update={"cohort": context.viewer.cohort})
    return context.transaction.append(stream, version, command.id, context.person, [event], command.texts())


@look_up.register
def show_inquiry_part(query: InquiryPart, context: ReadContext) -> InquiryPartView:
    _, record = inquiry_of(context.transaction, context.person)
    view = part_view(query.part, record, context.transaction.texts(record.words))
    return view.model_copy(update={"suggested": suggested(query.part, context)})


@look_up.register
def show_improvement_plan(query: ImprovementPlan, context: ReadContext) -> ImprovementPlanView:  # noqa: ARG001
    return plan_of(context, context.person)


@look_up.register
def show_shared_plan(query: SharedPlan, context: ReadContext) -> ImprovementPlanView:
    view, record = plan_of(context, query.author), inquiry_of(context.transaction, query.author)[1]
    relations = relations_to(context, query.author) if record.shared_in == context.viewer.cohort else frozenset()
    if not view.changed or not may_read(relations, view.visibility):
        raise CourseError("plan", "nobody shares such a plan with you", "Ask its author to share it.")
    return without_versions(view)


@look_up.register
def show_take_plan(query: TakePlan, context: ReadContext) -> Slow:  # noqa: ARG001 (a query without parts)
    from dlcourse.exports.documents import WORD
    from dlcourse.exports.inquiry.plan_file import plan_file  # only needed for the file

    view = plan_of(context, context.person)

    def file() -> DownloadView:
        content = base64.b64encode(plan_file(view)).decode()
        return DownloadView(name="improvement-plan.docx", type=WORD, content=content)

    return Slow(file)


@stream_check("inquiry")
def check_inquiry(context: ReadContext, _: str) -> None:
    view = plan_of(context, context.person)
    for card in view.parts:
        show_inquiry_part(InquiryPart(part=card.part), context)


@exercise_done("problem")
def has_written_part(part: str, context: ReadContext) -> bool:
    return part in inquiry_of(context.transaction, context.person)[1].parts


@exercise_done("improvement-plan")
def has_scheduled_plan(_: str, context: ReadContext) -> bool:
    return inquiry_of(context.transaction, context.person)[1].schedule is not None


@problem_source("inquiry")
def find_problem(context: ReadContext) -> str:
    view = show_inquiry_part(InquiryPart(part=FIRST), context)
    return view.first.answer("problem")


@exercise_last("problem")
def last_written(part: str, context: ReadContext) -> str:
    versions = inquiry_of(context.transaction, context.person)[1].parts.get(part, ())
    return max((at for _, at in versions), default="")


@exercise_last("improvement-plan")
def last_scheduled(_: str, context: ReadContext) -> str:
    kept = context.transaction.readable_events(INQUIRY + context.person)
    return last_time(each for each in kept if isinstance(each.event, PlanScheduled))


def inquiry_of(transaction: ReadTransaction, person: str) -> tuple[int, InquiryRecord]:
    """The number of events in a person's inquiry, and what they add up to."""
    kept = transaction.readable_events(INQUIRY + person)
    return len(kept), record_of((stored.event, stored.at) for stored in kept)


def plan_of(context: ReadContext, person: str) -> ImprovementPlanView:
    """A person's plan as that person sees it."""
    _, record = inquiry_of(context.transaction, person)
    return plan_view(record, context.transaction.texts(record.words), INQUIRY + person)
