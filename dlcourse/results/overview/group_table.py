"""The table of the groups of a cohort's live sessions. It tells about groups, never about people."""

from collections.abc import Iterator

from dlcourse.domain.live.console_views import ConsoleGroup, LedCard, LedSessionsView, LiveConsoleView
from dlcourse.domain.live.debrief_views import LiveRoomView
from dlcourse.domain.live.queries import LedSessions, LiveConsole, LiveRoomFigures
from dlcourse.domain.speech import Course
from dlcourse.results.overview.cohort_table import CohortTable
from dlcourse.results.tables import Column, Row


def _groups(course: Course, cohort: str) -> Iterator[Row]:
    led = course.see(LedSessions(cohort=cohort))
    assert isinstance(led, LedSessionsView)
    for card in led.sessions:
        console = course.see(LiveConsole(cohort=cohort, session=card.session))
        figures = course.see(LiveRoomFigures(cohort=cohort, session=card.session))
        assert isinstance(console, LiveConsoleView)
        assert isinstance(figures, LiveRoomView)
        if console.status != "open":
            yield from (_group(card, group, figures) for group in console.groups)


def _group(card: LedCard, group: ConsoleGroup, figures: LiveRoomView) -> Row:
    chosen = group.outcome.option if group.outcome else ""
    names = {option.id: option.name for option in figures.options}
    return (
        card.session,
        card.title,
        card.opened,
        group.number,
        group.arm.condition,
        group.phase,
        sum(bool(seat.person) for seat in group.seats),
        names.get(chosen, ""),
        chosen == figures.best if chosen and figures.best else None,
        group.surfaced / group.unique if group.unique else None,
        group.dissent > 0,
    )


GROUPS = CohortTable(
    "The groups of the live sessions. One row for each table, the newest session first.",
    (
        Column("live_session", "text", "the id of the live session"),
        Column("title", "text", "the title of its scenario"),
        Column("opened", "time", "when it was opened"),
        Column("group", "whole", "the number of the group"),
        Column("arm", "text", "how the facts were dealt: the condition of the group, such as hidden"),
        Column("phase", "text", "the phase in which the group is"),
        Column("people", "whole", "seats that people have"),
        Column("decided", "text", "the option that the group took; empty as long as it has not decided"),
        Column("solved", "yes/no", "whether that is the best option; missing before the decision"),
        Column("coverage", "number", "facts said that not everybody had / all of these, 0 to 1"),
        Column("doubted", "yes/no", "whether somebody asked for doubts"),
    ),
    _groups,
)
