"""Handlers of ground rules: one stream for each cohort, and one for each person who is in none."""

from dlcourse.domain.ground_rules.changes import ENOUGH, Setting, check_adoptions, decide
from dlcourse.domain.ground_rules.messages import (
    FIRST_DAY,
    LAST_DAY,
    RULES_REGISTER,
    AdoptRule,
    AnswerRule,
    DiscussRule,
    DropRule,
    EditRule,
    GroundRules,
    ProposeRule,
    ReviewRule,
    SetTextAside,
    TakeRules,
    WriteAim,
)
from dlcourse.domain.ground_rules.record import rules_record
from dlcourse.domain.ground_rules.views import GroundRulesView, Known, ground_rules_view
from dlcourse.domain.registers.streams import TOGETHER, register_stream
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, Slow, WriteContext
from dlcourse.handlers.registers.document_files import word_file
from dlcourse.handlers.registers.people import names_here, people_here, people_of, today
from dlcourse.handlers.registers.together import (
    happenings,
    only_reads,
    record,
    register_checks,
    register_exercise,
    register_of_cohort,
    registers_of,
)
from dlcourse.handlers.registry import carry_out, exercise_done, look_up

KIND = "ground-rules"
Said = WriteAim | ProposeRule | EditRule | SetTextAside | DiscussRule | AnswerRule | AdoptRule | ReviewRule | DropRule


@carry_out.register
def record_rules(command: Said, context: WriteContext) -> Recorded:
    stream = register_stream(RULES_REGISTER, context.viewer)
    past = happenings(context.transaction, stream)
    event = decide(command, rules_record(past), Setting(today(), people_here(context)))
    return record(command, event, len(past), stream, context)


@look_up.register
def show_ground_rules(query: GroundRules, context: ReadContext) -> GroundRulesView:
    return rules_of(context, query.step)


@look_up.register
def show_take_rules(query: TakeRules, context: ReadContext) -> Slow:  # noqa: ARG001 (a query without parts)
    from dlcourse.pages.ground_rules.document import rules_document  # only needed for the file

    view = rules_of(context)
    return word_file("ground-rules.docx", lambda: rules_document(view))


@register_checks(KIND)
def check_rules(context: ReadContext, stream: str) -> None:
    past = happenings(context.transaction, stream)
    found = rules_record(past)
    cohort = stream.removeprefix(f"{TOGETHER}{RULES_REGISTER}")
    if cohort != stream and len(people_of(cohort, context)) >= ENOUGH and not found.damaged:
        check_adoptions(past)
    known = Known(context.transaction.texts(found.words), {}, context.person, Setting(today()))
    view = ground_rules_view(found, known, stream)
    if any(rule.review and not FIRST_DAY <= rule.review <= LAST_DAY for rule in view.rules):
        raise CourseError("ground rules", "a day of review is in no calendar", "Take the file as it was written.")


@exercise_done(KIND)
def has_adopted(_: str, context: ReadContext) -> bool:
    """Whether a rule is adopted in a register of theirs, and this person did something there."""
    found = map(rules_record, registers_of(RULES_REGISTER, context))
    theirs = (each for each in found if context.person in each.people)
    return any(rule.status == "adopted" for each in theirs for rule in each.rules.values())


register_exercise(KIND, RULES_REGISTER)
register_of_cohort(KIND, RULES_REGISTER)


def rules_of(context: ReadContext, step: int = 0) -> GroundRulesView:
    """The register of the viewer's cohort, or their own; as it is, or after so many events."""
    stream = register_stream(RULES_REGISTER, context.viewer)
    past = happenings(context.transaction, stream)
    step = min(step, len(past))
    whole = rules_record(past)
    texts = context.transaction.texts(whole.words)
    here = people_here(context)
    names = names_here(context, whole.people | here)
    known = Known(texts, names, context.person, Setting(today(), here))
    view = ground_rules_view(rules_record(past[:step]) if step else whole, known, stream, step, past)
    return view.model_copy(update={"only_read": only_reads(context.viewer)})
