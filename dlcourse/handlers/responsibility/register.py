"""Handlers of shared responsibility: one stream for each cohort, and one for each person who is in none."""

from collections.abc import Iterable, Iterator, Sequence

from dlcourse.charts.network.stretch import stretch_chart
from dlcourse.domain.chart import Chart
from dlcourse.domain.network.stretch import Act
from dlcourse.domain.registers.streams import register_stream
from dlcourse.domain.responsibility.changes import decide
from dlcourse.domain.responsibility.messages import (
    RESPONSIBILITY,
    EndShare,
    Responsibility,
    SayWhatChanged,
    SetShareAside,
    ShareOut,
    TakeResponsibility,
    TryStrain,
)
from dlcourse.domain.responsibility.people import ShareText
from dlcourse.domain.responsibility.record import map_record
from dlcourse.domain.responsibility.views import MapKnown, ResponsibilityView, responsibility_view
from dlcourse.domain.speech import Recorded
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.handlers.context import Heavy, ReadContext, Slow, WriteContext
from dlcourse.handlers.registers.document_files import word_file
from dlcourse.handlers.registers.people import names_here, people_here, today
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
from dlcourse.handlers.trace_sources import trace_of
from dlcourse.pages.responsibility.words import AS_SHARED, TODAY

KIND = "responsibility"
Said = ShareOut | SetShareAside | EndShare | TryStrain | SayWhatChanged


@carry_out.register
def record_responsibility(command: Said, context: WriteContext) -> Recorded:
    stream = register_stream(RESPONSIBILITY, context.viewer)
    past = happenings(context.transaction, stream)
    event = decide(command, map_record(past))
    return record(command, event, len(past), stream, context)


@look_up.register
def show_responsibility(query: Responsibility, context: ReadContext) -> Heavy:
    view = map_of(context, query.step)
    return Heavy(lambda: view.model_copy(update={"charts": _charts([card.share for card in view.shares])}))


@look_up.register
def show_take_responsibility(query: TakeResponsibility, context: ReadContext) -> Slow:  # noqa: ARG001 (without parts)
    from dlcourse.pages.responsibility.document import map_document  # only needed for the file

    view = map_of(context)
    return word_file("responsibility.docx", lambda: map_document(view))


@register_checks(KIND)
def check_map(context: ReadContext, stream: str) -> None:
    record = map_record(happenings(context.transaction, stream))
    responsibility_view(record, MapKnown(context.transaction.texts(record.words), {}, ""), stream)


@exercise_done(KIND)
def has_shared_out(_: str, context: ReadContext) -> bool:
    """Whether something is shared out and was put to the test in a map in which this person did something."""
    found = map(map_record, registers_of(RESPONSIBILITY, context))
    return any(context.person in each.people and each.shares and each.strains for each in found)


register_exercise(KIND, RESPONSIBILITY)
register_of_cohort(KIND, RESPONSIBILITY)


def map_of(context: ReadContext, step: int = 0) -> ResponsibilityView:
    """The map of the viewer's cohort, or their own, without its charts; as it is, or after so many events."""
    stream = register_stream(RESPONSIBILITY, context.viewer)
    past = happenings(context.transaction, stream)
    step = min(step, len(past))
    whole = map_record(past)
    names = names_here(context, whole.people | people_here(context))
    known = MapKnown(context.transaction.texts(whole.words), names, today().isoformat(), trace_of(context))
    view = responsibility_view(map_record(past[:step]) if step else whole, known, stream, step, past)
    return view.model_copy(update={"only_read": only_reads(context.viewer)})


def _charts(shares: Sequence[ShareText]) -> tuple[Chart, ...]:
    """How leading stretches over people, today and as it is shared out; each is left out if nobody is named."""
    today_people = [(share.what, share.today) for share in shares]
    as_shared = [(share.what, share.people) for share in shares]
    drawn = {TODAY: stretch_chart(_acts(today_people)), AS_SHARED: stretch_chart(_acts(as_shared))}
    return tuple(chart.model_copy(update={"title": title}) for title, chart in drawn.items() if chart)


def _acts(shares: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Act]:
    """Each person's part in each piece of leading, counted once."""
    return (Act(person=name[:MOST_LETTERS], function=what, count=1) for what, names in shares for name in names)
