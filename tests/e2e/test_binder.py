"""The course as Binder opens it: behind a Jupyter server, under its prefix, for whoever has its token."""

import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, Response, WebSocket, expect

from tests.binder import PREFIX, TOKEN, Place, settings_in, start
from tests.e2e.player import BUY, CALLUM, SESSION, Player
from tests.server.asking import ask
from tests.server.test_behind_a_proxy import UPGRADE
from tests.serving import TOP, until

COURSE = f"{PREFIX}dlcourse/"
NOTICE = "This is a public place, and it does not last."


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Start a place as BinderHub does, with the settings in ``binder/``."""
    home = tmp_path_factory.mktemp("person")
    programs = Path(sysconfig.get_path("scripts"))
    settings = settings_in(home / "settings")
    started = start(home, programs, home, JUPYTER_CONFIG_DIR=str(settings), PYTHONPATH=str(TOP))
    yield started
    started.stop()


class Log:
    """What a person's pages asked for and got."""

    def __init__(self, page: Page) -> None:
        """Follow every page that is opened from this one."""
        self.failed: list[str] = []
        self.paths: set[str] = set()
        self.sockets: set[str] = set()
        page.context.on("response", self._response)
        page.context.on("requestfailed", self._lost)
        page.on("websocket", self._socket)

    def _response(self, answer: Response) -> None:
        self.paths.add(urlsplit(answer.url).path)
        if answer.status >= 400:
            self._fail(f"{answer.status} {answer.url}")

    def _lost(self, request: Request) -> None:
        """Whoever leaves a page while the browser's copy is being fetched ends that; the next page makes it."""
        given_up = (COURSE + "work/file", COURSE + "assets/")  # by a page that was left or loaded again
        if request.failure != "net::ERR_ABORTED" or not urlsplit(request.url).path.startswith(given_up):
            self._fail(f"{request.failure} {request.url}")

    def _socket(self, socket: WebSocket) -> None:
        self.sockets.add(urlsplit(socket.url).path.removeprefix(COURSE).split("/")[0])

    def _fail(self, line: str) -> None:
        self.failed.append(line)


def test_a_session_is_played_behind_binder_s_door(place: Place, page: Page) -> None:
    """From Binder's link to a play in session 03: no token stays, no link leaves the prefix, no request fails."""
    log = Log(page)
    page.goto(place.entrance)
    expect(page).to_have_url(f"{place.address}dlcourse/")
    expect(page.get_by_role("complementary", name="About this place")).to_contain_text(NOTICE)
    expect(page.get_by_text("Everything is saved")).to_be_visible()
    sessions = page.get_by_role("region", name="Sessions", exact=True)
    sessions.get_by_role("link", name="The reading gap").click()
    expect(page).to_have_url(f"{place.address}dlcourse/{SESSION.partition('#')[0]}")
    player = Player(page).ready()
    player.sit(CALLUM)
    player.prefer(BUY)
    player.spend("open")
    before = player.words
    page.reload()
    player.ready()
    assert player.words == before
    assert_links_stay(page)
    assert log.failed == []
    assert {path for path in log.paths if not path.startswith(COURSE)} == set()
    assert log.sockets == {"live"}


def assert_links_stay(page: Page) -> None:
    """Every link of a page within its site leads into the course, or to JupyterLab."""
    found = page.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    inside = {urlsplit(link).path for link in found if urlsplit(link).netloc == urlsplit(page.url).netloc}
    assert f"{PREFIX}lab" in inside
    assert {path for path in inside - {f"{PREFIX}lab"} if not path.startswith(COURSE)} == set()


def test_jupyterlab_is_one_click_away_and_the_course_from_there(place: Place, page: Page) -> None:
    """The bar leads to JupyterLab on one's own copies of the notebooks; its launcher leads back."""
    page.goto(place.entrance)
    page.get_by_role("banner").get_by_role("link", name="JupyterLab").click()
    expect(page.get_by_role("listitem", name="03-the-reading-gap.ipynb")).to_be_visible()
    with page.expect_popup() as opened:
        page.get_by_role("button", name="The course").click()
    expect(opened.value).to_have_url(f"{place.address}dlcourse/")
    expect(opened.value.get_by_text("Everything is saved")).to_be_visible()


def test_an_open_page_keeps_its_place(place: Place, page: Page) -> None:
    """For Binder, a place in which a page is open is one that is used, also when nobody clicks anything."""
    page.goto(place.entrance)
    expect(page.get_by_text("Everything is saved")).to_be_visible()
    assert ask(place.address, "dlcourse/", "HEAD", Authorization=f"token {TOKEN}").status == 200
    before = last_used(place)
    until(lambda: last_used(place) > before)


def last_used(place: Place) -> str:
    """When the place was last used, as Binder is told; asking does not count."""
    return str(ask(place.address, "api/status", Authorization=f"token {TOKEN}").json()["last_activity"])


def test_without_the_token_nothing_is_shown(place: Place) -> None:
    """Who has neither the token nor its cookie is sent to the sign-in, and gets no web socket."""
    said = ask(place.address, "dlcourse/")
    assert said.status == 302
    assert said.headers["Location"].startswith(f"{PREFIX}login")
    assert ask(place.address, "dlcourse/live", Origin=place.address.rstrip("/"), **UPGRADE).status == 403


def test_binder_s_own_name_is_good(place: Place, visit: Callable[..., Page]) -> None:
    """Under whatever name Binder offers the place, its signed-in visitor is served; another site's page is not."""
    page = visit()
    page.goto(place.entrance.replace("127.0.0.1", "localhost"))
    expect(page.get_by_text("Everything is saved")).to_be_visible()
    token = {"Authorization": f"token {TOKEN}", "Host": "hub.somewhere.example"}
    assert ask(place.address, "dlcourse/", **token).status == 200
    assert ask(place.address, "dlcourse/", **token, Origin="https://evil.example").status in {403, 404}
