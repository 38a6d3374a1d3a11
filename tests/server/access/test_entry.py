"""Coming into a cohort over HTTP: joining, coming back with a phrase, signing out, and what strangers can reach."""

import asyncio
import json
import re
import uuid
from collections.abc import Iterator
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from dlcourse.domain.cohort.messages import CreateCohort, RemovePerson, ReplaceCode, ReplacePhrase
from dlcourse.domain.cohort.views import CodeMade, CohortMade, PhraseMade
from dlcourse.domain.curriculum.progress import Home, HomeView
from dlcourse.domain.speech import Command, Recorded
from dlcourse.pages.registry import ADDRESSES
from dlcourse.server.access.guesses import BY_ADDRESS
from tests.server.asking import Answer, ask
from tests.serving import Served, start


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A served course with cohorts, for all tests here."""
    server = start(tmp_path_factory.mktemp("home"), arguments=("--prefix", "/some/course/"))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def made(served: Served) -> CohortMade:
    """A cohort."""
    return new_cohort(served)


def new_cohort(served: Served) -> CohortMade:
    """Create a cohort as the host."""
    answer = do(served, CreateCohort(id=uuid.uuid4().hex, cohort=uuid.uuid4().hex, name="Autumn deans"))
    assert isinstance(answer, CohortMade)
    return answer


def do(served: Served, command: Command) -> Recorded:
    """Carry out a command as the host."""
    return served.course().do(command)


class Browser:
    """A browser that has not shown the key; it keeps the session that it gets."""

    def __init__(self, served: Served, address: str = "") -> None:
        """``address`` is the network address that a proxy would name."""
        self.served, self.cookie, self._from = served, "", address
        self.set = ""

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        """Ask, and keep the cookie."""
        named = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"} | headers
        if self._from:
            named["X_Forwarded_For"] = self._from
        answer = ask(self.served.address, path, method, body, **named)
        self.set = answer.headers.get("Set-Cookie", "")
        if self.set:
            self.cookie = "; ".join(f"{name}={each.value}" for name, each in SimpleCookie(self.set).items())
        return answer

    def form(self, path: str, /, **fields: str) -> Answer:
        """Send a form."""
        return self.ask(path, "POST", urlencode(fields))

    def join(self, code: str, name: str, **fields: str) -> Answer:
        """Send the form to join."""
        return self.form("join", code=code, name=name, ask=uuid.uuid4().hex, **fields)


def phrase_in(answer: Answer) -> str:
    """The phrase that a page shows."""
    return str(re.findall(r'class="entry-phrase">([^<]+)<', answer.text)[0])


def test_from_the_code_to_the_course(served: Served, made: CohortMade) -> None:
    """A code and a name lead into the course; the cookie is out of reach for programs and other sites."""
    browser = Browser(served)
    page = browser.ask("join")
    assert (page.status, "What your facilitators can see of you" in page.text) == (200, True)
    assert browser.ask("").status == 401
    answer = browser.join(made.join_code.lower().replace("-", " "), "Ann")
    assert (answer.status, "Welcome, Ann." in answer.text) == (200, True)
    assert {"HttpOnly", "SameSite=Lax", "Path=/some/course/"} <= set(browser.set.split("; "))
    assert "Secure" not in browser.set
    assert browser.ask("").status == 200
    assert "You are in" in browser.ask("join").text


def test_a_second_device_comes_in_with_the_phrase(served: Served, made: CohortMade) -> None:
    """The phrase lets another browser in as the same person; signing out ends one browser's session only."""
    first, second = Browser(served), Browser(served)
    phrase = phrase_in(first.join(made.join_code, "Ben"))
    assert second.form("join", phrase=phrase.title()).status == 303
    assert (first.ask("").status, second.ask("").status) == (200, 200)
    kept = second.cookie
    assert second.form("sign-out").status == 303
    second.cookie = kept
    assert (first.ask("").status, second.ask("").status) == (200, 401)


def test_behind_tls_the_cookie_is_secure(served: Served, made: CohortMade) -> None:
    """A browser that came by https gets a cookie that it never sends without."""
    browser, parts = Browser(served), served.address.split("/")
    answer = browser.ask(
        "join", "POST", urlencode({"code": made.join_code, "name": "Cem"}), Origin=f"https://{parts[2]}"
    )
    assert (answer.status, "Secure" in browser.set) == (200, True)


