"""What a certificate counts, under which id it is issued, and when none is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.curriculum.progress import SessionMark
from dlcourse.domain.portfolio.certificate import (
    CertificateIssued,
    IssueCertificate,
    Scope,
    issue,
    issued,
    one_of,
    scope_of,
)
from dlcourse.errors import CourseError

AT = "2026-05-07T16:04:05.678+00:00"


def mark(number: int, *, opened: bool, done: bool) -> SessionMark:
    """Return a session that is marked so."""
    parts = {"summary": "", "minutes": 10 * number, "begun": done, "to_do": ()}
    return SessionMark(id=f"{number:02}", title=f"Session {number}", open=opened, done=done, **parts)


def ask(name: str = "Zoë", number: int = 1) -> IssueCertificate:
    """Return a command of its own id."""
    return IssueCertificate(id=f"command-{number}", name=name)


SCOPE = scope_of(
    "A course", [mark(1, opened=True, done=True), mark(2, opened=True, done=True), mark(3, opened=False, done=False)]
)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=12))
def test_only_what_is_done_is_counted(states: list[tuple[bool, bool]]) -> None:
    """A certificate holds each session that is done and no other, beside how many were open and how many there are."""
    marks = [mark(number, opened=opened, done=opened and done) for number, (opened, done) in enumerate(states)]
    scope = scope_of("A course", marks)
    assert [session.id for session in scope.done] == [each.id for each in marks if each.done]
    assert (scope.open, scope.all) == (sum(opened for opened, _ in states), len(states))
    assert scope.minutes == sum(each.minutes for each in marks if each.done)


@pytest.mark.parametrize("name", ["", "  ", "\n\t"])
def test_nothing_is_issued_without_a_name(name: str) -> None:
    """A certificate is not issued without a name."""
    with pytest.raises(CourseError, match="no name"):
        issue(ask(name), "ann", SCOPE, [])


def test_nothing_is_issued_for_nothing() -> None:
    """A person who has not done any session gets no certificate."""
    with pytest.raises(CourseError, match="no session is done"):
        issue(ask(), "ann", Scope(course="A course", done=(), open=3, all=11), [])


def test_the_same_content_keeps_its_id() -> None:
    """Issued again in the same name over the same sessions it is the same certificate, with its first day."""
    first = issue(ask(), "ann", SCOPE, [])
    names = {"command-1": "Zoë", "command-2": "Zoë", "command-3": "Zoë B."}
    before = issued([(first, AT)], names)
    again = issue(ask(" Zoë\n", 2), "ann", SCOPE, before)
    other = issue(ask("Zoë B.", 3), "ann", SCOPE, before)
    assert again.certificate == first.certificate != other.certificate
    listed = issued([(first, AT), (other, AT), (again, "2027-01-01T00:00:00.000+00:00")], names)
    assert [(one.certificate, one.at) for one in listed] == [(other.certificate, AT), (first.certificate, AT)]


def test_a_certificate_whose_name_was_erased_is_gone() -> None:
    """A certificate whose name was erased is neither listed nor available."""
    event = CertificateIssued(certificate="c", words="erased", scope=SCOPE)
    assert issued([(event, AT)], {}) == ()
    with pytest.raises(CourseError, match="no such certificate"):
        one_of("c", issued([(event, AT)], {}))
