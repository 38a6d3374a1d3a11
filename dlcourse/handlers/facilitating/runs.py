"""Handler of a run-of-show: read from the version of the notebook that this person is shown."""

from pathlib import Path

from dlcourse import files
from dlcourse.content.curriculum.own_notebooks import FOLDER
from dlcourse.content.facilitating.run_notebooks import read_run
from dlcourse.domain.curriculum.versions import SessionVersion, SessionVersionView
from dlcourse.domain.facilitating.policy import for_those_who_lead
from dlcourse.domain.facilitating.presenting import presented
from dlcourse.domain.facilitating.runs import SessionRun, SessionRunView
from dlcourse.domain.names import unknown
from dlcourse.domain.sessions import Session
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.curriculum.facilitating import NOTES, is_facilitator, notes_there
from dlcourse.handlers.curriculum.versions import show_session_version
from dlcourse.handlers.facilitating.presenting import happened_in
from dlcourse.handlers.registry import look_up
from dlcourse.store import utc_now


@look_up.register
def show_session_run(query: SessionRun, context: ReadContext) -> Heavy:
    if not is_facilitator(context):
        raise for_those_who_lead()
    found = {session.id: session for session in sessions_with_runs(context)}
    if query.session not in found:
        raise unknown("session", query.session, found, "Choose one on your facilitator's home.")
    now = utc_now()
    at = presented(happened_in(context.transaction, context.person), query.session, now)
    view = SessionRunView(
        session=query.session,
        title=found[query.session].title,
        steps=(),
        shown=at.slide,
        running=None if at.begun is None else max(0, round((now - at.begun).total_seconds() * 1000)),
        cohort=context.viewer.cohort,
    )
    version = show_session_version(SessionVersion(session=f"{NOTES}/{query.session}"), context)
    return Heavy(lambda: _with_steps(view, version, context.home))


def sessions_with_runs(context: ReadContext) -> tuple[Session, ...]:
    """The open sessions for which there are notes for facilitators, in order."""
    there = notes_there()
    return tuple(each for each in context.library.curriculum().sessions if each.open and each.id in there)


def _with_steps(view: SessionRunView, version: Heavy, home: Path | None) -> SessionRunView:
    shown = version.work()
    assert isinstance(shown, SessionVersionView)
    folder = home / FOLDER if home and shown.shown == "own" else files.notebooks()
    run = read_run(folder / NOTES / f"{view.session}.ipynb")
    return view.model_copy(update={"before": run.before, "steps": run.steps})