def test_another_site_cannot_make_a_browser_join(served: Served, made: CohortMade) -> None:
    """A form on another site's page is refused, with a right code as well."""
    body = urlencode({"code": made.join_code, "name": "Eve"})
    answer = Browser(served).ask("join", "POST", body, Origin="https://elsewhere.example")
    assert (answer.status, "Set-Cookie" in answer.headers) == (403, False)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "ش آذر", "a" * 100])
def test_any_name_is_shown_as_text(served: Served, made: CohortMade, name: str) -> None:
    """Whatever a name holds, it is text on every page."""
    browser = Browser(served)
    assert "<script>alert" not in browser.join(made.join_code, name).text
    assert "<script>alert" not in browser.join("BBBB-BBBB-BBBB", name).text
    assert "<script>alert" not in browser.ask("").text


def test_ten_thousand_guesses_yield_nothing_and_lock_out_nobody(served: Served) -> None:
    """After too many wrong codes from an address, no join code is checked there but one that was right before."""
    guesser, made = Browser(served, "192.0.2.7"), new_cohort(served)
    phrase = phrase_in(Browser(served).join(made.join_code, "Dee"))
    for _ in range(BY_ADDRESS.most):
        assert guesser.join("BBBB-BBBB-BBBB", "Eve").status == 403
    assert {guesser.join("BBBB-BBBB-BBBB", "Eve").status for _ in range(20)} == {429}
    assert guesser.form("join", phrase="bodek lumor tasen varel zomut kadep").status == 403
    for body in ({"code": made.join_code}, {"code": made.facilitator_key}, {"phrase": phrase}):
        assert Browser(served, "192.0.2.7").form("join", name="Nia", **body).status in {200, 303}
    code = do(served, ReplaceCode(id=uuid.uuid4().hex, cohort=made.cohort, kind="join"))
    assert isinstance(code, CodeMade)
    assert {guesser.join(old, "Eve").status for old in (made.join_code, code.code)} == {429}
    drawn = urlencode({"code": code.code})
    assert Browser(served).ask("join-picture", "POST", drawn, Cookie=served.headers["Cookie"]).status == 200
    assert guesser.join(code.code, "Lee").status == 200


def test_thirty_people_behind_one_address_get_in(served: Served, made: CohortMade) -> None:
    """Thirty people join from one address, although each mistypes the code once."""
    for number in range(30):
        browser = Browser(served, "198.51.100.1")
        assert browser.join("BBBB-BBBB-BBBB", f"Person {number}").status == 403
        assert browser.join(made.join_code, f"Person {number}").status == 200


def test_a_removed_person_reaches_nothing(served: Served, made: CohortMade) -> None:
    """From the moment of removal, each address answers as to a stranger, and nobody becomes the host by it."""
    browser = Browser(served)
    phrase = phrase_in(browser.join(made.join_code, "Fay"))
    person = _person(browser)
    do(served, RemovePerson(id=uuid.uuid4().hex, cohort=made.cohort, person=person))
    assert {browser.ask(path).status for path in ("", "log", "work/file", "session/01-start-here")} == {401}
    said = browser.ask("log").text
    assert "You are signed out" in said
    assert 'href="/some/course/join"' in said
    assert "You are signed out" not in Browser(served).ask("log").text
    assert browser.form("join", phrase=phrase).status == 403


def test_an_open_page_is_closed_for_who_was_signed_out(served: Served, made: CohortMade) -> None:
    """An open page of a lost device is closed at its next message, although its person stays in the cohort."""
    browser = Browser(served)
    browser.join(made.join_code, "Kim")
    person = _person(browser)

    async def both() -> tuple[str, int | None]:
        address = served.address.replace("http", "ws", 1) + "live"
        socket = await websocket_connect(HTTPRequest(address, headers={"Cookie": browser.cookie}))
        await socket.write_message(json.dumps({"id": "1", "page": "cohort", "place": {}}))
        before = str(await socket.read_message())
        command = ReplacePhrase(id=uuid.uuid4().hex, cohort=made.cohort, person=person)
        await asyncio.get_running_loop().run_in_executor(None, do, served, command)
        await socket.write_message(json.dumps({"id": "2", "say": "LookAgain"}))
        while await socket.read_message() is not None:
            continue
        return before, socket.close_code

    before, code = asyncio.run(both())
    assert ("Autumn deans" in before or "props" in before, code) == (True, 1008)


