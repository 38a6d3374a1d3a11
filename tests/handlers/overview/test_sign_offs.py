"""Signing off: facilitators confirm by name what people have done, and their certificates carry it, signed."""

import base64
import csv
import io
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import jwt
import pytest
from jwt.algorithms import OKPAlgorithm

from dlcourse.course.open_home import local_course, open_store
from dlcourse.domain.download import DownloadView
from dlcourse.domain.overview.messages import CohortReport, SignOff, TakeAttendance
from dlcourse.domain.overview.views import CohortReportView
from dlcourse.domain.portfolio.certificate import Certificates, CertificatesView, IssueCertificate, TakeCertificate
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.overview.records import RECORDS, PersonRecord, record_of
from tests.classroom import Classroom, Member
from tests.person import Person

DONE = "03-the-reading-gap"


@pytest.fixture
def at_home(tmp_path: Path) -> Path:
    """A home folder for the key."""
    return tmp_path


def report(leader: Person, cohort: str) -> CohortReportView:
    """The report, as its page shows it."""
    view = leader.course.see(CohortReport(cohort=cohort))
    assert isinstance(view, CohortReportView)
    return view


def certificate(person: Person, form: str) -> bytes:
    """The newest certificate as a file."""
    view = person.course.see(Certificates())
    assert isinstance(view, CertificatesView)
    asked = {"certificate": view.issued[0].certificate, "form": form}
    file = person.course.see(TakeCertificate.model_validate(asked))
    assert isinstance(file, DownloadView)
    return base64.b64decode(file.content)


def test_a_certificate_carries_what_a_facilitator_confirmed(at_home: Path) -> None:
    """The badge holds the facilitator's own signed confirmation, and the achievement is the same as without one."""
    with closing(open_store(at_home)) as store:
        room = Classroom(store)

        def member(joined: Member) -> Person:
            return Person(local_course(store, joined.entered.viewer, at_home))

        faye, ann, ben = room.facilitator(), room.joined("Ann"), room.joined("Ben")
        mine, other = member(ann), member(ben)
        for each in (mine, other):
            each.finish_reading_gap()
            each.do(IssueCertificate, name="Ann Example")
        faye.do(SignOff, cohort=room.cohort, people=(ann.id,))
        plain, whole = json.loads(certificate(other, "json")), json.loads(certificate(mine, "json"))
        assert whole["credentialSubject"]["achievement"] == plain["credentialSubject"]["achievement"]
        assert "endorsement" not in plain
        (said,) = whole["endorsement"]
        comment = said["credentialSubject"]["endorsementComment"]
        assert comment.startswith("Faye, who leads the cohort “Autumn deans”, confirmed on ")
        assert comment in whole["description"]
        badge = jwt.decode(certificate(mine, "jwt"), options={"verify_signature": False})
        (token,) = badge["endorsementJwt"]
        key = OKPAlgorithm.from_jwk(jwt.get_unverified_header(token)["jwk"])
        signed = jwt.decode(token, key, algorithms=["EdDSA"], options={"verify_nbf": False})  # type: ignore[arg-type]
        assert (signed["issuer"]["name"], signed["type"][1]) == ("Faye", "EndorsementCredential")
        assert signed["credentialSubject"]["id"] == badge["id"]
        assert signed["issuer"]["id"] != badge["issuer"]["id"]


def test_attendance_is_a_file_of_its_own(classroom: Classroom) -> None:
    """The file lists people by name with their finished sessions, and who confirmed it; the report shows the same."""
    faye, ann = classroom.facilitator(), classroom.joined("=Ann")
    classroom.joined("Ben")
    ann.finish_reading_gap()
    faye.do(SignOff, cohort=classroom.cohort, people=(ann.id,))
    faye.do(SignOff, cohort=classroom.cohort, people=(ann.id,))
    file = faye.course.see(TakeAttendance(cohort=classroom.cohort))
    assert isinstance(file, DownloadView)
    rows = {row["name"]: row for row in csv.DictReader(io.StringIO(base64.b64decode(file.content).decode("utf-8-sig")))}
    assert list(rows) == ["Faye", "'=Ann", "Ben"]
    assert (rows["'=Ann"][DONE], rows["'=Ann"]["finished"], rows["'=Ann"]["confirmed_by"]) == ("x", "1", "Faye")
    assert (rows["Ben"][DONE], rows["Ben"]["confirmed_by"]) == ("", "")
    (signed,) = report(faye, classroom.cohort).signed
    assert (signed.by, signed.sessions) == ("Faye", (DONE,))


def test_only_whoever_has_a_name_there_signs_off(classroom: Classroom) -> None:
    """The host, who has no name in the cohort, cannot confirm anything, and neither can anybody for nobody."""
    faye, ann = classroom.facilitator(), classroom.joined("Ann")
    with pytest.raises(CourseError, match="nobody of these has finished"):
        faye.do(SignOff, cohort=classroom.cohort, people=(ann.id,))
    ann.finish_reading_gap()
    with pytest.raises(CourseError, match="you have no name"):
        classroom.host.do(SignOff, cohort=classroom.cohort, people=(ann.id,))
    assert not report(classroom.host, classroom.cohort).may_sign


def test_many_are_signed_off_from_what_is_stored(classroom: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever did nothing since the overview was looked at is not computed again while all others wait to write."""
    faye, people = classroom.facilitator(), [classroom.joined(f"P{number}") for number in range(3)]
    for person in people[:2]:
        person.finish_reading_gap()
    report(faye, classroom.cohort)
    people[2].finish_reading_gap()
    computed = list[str]()

    def counted(context: ReadContext) -> PersonRecord:
        computed.append(context.person)
        return record_of(context)

    monkeypatch.setattr("dlcourse.handlers.overview.sign_offs.RECORDS", replace(RECORDS, compute=counted))
    faye.do(SignOff, cohort=classroom.cohort, people=tuple(person.id for person in people))
    assert computed == [people[2].id]
    assert [each.sessions for each in report(faye, classroom.cohort).signed] == [(DONE,)] * 3
