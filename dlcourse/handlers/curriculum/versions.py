"""Handlers of versions of notebooks: one stream of choices for each person.

Only the person of the home has versions of their own, because they are files in the home. They can show these to a
cohort. `shown_version` decides what they are shown themselves, and `version_for_member` what a member of a cohort is.
"""

from pathlib import Path

from dlcourse import files
from dlcourse.content.curriculum.own_notebooks import FOLDER, own_session, own_sessions, own_version
from dlcourse.domain.cohort.happenings import CohortVersionChosen
from dlcourse.domain.curriculum.versions import (
    VERSIONS,
    ChooseVersion,
    OwnSession,
    SessionVersion,
    SessionVersionView,
    choose_version,
    chosen_version,
)
from dlcourse.domain.speech import Event, Recorded
from dlcourse.domain.viewer import COHORT
from dlcourse.handlers.cohort.reading import state_of
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.registry import EDITED, carry_out, look_up, stream_check
from dlcourse.store import ReadTransaction


@carry_out.register
def record_version(command: ChooseVersion, context: WriteContext) -> Recorded:
    past = choices(context.transaction, context.person)
    news = choose_version(command, past)
    return context.transaction.append(VERSIONS + context.person, len(past), command.id, context.person, news)


@look_up.register
def show_session_version(query: SessionVersion, context: ReadContext) -> Heavy:
    if context.home and shows_copy(query.session, context):
        home = context.home
        return Heavy(lambda: version_for_member(query.session, home))
    copies, past = own_folder(context), choices(context.transaction, context.person)
    return Heavy(lambda: shown_version(query.session, copies, past))


@stream_check("versions")
def check_versions(context: ReadContext, stream: str) -> None:  # noqa: ARG001 (a person has one such stream)
    choices(context.transaction, context.person)


def own_folder(context: ReadContext) -> Path | None:
    """The folder with the viewer's own notebooks; None for whoever has none, such as a member of a cohort."""
    owns = context.person == context.transaction.home
    return context.home / FOLDER if context.home and owns else None


def shown_version(session: str, copies: Path | None, past: tuple[Event, ...]) -> SessionVersionView:
    """The version that is shown to whoever made these choices."""
    if copies is None:
        return SessionVersionView(shown="course", edited=False)
    if session in own_sessions(copies, files.notebooks()):
        return SessionVersionView(shown="own", edited=False)
    edited = own_version(copies, files.notebooks(), session) is not None
    return SessionVersionView(shown=chosen_version(session, past) if edited else "course", edited=edited)


def shows_copy(session: str, context: ReadContext) -> bool:
    """Whether the viewer is a member of a cohort that is shown the host's copy of this session."""
    transaction, cohort = context.transaction, context.viewer.cohort
    if not cohort or context.person == transaction.home:
        return False
    chosen = transaction.latest_kind(COHORT + cohort, (CohortVersionChosen.__name__,))
    return bool(chosen) and session in state_of(transaction, cohort).copies


def version_for_member(session: str, home: Path) -> SessionVersionView:
    """The copy in the host's home as long as it is an edited one. A member has no choice between the two."""
    return SessionVersionView(shown="own" if has_edited(home, session) else "course", edited=False)


@EDITED.register("curriculum")
def has_edited(home: Path, session: str) -> bool:
    return own_version(home / FOLDER, files.notebooks(), session) is not None


def sessions_in(copies: Path | None) -> tuple[OwnSession, ...]:
    """The sessions of one's own in a folder, by their names."""
    found = own_sessions(copies, files.notebooks()) if copies else {}
    return tuple(own_session(session, path) for session, path in found.items())


def choices(transaction: ReadTransaction, person: str) -> tuple[Event, ...]:
    """What this person chose, in order."""
    return tuple(stored.event for stored in transaction.readable_events(VERSIONS + person))