def test_a_new_phrase_from_a_facilitator(served: Served, made: CohortMade) -> None:
    """A replaced phrase lets its person in, and the old one nobody."""
    browser = Browser(served)
    old = phrase_in(browser.join(made.join_code, "Gil"))
    new = do(served, ReplacePhrase(id=uuid.uuid4().hex, cohort=made.cohort, person=_person(browser)))
    assert isinstance(new, PhraseMade)
    assert browser.ask("").status == 401
    assert Browser(served).form("join", phrase=old).status == 403
    assert Browser(served).form("join", phrase=new.phrase).status == 303


def test_everybody_has_a_course_of_their_own(served: Served, made: CohortMade) -> None:
    """Pages, files and the list of sessions are each person's own, and none is the host's."""
    browsers = [Browser(served) for _ in range(3)]
    for number, browser in enumerate(browsers):
        browser.join(made.join_code, f"Person {number}")
    host = served.course().see(Home())
    assert isinstance(host, HomeView)
    people = {_person(browser) for browser in browsers}
    assert len(people | {host.owner}) == 4
    for browser in browsers:
        file = browser.ask("work/file").text
        assert [person for person in people if person in file] == [_person(browser)]


def test_nothing_secret_is_stored_or_logged(served: Served, made: CohortMade) -> None:
    """Neither code, key, phrase nor session is in the store's file or in an address."""
    browser = Browser(served)
    phrase = phrase_in(browser.join(made.join_code, "Hal"))
    stored = (served.home / "course.db").read_bytes()
    session = browser.cookie.partition("=")[2]
    for secret in (made.join_code, made.join_code.replace("-", ""), made.facilitator_key, phrase, session):
        assert secret.encode() not in stored


def _person(browser: Browser) -> str:
    """The id of the person whose session this browser has, from their own file."""
    return str(re.findall(r'"person":\s*"([\w-]+)"', browser.ask("work/file").text)[0])


def test_a_member_gets_exercises_but_no_kernel(served: Served, made: CohortMade) -> None:
    """No process is started for a member's session page, and notes for facilitators are closed to them."""
    browser = Browser(served)
    browser.join(made.join_code, "Ida")
    before = len(served.kernels())
    assert browser.ask("session/01-what-it-is").status == 200
    news = said_by_exercises(served, browser.cookie, "session/01-what-it-is")
    assert news[-1] == {"end": True}
    assert not [each for each in news if "kernel" in each]
    assert len(served.kernels()) == before
    assert browser.ask("facilitator/01-what-it-is").status == 403


def said_by_exercises(served: Served, cookie: str, path: str) -> list[dict[str, Any]]:
    """Everything that a page's socket for exercises says to this browser."""

    async def listen() -> list[dict[str, Any]]:
        address = served.address.replace("http", "ws", 1) + f"exercises/{path}"
        socket = await websocket_connect(HTTPRequest(address, headers={"Cookie": cookie}))
        news: list[dict[str, Any]] = []
        while not news or "end" not in news[-1]:
            news.append(json.loads(await socket.read_message() or '{"end": "closed"}'))
        return news

    return asyncio.run(listen())


def test_strangers_reach_no_page(served: Served) -> None:
    """Every address is closed to somebody who shows nothing, apart from those for coming in."""
    stranger = Browser(served)
    place = {"scenario": "x", "session": "x", "cohort": "x"}
    closed = [re.sub(r"\{(\w+)\}", lambda part: place.get(part[1], "x"), address) for address in ADDRESSES]
    closed += ["session/01-what-it-is", "facilitator/01-what-it-is", "list/01-what-it-is", "work/file", "portfolio.md"]
    closed += ["check-ins.ics", "improvement-plan.docx", "certificate/key", "live", "exercises/session/01-what-it-is"]
    assert {path: status for path in closed if (status := stranger.ask(path).status) != 401} == {}
    for path in ("join-picture", "switch", "sign-out", "steps", "work/file"):
        assert stranger.form(path, code="BBBB-BBBB-BBBB").status == 401
    assert {path: stranger.ask(path).status for path in ("join", "privacy")} == {"join": 200, "privacy": 200}


def test_the_picture_holds_the_code_in_its_fragment(served: Served, made: CohortMade) -> None:
    """The picture of a join code is drawn for people who are in; a facilitator key is never drawn."""
    browser = Browser(served)
    browser.join(made.join_code, "Jo")
    drawn = browser.form("join-picture", code=made.join_code).json()
    assert drawn["address"] == f"{served.address}join"
    assert drawn["svg"].startswith("<svg")
    assert browser.form("join-picture", code=made.facilitator_key).status == 400
