"""Writes who took part in a cohort, by name: which sessions each has finished, and who confirmed it."""

from collections.abc import Iterator

from dlcourse.domain.overview.views import CohortReportView, PersonProgressCard, SignedPerson
from dlcourse.exports.csv_cells import csv_file

ABOUT = ("name", "role", "joined", "last_seen", "finished")
CONFIRMED = ("confirmed_by", "confirmed_on", "confirmed_sessions")


def attendance_csv(view: CohortReportView) -> str:
    """One line for each person who is in the cohort now; a session that they have finished has an x."""
    sessions = tuple(each.session for each in view.progress.sessions if each.open)
    signed = {each.person: each for each in view.signed}
    rows = (_row(card, sessions, signed.get(card.person)) for card in view.progress.people)
    return csv_file([(*ABOUT, *sessions, *CONFIRMED), *map(tuple, rows)])


def _row(card: PersonProgressCard, sessions: tuple[str, ...], signed: SignedPerson | None) -> Iterator[str]:
    yield from (card.name, card.role, card.joined[:10], card.last_seen[:10], str(len(card.finished)))
    yield from ("x" if session in card.finished else "" for session in sessions)
    yield from (signed.by, signed.at[:10], " ".join(signed.sessions)) if signed else ("", "", "")
