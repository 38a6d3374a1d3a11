"""Handler of the home page. What a person has done follows from what they did; it is never tracked separately."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dlcourse.charts.curriculum.progress import progress_chart
from dlcourse.content.roleplay.shelf import shelf
from dlcourse.domain.curriculum.progress import DuePromise, Home, HomeView, Resume, ScenarioMark, SessionMark, marks
from dlcourse.domain.live.messages import SESSIONS
from dlcourse.domain.live.queries import LiveSessions
from dlcourse.domain.policy import FACILITATORS, HOSTS
from dlcourse.domain.reflection.commitments import is_due
from dlcourse.domain.reflection.entries import Log
from dlcourse.domain.reflection.log_views import promise_card, soonest_first
from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.roleplay.shelf import Book, Shelf
from dlcourse.domain.sessions import Curriculum
from dlcourse.domain.words import UNREADABLE
from dlcourse.handlers.cohort.dates import days_of_cohort
from dlcourse.handlers.cohort.reading import cohort_name
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.curriculum.activity import begun_sessions
from dlcourse.handlers.curriculum.done import is_done
from dlcourse.handlers.curriculum.facilitating import is_facilitator, notes_there
from dlcourse.handlers.curriculum.versions import own_folder, sessions_in
from dlcourse.handlers.home_summaries import growing_work
from dlcourse.handlers.live.sessions import show_live_sessions
from dlcourse.handlers.reflection.entries import log_at
from dlcourse.handlers.reflection.log_views import today
from dlcourse.handlers.registry import look_up, work_check
from dlcourse.handlers.relations import name_of
from dlcourse.handlers.roleplay.plays import read_plays
from dlcourse.handlers.selfcheck.readiness import introduction

MOST_DUE = 3
"""The number of due promises that home shows."""
BEGINS = 200
"""The number of characters of a promise that home shows."""


@look_up.register
def show_home(query: Home, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    curriculum = context.library.curriculum()
    log = log_at(context.transaction, context.person)[1]
    (mine, plays_lost), (done, exercises_lost) = read_plays(context), _done(curriculum, context)
    name = introduction(context.transaction, context.person).name
    due = _due(log, curriculum, context)
    growing, growing_lost = growing_work(context)
    about = {
        "owner": context.person,
        "empty": not context.transaction.any_work(context.person),
        "person": "" if name == UNREADABLE else name or name_of(context, context.person),
        "sessions": marks(curriculum, done, begun_sessions(curriculum, done, log, context)),
        "due": due[:MOST_DUE],
        "all_due": len(due),
        "growing": growing,
        **_cohort(context),
        "notes": _notes(curriculum) if is_facilitator(context) else None,
        "damaged": plays_lost or exercises_lost or growing_lost or log.damaged > 0 or name == UNREADABLE,
    }
    copies = own_folder(context)
    return Heavy(lambda: _view(curriculum, about, mine, shelf(context.library), copies))


def _cohort(context: ReadContext) -> dict[str, object]:
    """The name of the viewer's cohort, if they are in one; whether they lead it; and whether they may create others."""
    cohort, hosts = context.viewer.cohort, bool(context.viewer.roles & HOSTS)
    name = cohort_name(context.transaction, cohort) if cohort else None
    days = [each.model_dump() for each in days_of_cohort(context)]
    leads = cohort if context.viewer.roles & FACILITATORS else ""
    shown: dict[str, object] = {"cohort": name, "may_create": hosts, "days": days, "leads": leads}
    return {**shown, **_live(context)} if cohort and not leads else shown


def _live(context: ReadContext) -> dict[str, object]:
    """The live sessions that the viewer can enter, and where more are announced."""
    cards = show_live_sessions(LiveSessions(), context).sessions
    live = [{"session": card.session, "title": card.title, "entered": card.entered} for card in cards]
    return {"live": live, "live_list": SESSIONS + context.viewer.cohort}


def _view(
    curriculum: Curriculum, about: Mapping[str, Any], mine: tuple[Attempt, ...], shelf: Shelf, copies: Path | None
) -> HomeView:
    return HomeView(
        **about,
        title=curriculum.title,
        summary=curriculum.summary,
        scenarios=tuple(_scenario_mark(book, mine) for book in _in_teaching_order(shelf.books, curriculum)),
        faults=shelf.faults,
        own_sessions=sessions_in(copies),
        resume=_resume([attempt for attempt in mine if not attempt.ended]),
        chart=progress_chart(about["sessions"]),
    )


def _notes(curriculum: Curriculum) -> tuple[str, ...]:
    """The open sessions with notes for facilitators, in order."""
    there = notes_there()
    return tuple(session.id for session in curriculum.sessions if session.open and session.id in there)


@work_check("home")
def check_home(context: ReadContext) -> None:
    look_up(Home(), context)


def marks_of(curriculum: Curriculum, context: ReadContext) -> tuple[SessionMark, ...]:
    """The sessions with this person's marks."""
    return marks(curriculum, _done(curriculum, context)[0])


def _done(curriculum: Curriculum, context: ReadContext) -> tuple[set[str], bool]:
    """The exercises that this person has done, out of those that count for a session.

    The second value says whether there are some of which nobody can tell.
    """
    counted = {exercise for session in curriculum.sessions for exercise in session.done_when}
    asked = [exercise for exercise in curriculum.exercises if exercise.id in counted]
    done = {exercise.id: is_done(exercise, context) for exercise in asked}
    return {exercise for exercise, is_it in done.items() if is_it}, None in done.values()


def _due(log: Log, curriculum: Curriculum, context: ReadContext) -> tuple[DuePromise, ...]:
    """The promises to ask about now, the most urgent first."""
    due = [promise for promise in log.promises.values() if is_due(promise, today())]
    texts = context.transaction.texts(promise.words for promise in due) if due else {}
    cards = soonest_first(promise_card(promise, curriculum, texts, today()) for promise in due)
    return tuple(DuePromise(what=card.what[:BEGINS], by=card.by, session_title=card.session_title) for card in cards)


def _in_teaching_order(transaction: tuple[Book, ...], curriculum: Curriculum) -> list[Book]:
    """The exercises in the order in which the course declares them; all others follow in their own order."""
    order = {scenario: place for place, scenario in enumerate(curriculum.role_plays)}
    return sorted(transaction, key=lambda book: order.get(book.scenario.id, len(order)))


def _resume(begun: list[Attempt]) -> Resume | None:
    """The most recently used play among those that have not ended."""
    last = max(begun, key=lambda attempt: attempt.changed, default=None)
    return Resume(scenario=last.scenario, title=last.title, seat=last.seat) if last else None


def _scenario_mark(book: Book, mine: tuple[Attempt, ...]) -> ScenarioMark:
    scenario = book.scenario
    of_it = [attempt for attempt in mine if attempt.scenario == scenario.id]
    begun = any(not attempt.ended for attempt in of_it)
    return ScenarioMark(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        minutes=scenario.minutes,
        own=book.own,
        attempts=len(of_it),
        state="begun" if begun else "ended" if of_it else "new",
    )
