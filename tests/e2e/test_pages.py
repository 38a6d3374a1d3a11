"""Every page that the home page links, as a visitor meets it: clean, narrow enough, and in words."""

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from dlcourse import files
from dlcourse.content.library import Library
from tests.person import STORY, Person
from tests.server.asking import fetched
from tests.serving import Served, start

SESSIONS = tuple(sorted(path.stem for path in files.notebooks().glob("*.ipynb")))
PLAYS = (
    "the-reading-gap",
    "the-reading-gap-open",
    "the-same-mistake",
    "the-empty-seats",
    "two-experts",
    "sealed-workshop",
    "the-river-project",
    "two-doors",
)
MINE = (
    "aids",
    "certificate",
    "ground-rules",
    "improvement-plan",
    "log",
    "network/own",
    "plan/own",
    "portfolio",
    "principles",
    "studio",
    "work",
)
ADDRESSES = ("", *MINE, *(f"session/{name}" for name in SESSIONS), *(f"play/{name}" for name in PLAYS))
UNKNOWN = (
    "nothing",
    "session/none",
    *(f"session/{each.id}" for each in Library(files.data()).curriculum().sessions if not each.open),
    "session/",
    "play/none",
    "play/..%2f..",
    "log/",
    "plan/none",
)


class Anchors(HTMLParser):
    """Collects where the links of a page lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of a link."""
        if tag == "a":
            self.found.add(dict(attrs).get("href") or "")


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a home in which somebody has played, begun and written scenarios; nothing here changes it."""
    home = tmp_path_factory.mktemp("home")
    (home / "scenarios").mkdir()
    (home / "scenarios/two-doors.yaml").write_text(STORY, "utf-8")
    (home / "scenarios/unfinished.yaml").write_text("id: unfinished\ntitle: 1\n", "utf-8")
    served = start(home)
    person = Person(served.course())
    person.whole_play()
    person.talk()
    yield served
    served.stop()


def links(address: str) -> set[str]:
    """Return where the links in the first response lead, as one without JavaScript finds them."""
    anchors = Anchors()
    anchors.feed(fetched(address).decode())
    return {urljoin(address, link) for link in anchors.found if not link.startswith("#")}


def settle(page: Page, address: str) -> None:
    """Open a page and wait until nothing on it is still coming."""
    page.goto(address)
    expect(page.get_by_text("getting ready")).to_have_count(0)
    expect(page.get_by_text("Everything is saved").first).to_be_attached()  # in a step that may not be shown


def fits(page: Page, width: int) -> bool:
    """Whether the page needs no sideways scrolling at this width."""
    page.set_viewport_size({"width": width, "height": 800})
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("address", [*ADDRESSES, "network", "plan"])
def test_a_page_is_clean(used: Served, visit: Callable[..., Page], axe: Callable[[Page], None], address: str) -> None:
    """No failed request, no sideways scrolling, and no fault for axe: wide and light, narrow and dark."""
    page = visit(color_scheme="light", reduced_motion="reduce")  # colors change at once
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    settle(page, used.address + address)
    assert fits(page, 1280)
    axe(page)
    page.emulate_media(color_scheme="dark")
    assert fits(page, 360)
    axe(page)
    assert fits(page, 320)
    assert failed == []


def test_the_links_of_home_need_no_script(used: Served) -> None:
    """The first response of the home page links every open session and role-play, and each link answers."""
    found = links(used.address)
    assert {used.address + address for address in ADDRESSES} <= found
    for link in found:
        assert fetched(link)


def test_home_names_what_is_there(used: Served, page: Page) -> None:
    """Home offers to go on where one was, links what is open, names what is not yet, and tells what is amiss."""
    settle(page, used.address)
    expect(page.get_by_role("link", name="Go on with “The reading gap”")).to_be_visible()
    sessions = page.get_by_role("region", name="Sessions", exact=True)
    expect(sessions.get_by_role("link")).to_have_count(len(SESSIONS))
    expect(sessions.get_by_text("Not open yet")).to_have_count(11 - len(SESSIONS))
    own = page.get_by_role("region", name="Your own scenarios")
    expect(own.get_by_role("link", name="Two doors")).to_be_visible()
    expect(own.get_by_text("unfinished.yaml").first).to_be_visible()
    page.get_by_role("region", name="Role-plays").get_by_role("link", name="The empty seats").click()
    expect(page.get_by_role("heading", name="The empty seats", level=1)).to_be_visible()


@pytest.mark.parametrize("address", ["", SESSIONS[0], PLAYS[0]])
def test_the_keyboard_skips_to_the_content(used: Served, page: Page, address: str) -> None:
    """Each kind of page says its language, has one main part, and the first Tab leads to it past the rest."""
    folder = {SESSIONS[0]: "session/", PLAYS[0]: "play/"}.get(address, "")
    settle(page, used.address + folder + address)
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.get_by_role("main")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_shows_neither_code_nor_notes(used: Served, page: Page, name: str) -> None:
    """A learner's page holds the reading, and nothing of the code, its errors, or the facilitator's notes."""
    settle(page, f"{used.address}session/{name}")
    shown = plain(page.content())
    notebook = json.loads((files.notebooks() / f"{name}.ipynb").read_text("utf-8"))
    hidden, read = list[str](), ""
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code" or {"notes", "jupyterlab"} & {*cell["metadata"].get("tags", [])}:
            hidden += source.splitlines()
        else:
            read += plain(source)
    assert [line for line in hidden if plain(line) and plain(line) in shown and plain(line) not in read] == []
    assert "Traceback" not in shown
    (first, *_) = (cell["source"] for cell in notebook["cells"])
    assert plain("".join(first).splitlines()[-1]) in shown


def plain(text: str) -> str:
    """Return the letters of a text, without tags and marks, which Markdown and HTML write differently."""
    return "".join(re.findall(r"\w", re.sub(r"<[^>]*>|&\w+;", "", text)))


@pytest.mark.expects_errors(r"404 \(Not Found\)")
@pytest.mark.parametrize("address", UNKNOWN)
def test_an_unknown_address_is_answered_in_words(
    used: Served, page: Page, axe: Callable[[Page], None], address: str
) -> None:
    """What is not there gets a page of our own that says so and leads home."""
    answer = page.goto(used.address + address)
    assert answer is not None
    assert answer.status == 404
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page).to_have_title("There is no such page in this course")
    axe(page)
    page.get_by_role("main").get_by_role("link").click()
    expect(page.get_by_role("heading", name="Distributed Leadership")).to_be_visible()


def test_an_address_opens_a_principle(visit: Callable[..., Page], used: Served) -> None:
    """An address that ends in a principle's id shows that one open; all others stay closed, and each can be opened."""
    page = visit()
    settle(page, f"{used.address}principles#E1")
    expect(page.get_by_text("does teaching get better, and do students learn more?")).to_be_visible()
    expect(page.get_by_text("Inspection. Scrutiny goes both ways")).to_be_hidden()
    page.get_by_text("practice that is open to scrutiny").click()
    expect(page.get_by_text("Inspection. Scrutiny goes both ways")).to_be_visible()
