"""Nothing that was said is lost: not by a reload, a dead kernel, a dead server, a lost network or a second tab."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from dlcourse.course.connect import here
from dlcourse.domain.drafts import Drafts
from dlcourse.domain.roleplay.messages import CloseTalk, Table
from dlcourse.errors import CourseError
from dlcourse.pages.words import DRAFT_WORDS, STATUS
from tests.browser import CUT_OFF
from tests.e2e.player import ANIL, BUY, CALLUM, GAP, MOVE, SESSION, WAYS, Player
from tests.person import Person
from tests.server.asking import open_session
from tests.serving import Served, until

HOSTS = pytest.mark.parametrize("path", [f"play/{GAP}", SESSION])
KEPT = re.compile(r"^Draft kept ")
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 800}


@pytest.fixture
def player(visit: Callable[..., Page]) -> Player:
    """Open a page for one player."""
    return Player(visit(reduced_motion="reduce"))


@pytest.fixture
def look(player: Player, axe: Callable[[Page], None]) -> Callable[[], None]:
    """Return what asserts that the page has no fault, at both widths."""

    def look_at_it() -> None:
        for size in (NARROW, WIDE):
            player.page.set_viewport_size({"width": size["width"], "height": size["height"]})
            axe(player.page)
            assert player.page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    return look_at_it


def minutes_taken(served: Served) -> int:
    """Return how many minutes of the newest play are stored."""
    person = Person(served.course())
    table = person.table(person.attempts()[0].play)
    return table.minutes - table.minutes_left


def in_the_middle(player: Player, seat: str = CALLUM) -> None:
    """Sit down and take two minutes."""
    player.sit(seat)
    player.prefer(BUY)
    player.spend("open")
    player.spend("dissent")


def unanswered(player: Player, way: str) -> None:
    """Take a minute that nobody can answer now."""
    player.radio(WAYS[way]).check()
    player.press("Use this minute")


@HOSTS
def test_a_reload_in_the_middle(served: Served, player: Player, path: str) -> None:
    """A reloaded page is where it was, word for word, and the play goes on."""
    in_the_middle(player.go(served, path))
    before = player.words
    player.page.reload()
    player.ready()
    expect(player.clock).to_have_attribute("aria-valuetext", "10 of 12 minutes of talk left")
    assert player.words == before
    player.spend("rank")
    assert minutes_taken(served) == 3


def test_typed_words_survive_a_reload(served: Served, player: Player) -> None:
    """A decision that was filled in and not sent yet stands there again after a reload."""
    in_the_middle(player.go(served, SESSION), ANIL)
    player.press("Decide now")
    player.radio(MOVE).check()
    player.page.get_by_role("checkbox", name="Joy Baptiste").check()
    player.page.get_by_label("Your reason").fill("Joy hears the trucks.\nNobody had asked her.")
    player.page.reload()
    player.ready()
    expect(player.page.get_by_label("Your reason")).to_have_value("Joy hears the trucks.\nNobody had asked her.")
    expect(player.radio(MOVE)).to_be_checked()
    expect(player.page.get_by_role("checkbox", name="Joy Baptiste")).to_be_checked()
    player.press("Decide")
    expect(player.crossroads).to_be_visible()


def test_a_killed_kernel_is_told_and_wakes_up(
    serve: Callable[..., Served], player: Player, look: Callable[[], None]
) -> None:
    """A page whose kernel was killed says so, keeps what is said meanwhile, and wakes up where it was."""
    served = serve("--kernels=always")
    in_the_middle(player.go(served, SESSION))
    # A kernel that has just begun runs helpers of its own for a moment.
    kernel = until(lambda: found[0] if len(found := served.kernels()) == 1 else None)
    kernel.kill()
    gone = player.page.get_by_role("status").filter(has_text=STATUS["gone"])
    expect(gone.locator("visible=true").first).to_be_visible()
    look()
    unanswered(player, "rank")
    player.page.get_by_role("button", name=STATUS["wake"]).locator("visible=true").first.click()
    player.ready()
    expect(player.clock).to_have_attribute("aria-valuetext", "9 of 12 minutes of talk left")
    player.spend("open")
    assert minutes_taken(served) == 4


@pytest.mark.expects_errors(CUT_OFF)
def test_a_killed_server(serve: Callable[..., Served], player: Player, look: Callable[[], None]) -> None:
    """The page says that nobody is there, and goes on by itself once somebody is."""
    served = serve()
    in_the_middle(player.go(served, SESSION))
    served.kill()
    expect(player.page.get_by_text(STATUS["lost"]).first).to_be_visible()
    look()
    unanswered(player, "rank")
    expect(player.page.get_by_text(STATUS["lost"]).first).to_be_visible()
    again = serve(f"--port={urlsplit(served.address).port}")
    expect(player.clock).to_have_attribute("aria-valuetext", "9 of 12 minutes of talk left")
    expect(player.page.get_by_text(STATUS["lost"])).to_have_count(0)
    player.spend("open")
    assert minutes_taken(again) == 4


@pytest.mark.expects_errors(CUT_OFF)
def test_a_killed_server_and_a_page_with_a_kernel(
    serve: Callable[..., Served], player: Player, look: Callable[[], None]
) -> None:
    """The page says that nobody is there, then that its kernel is gone; once woken up it delivers what was said."""
    served = serve("--kernels=always")
    in_the_middle(player.go(served, SESSION))
    served.kill()
    expect(player.page.get_by_text(STATUS["lost"]).first).to_be_visible()
    look()
    unanswered(player, "rank")
    again = serve("--kernels=always", f"--port={urlsplit(served.address).port}")
    expect(player.page.get_by_text(STATUS["gone"]).first).to_be_visible()
    player.page.get_by_role("button", name=STATUS["wake"]).first.click()
    player.ready()
    expect(player.clock).to_have_attribute("aria-valuetext", "9 of 12 minutes of talk left")
    player.spend("open")
    assert minutes_taken(again) == 4


@HOSTS
@pytest.mark.expects_errors(CUT_OFF)
def test_a_lost_network_comes_back(served: Served, player: Player, path: str) -> None:
    """Without a network the page says that it is not connected; with it again, what was said arrives once."""
    in_the_middle(player.go(served, path))
    player.page.context.set_offline(True)
    unanswered(player, "rank")
    expect(player.page.get_by_text(STATUS["lost"]).first).to_be_visible()
    player.page.context.set_offline(False)
    expect(player.clock).to_have_attribute("aria-valuetext", "9 of 12 minutes of talk left")
    expect(player.page.get_by_text(STATUS["lost"])).to_have_count(0)
    player.spend("open")
    assert minutes_taken(served) == 4


@pytest.mark.expects_errors(CUT_OFF)
def test_a_move_that_comes_too_late(served: Served, player: Player, look: Callable[[], None]) -> None:
    """What was said without a network and is not possible any more is told, and the page shows where the play is."""
    in_the_middle(player.go(served))
    player.page.context.set_offline(True)
    unanswered(player, "rank")
    expect(player.page.get_by_text(STATUS["lost"]).first).to_be_visible()
    other = Person(served.course())
    other.do(CloseTalk, play=other.attempts()[0].play, option="move-block")
    player.page.context.set_offline(False)
    expect(player.page.get_by_role("alert")).to_contain_text(STATUS["failed"])
    expect(player.crossroads).to_be_visible()
    look()
    player.press(STATUS["dismiss"])
    expect(player.page.get_by_role("alert")).to_be_empty()
    assert minutes_taken(served) == 2


def test_two_tabs_on_one_play(served: Served, player: Player) -> None:
    """Moves from two tabs are all kept, each once, and each tab follows the other without a word."""
    in_the_middle(player.go(served, SESSION))
    other = Player(player.page.context.new_page()).go(served, SESSION)
    player.spend("rank")
    expect(other.clock).to_have_attribute("aria-valuetext", "9 of 12 minutes of talk left")
    other.spend("open")
    expect(player.clock).to_have_attribute("aria-valuetext", "8 of 12 minutes of talk left")
    assert minutes_taken(served) == 4
    other.close(MOVE)
    expect(player.crossroads).to_be_visible()
    assert player.words == other.words
    assert minutes_taken(served) == 4


def test_work_in_another_database_is_not_gone_on_with_elsewhere(serve: Callable[..., Served], tmp_path: Path) -> None:
    """After a server with a database of its own has ended, notebooks and commands say so and do not begin anew."""
    first = serve("--database", f"sqlite:///{tmp_path / 'elsewhere.db'}")
    nearest = here(first.home)
    play = Person(nearest).whole_play()
    first.stop()
    with pytest.raises(CourseError, match="kept in another database, and the course is not open"):
        nearest.see(Table(play=play))
    again = serve()
    assert Person(again.course()).attempts() == ()
    again.stop()
    assert Person(nearest).attempts() == ()


def test_a_server_stops_well_while_pages_open(serve: Callable[..., Served]) -> None:
    """Told to stop while kernels are being started and their pages left already, the server ends without a trace."""
    served = serve()
    for name in ("00-start-here", "01-what-it-is", "03-the-reading-gap"):
        open_session(served, f"session/{name}")
    said = served.stop()
    assert "Traceback" not in said
    assert "Everything that was saved is kept." in said


def test_words_survive_a_closed_tab(served: Served, player: Player, look: Callable[[], None]) -> None:
    """A half-written reason is kept as a draft, is there in a tab opened later, and is no draft once it was given."""
    player.go(served, SESSION)
    player.sit(ANIL)
    player.prefer(BUY)
    player.press("Decide now")
    player.page.get_by_label("Your reason").fill("Because Joy told us")
    player.radio(MOVE).check()
    expect(player.page.get_by_text(KEPT)).to_be_visible()
    look()
    left, player.page = player.page, player.page.context.new_page()
    left.close()
    player.go(served, SESSION)
    player.press("Decide now")
    expect(player.page.get_by_label("Your reason")).to_have_value("Because Joy told us")
    expect(player.radio(MOVE)).to_be_checked()
    player.press("Decide")
    expect(player.crossroads).to_be_visible()
    assert served.course().see(Drafts()).drafts == ()  # type: ignore[attr-defined]
    assert player.page.evaluate("Object.keys(localStorage).filter((name) => name.includes('draft'))") == []


@pytest.mark.expects_errors(CUT_OFF)
def test_words_typed_without_a_network_arrive_with_the_next_page(served: Served, player: Player) -> None:
    """What is typed into a role-play while nobody answers is told to be kept here, and arrives later."""
    in_the_middle(player.go(served), ANIL)
    player.press("Decide now")
    player.page.context.set_offline(True)
    player.page.get_by_label("Your reason").fill("In the tunnel")
    expect(player.page.get_by_text(DRAFT_WORDS["lost"])).to_be_visible(timeout=30_000)
    left, player.page = player.page, player.page.context.new_page()
    left.close()
    player.page.context.set_offline(False)
    player.go(served)
    player.press("Decide now")
    expect(player.page.get_by_label("Your reason")).to_have_value("In the tunnel", timeout=30_000)
    expect(player.page.get_by_text(KEPT)).to_be_visible()
