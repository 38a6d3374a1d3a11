"""A person's work at its address: to be saved as a file, and taken back; nothing else, and for nobody else."""

import json
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from dlcourse.domain.mywork.work_file import pack, read
from dlcourse.domain.selfcheck.readiness import Introduce
from dlcourse.server.access.same_origin import is_same_origin
from dlcourse.server.web import CourseHandler
from tests.person import Person
from tests.server.asking import ask
from tests.serving import WORK_FILE, Served, start

OWN = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a home in which somebody has said who they are."""
    served = start(tmp_path_factory.mktemp("home"))
    Person(served.course()).do(Introduce, name="Amina")
    yield served
    served.stop()


def post(served: Served, body: bytes, **headers: str) -> dict[str, object]:
    """Post something to the address; return what was answered."""
    request = Request(f"{served.address}{WORK_FILE}", body, served.headers | headers)
    with urlopen(request) as answer:
        return dict(json.loads(answer.read()))


def test_the_file_is_there_to_be_saved(course: Served) -> None:
    """The browser saves it under a name of its own and keeps it in no cache."""
    with urlopen(Request(f"{course.address}{WORK_FILE}", headers=course.headers | OWN)) as answer:
        content, headers = answer.read(), answer.headers
    assert headers["Content-Disposition"].startswith('attachment; filename="dlcourse-work-20')
    assert headers["Cache-Control"] == "no-store"
    assert len(read(content).streams) == 1


def test_it_is_taken_back(course: Served) -> None:
    """A copy comes back through the same address, and what became of it is answered."""
    with urlopen(Request(f"{course.address}{WORK_FILE}", headers=course.headers | OWN)) as answer:
        packed = pack(answer.read())
    said = post(course, json.dumps({"say": "RestoreWork", "id": "bring-it-1", "packed": packed}).encode())
    assert said["view"]["same"] == 1  # type: ignore[index]
    said = post(course, json.dumps({"say": "RestoreWork", "id": "bring-it-2", "packed": packed[:-9]}).encode())
    assert "damaged" in said["error"]["what"]  # type: ignore[index]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"say": "EraseWork", "id": "erase-it-1", "mark": ""}', b"[" * 5000]
)
def test_nothing_else_is_done_there(course: Served, body: bytes) -> None:
    """Whatever else is posted is refused."""
    with pytest.raises(HTTPError) as refused:
        post(course, body)
    assert refused.value.code == 400


def test_a_fault_is_logged_without_anybody_s_words(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever goes wrong at an address, the log says where, and never what an error quotes of a person's work."""
    handler = CourseHandler.__new__(CourseHandler)
    start_line = RequestStartLine("POST", f"/{WORK_FILE}", "HTTP/1.1")
    handler.request = HTTPServerRequest(headers=HTTPHeaders({"Host": "localhost"}), start_line=start_line)
    words = "Amina"
    try:
        int(words)
    except ValueError as error:
        handler.log_exception(type(error), error, error.__traceback__)
    assert words not in caplog.text
    assert f"/{WORK_FILE}" in caplog.text
    assert "test_work_file.py" in caplog.text


def test_another_site_s_page_cannot_send_anything(course: Served) -> None:
    """A page elsewhere that posts somebody's file here is turned away by the doorkeeper."""
    with pytest.raises(HTTPError) as refused:
        post(course, b"{}", Origin="http://evil.example")
    assert refused.value.code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
@pytest.mark.parametrize("path", [WORK_FILE, "portfolio.md", "certificate/00000000-0000-0000-0000-000000000000.jwt"])
def test_another_site_cannot_make_a_browser_save_private_files(course: Served, path: str, site: str) -> None:
    """A file is given to a page of the course only, not to a link or a redirect from anywhere else."""
    said = ask(course.address, path, Sec_Fetch_Site=site, Referer=course.address)
    assert said.status == 403
    assert "This file can only be saved from a page of the course" in said.text
    assert "Content-Disposition" not in said.headers


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, False),
        ({"Referer": "http://course.lan/work"}, True),
        ({"Referer": "http://Course.lan/work"}, True),
        ({"Referer": "http://course.lan:81/work"}, False),
        ({"Referer": "http://evil.example/?http://course.lan/"}, False),
        ({"Referer": "http://[evil"}, False),
        ({"Origin": "null", "Referer": "http://course.lan/"}, False),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Referer": "http://course.lan/"}, False),
    ],
)
def test_a_browser_that_says_less_is_known_by_its_referer(headers: dict[str, str], *, expected: bool) -> None:
    """In a network without https browsers leave ``Sec-Fetch-Site`` out; then the page's address has to be ours."""
    line = RequestStartLine("GET", f"/{WORK_FILE}", "HTTP/1.1")
    request = HTTPServerRequest(headers=HTTPHeaders({"Host": "course.lan"} | headers), start_line=line)
    assert is_same_origin(request) is expected
