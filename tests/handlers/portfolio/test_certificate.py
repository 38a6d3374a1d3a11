"""Certificates at a home: what they count, whose they are, and the key, which stays where it is."""

import base64
import json
import os
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from dlcourse.course.open_home import local_course, open_store
from dlcourse.domain.download import DownloadView
from dlcourse.domain.portfolio.certificate import (
    CertificateKey,
    Certificates,
    CertificatesView,
    IssueCertificate,
    KeyView,
    TakeCertificate,
)
from dlcourse.domain.selfcheck.readiness import Introduce
from dlcourse.errors import CourseError
from dlcourse.handlers.portfolio.signing_key import NAME, key_of
from dlcourse.store import Store
from tests.person import Person

People = Callable[[str], Person]


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    """Return what gives a person by name, at a course with a home folder."""
    with closing(open_store(tmp_path)) as store:
        yield lambda name: Person(local_course(store, name, tmp_path))


def view(person: Person) -> CertificatesView:
    """Return what the person sees of certificates."""
    found = person.course.see(Certificates())
    assert isinstance(found, CertificatesView)
    return found


def paper(person: Person, certificate: str, form: str = "jwt") -> bytes:
    """Return a file of the person's."""
    found = person.course.see(TakeCertificate.model_validate({"certificate": certificate, "form": form}))
    assert isinstance(found, DownloadView)
    assert found.name == f"certificate-{view(person).issued[0].at[:10]}.{form}"
    return base64.b64decode(found.content)


def test_it_counts_what_home_marks(people: People) -> None:
    """A certificate holds the sessions that home marks as done, and the name that was chosen for it."""
    ann = people("ann")
    with pytest.raises(CourseError, match="no session is done"):
        ann.do(IssueCertificate, name="Ann")
    ann.do(Introduce, name="Annie")
    ann.finish_reading_gap()
    ann.do(IssueCertificate, name="  Ann  Example ")
    (one,) = view(ann).issued
    assert view(ann).name == "Annie"
    assert one.name == "Ann Example"
    home = ann.home().sessions
    assert (
        [session.id for session in one.scope.done] == [each.id for each in home if each.done] == ["03-the-reading-gap"]
    )
    assert (one.scope.open, one.scope.all) == (sum(each.open for each in home), len(home))
    assert set(view(ann).to_do) == {each.title for each in home if each.open and not each.done}


def test_a_certificate_is_issued_once_for_each_content(people: People) -> None:
    """Asked twice for the same, it is one certificate; more sessions make another, and both stay."""
    ann = people("ann")
    ann.finish_reading_gap()
    for _ in range(2):
        ann.do(IssueCertificate, name="Ann")
    assert len(view(ann).issued) == 1
    ann.do(IssueCertificate, name="Ann B.")
    assert [one.name for one in view(ann).issued] == ["Ann B.", "Ann"]


def test_nobody_takes_another_s_certificate(people: People) -> None:
    """For anybody else the certificate does not exist."""
    ann, ben = people("ann"), people("ben")
    ann.finish_reading_gap()
    ann.do(IssueCertificate, name="Ann")
    certificate = view(ann).issued[0].certificate
    assert view(ben).issued == ()
    told = set()
    for asked in (certificate, str(uuid4())):
        with pytest.raises(CourseError) as refused:
            paper(ben, asked)
        told.add(str(refused.value))
    assert len(told) == 1
    assert json.loads(paper(ann, certificate, "json"))["id"] == f"urn:uuid:{certificate}"


def test_the_key_is_made_once_for_its_owner_alone(people: People, tmp_path: Path) -> None:
    """It is made when first needed, by however many at once, is readable for its owner alone, and signs ever after."""
    ann = people("ann")
    ann.finish_reading_gap()
    ann.do(IssueCertificate, name="Ann")
    certificate = view(ann).issued[0].certificate
    assert not (tmp_path / NAME).exists()
    with ThreadPoolExecutor(8) as pool:
        taken = set(pool.map(lambda _: paper(ann, certificate), range(8)))
    assert len(taken) == 1
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(f".{NAME}")] == []
    shown = ann.course.see(CertificateKey())
    assert isinstance(shown, KeyView)
    secret = json.loads((tmp_path / NAME).read_text("utf-8"))["d"]
    everything = shown.model_dump_json().encode() + b"".join(path.read_bytes() for path in tmp_path.glob("course.db*"))
    assert secret.encode() not in everything + taken.pop()


@pytest.mark.parametrize("content", ["", "{}", "null", '{"kty": "OKP", "crv": "Ed25519", "x": "AA"}', '{"kty": "RSA"}'])
def test_a_damaged_key_is_told_and_kept(people: People, tmp_path: Path, content: str) -> None:
    """A key file that cannot be read is named with what to do, and is never overwritten."""
    (tmp_path / NAME).write_text(content, "utf-8")
    with pytest.raises(CourseError, match="cannot be read") as refused:
        people("ann").course.see(CertificateKey())
    assert NAME in refused.value.where
    assert (tmp_path / NAME).read_text("utf-8") == content


def test_a_course_without_a_folder_has_no_key(ann: Person) -> None:
    """A course without a home folder cannot sign, and says so."""
    with pytest.raises(CourseError, match="no folder"):
        ann.course.see(CertificateKey())
    with pytest.raises(CourseError, match="no folder"):
        key_of(None)


def test_an_erased_name_takes_the_certificate_with_it(people: People, tmp_path: Path) -> None:
    """When a person's words are erased, no certificate in their name can be had any more."""
    ann = people("ann")
    ann.finish_reading_gap()
    ann.do(IssueCertificate, name="Ann")
    store = Store.open(f"sqlite:///{tmp_path / 'course.db'}")
    store.write(lambda transaction: transaction.erase_texts("ann"))
    store.close()
    assert view(ann).issued == ()
