"""Role-plays from the brief to the comparison of attempts, on light pages and on session pages."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dlcourse.domain.roleplay.messages import CloseTalk, ShareFact, StatePreference
from tests.e2e.player import ANIL, BUY, CALLUM, GAP, MOVE, SESSION, WAYS, Player
from tests.person import Person
from tests.serving import Served, until

Look = Callable[[], None]
TWIN = "the-reading-gap-open"
MINUTES = {"expertise": {"whom": "Joy Baptiste, custodian"}, "closed": {"which": MOVE}, "idea": {"which": MOVE}}
REASON = "Nine of fourteen read at eleven.\n<b>The mornings</b> are too loud: “listen” & see."


@pytest.fixture
def looking(visit: Callable[..., Page], axe: Callable[[Page], None]) -> Callable[[int], tuple[Player, Look]]:
    """Return what opens a page of this width for a player, and what asserts that it has no fault."""

    def open_page(width: int) -> tuple[Player, Look]:
        page = visit(viewport={"width": width, "height": 800}, reduced_motion="reduce")

        def look() -> None:
            page.evaluate("scrollTo(0, 0)")  # where no bar lies over anything
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

        return Player(page), look

    return open_page


def talk(player: Player, look: Look, seat: str, fact: str) -> None:
    """Sit down and talk in each of the seven ways, looking at every screen."""
    look()
    player.sit(seat)
    look()
    player.prefer(BUY)
    look()
    for way, label in WAYS.items():
        player.radio(label).check()
        look()
        player.spend(way, **MINUTES.get(way, {"fact": fact} if way == "share" else {}))
    expect(player.lines.filter(has_text=f"You, {seat}")).to_have_count(len(WAYS))


def afterwards(player: Player, look: Look, other: Person) -> None:
    """Take a way at the first crossroads; then go on elsewhere, up to the debrief, and find this page there as well."""
    look()
    player.choose()
    player.crossroads.get_by_role("radio").first.check()
    other.go_on(next(attempt.play for attempt in other.attempts() if not attempt.ended))
    expect(player.debrief).to_be_visible()
    look()
    open_everything(player)
    look()


def beside(player: Player, look: Look, first: str, second: str) -> None:
    """Look at the list of attempts and set two of them side by side."""
    player.attempts()
    look()
    player.compare(first, second)
    look()


def open_everything(player: Player) -> None:
    """Open whatever can be opened on the page."""
    closed = player.page.get_by_role("article").locator("details:not([open]) > summary")
    while closed.count():
        closed.first.click()


def test_a_play_beside_the_decider(served: Served, looking: Callable[[int], tuple[Player, Look]]) -> None:
    """A whole play on a light page on a phone, from a seat that does not decide: right in every state."""
    other = Person(served.course())
    other.whole_play()
    player, look = looking(360)
    talk(player.go(served), look, CALLUM, "Last month a fire drill")
    player.press("Close the talk")
    look()
    player.press("Back to the talk")
    player.close(MOVE)
    afterwards(player, look, other)
    expect(player.page.get_by_text("facts that only some people knew came to the table")).to_be_visible()
    expect(player.page.get_by_role("row", name=re.compile("^Last month a fire drill"))).to_contain_text("you")
    beside(player, look, f"Attempt 1: {CALLUM}", f"Attempt 2: {CALLUM}")


def test_a_play_as_the_decider(served: Served, looking: Callable[[int], tuple[Player, Look]]) -> None:
    """A whole play on a session page on a laptop, from the seat that decides: right in every state."""
    other = Person(served.course())
    other.whole_play()
    player, look = looking(1280)
    talk(player.go(served, SESSION), look, ANIL, "Hours for music, art and gym")
    player.press("Decide now")
    look()
    player.press("Back to the talk")
    player.decide(MOVE, REASON, "Callum Reyes", "Joy Baptiste")
    expect(player.lines.filter(has_text=re.compile("It rests on what Joy.* and Callum.* told us"))).to_have_count(1)
    afterwards(player, look, other)
    expect(player.page.get_by_text(REASON)).to_be_visible()
    expect(player.page.get_by_text(f"The decision was “{MOVE}”. With everything that the table knew")).to_be_visible()
    expect(player.page.get_by_role("row", name=re.compile("^Joy Baptiste.*Yes")).first).to_be_visible()
    beside(player, look, f"Attempt 1: {CALLUM}", f"Attempt 2: {ANIL}")


OTHERS = ("Anil Raman", "Lourdes Okafor", "Joy Baptiste", "Callum Reyes")
HEARD = {
    "share": (("fact", "At ten o'clock recess"), 1),
    "dissent": (("", ""), 4),
    "open": (("", ""), 4),
    "expertise": (("whom", "Joy Baptiste, custodian"), 1),
    "rank": (("", ""), 4),
    "closed": (("which", BUY), 4),
    "idea": (("which", BUY), 1),
}
"""For each way to spend a minute: what it needs, and how many colleagues are heard to answer, at the least."""


def test_what_a_screen_reader_hears_at_each_move(served: Served, page: Page) -> None:
    """Each move adds to a log that is read out: my turn, then each colleague by name, with how and what they say."""
    player = Player(page).go(served)
    player.sit("Hana Sato, library aide")
    player.prefer(BUY)
    for way, ((part, value), answers) in HEARD.items():
        before = player.lines.count()
        player.spend(way, **({part: value} if part else {}))
        mine, *others = [player.lines.nth(at).aria_snapshot() for at in range(before, player.lines.count())]
        assert mine.startswith("- listitem:")
        assert "You, Hana Sato, library aide" in mine
        assert [len(re.findall("|".join(OTHERS), told.split("\n")[1])) for told in others] == [1] * len(others)
        assert answers <= len(others) <= answers + 2
        if answers == len(OTHERS):
            assert {name for name in OTHERS for told in others if name in told.split("\n")[1]} == set(OTHERS)
        for told in others:
            assert "says nothing" in told or len(told.split("\n")) > 2
            assert not re.search(r"\b(AR|LO|JB|CR)\b", told)
        expect(page.get_by_role("status").filter(has_text="of 12 minutes of talk left")).to_have_text(
            f"{player.minutes} of 12 minutes of talk left"
        )


def test_both_hosts_say_the_same(served: Served, visit: Callable[..., Page]) -> None:
    """A light page and a session page show the same words in every state of one play."""
    other = Person(served.course())
    light, session = Player(visit()), Player(visit())

    def both_say(words: str) -> None:
        for player, path in ((light, f"play/{GAP}"), (session, SESSION)):
            expect(player.go(served, path).page.get_by_text(words).locator("visible=true").first).to_be_visible()
        until(lambda: light.words == session.words)  # a part of the debrief is loaded a little later

    both_say("Which seat do you take?")
    play = other.begin(seat="teacher")
    both_say("Before anyone speaks")
    other.do(StatePreference, play=play, option="buy-program")
    other.do(ShareFact, play=play, fact="eleven-oclock")
    both_say("11 of 12 minutes of talk left")
    other.do(CloseTalk, play=play, option="move-block")
    both_say("What happens next?")
    other.go_on(play)
    both_say("The principles at stake")
    for player in (light, session):
        player.attempts()
    until(lambda: light.words == session.words)


def test_a_play_goes_on_from_an_earlier_move(served: Served, page: Page) -> None:
    """From one's own move in the debrief a new attempt begins; it stands beside the first, which stays as it is."""
    player = Player(page).go(served)
    player.sit(CALLUM)
    player.prefer(BUY)
    player.spend("open")
    player.spend("expertise", whom="Hana Sato, library aide")
    said = player.lines.all_inner_texts()
    player.close(BUY)
    player.to_the_end()
    page.get_by_text("The play from the beginning").click()
    page.get_by_role("listitem").filter(has_text=re.compile("You, .*to Hana")).get_by_role("button").click()
    expect(player.clock).to_have_attribute("aria-valuetext", "11 of 12 minutes of talk left")
    again = player.lines.all_inner_texts()
    assert again == said[: len(again)]
    assert "to everyone" in again[0]
    player.close(MOVE)
    player.to_the_end()
    player.attempts()
    expect(page.get_by_role("row", name=re.compile("attempt 2"))).to_contain_text("from attempt 1")
    player.compare(f"Attempt 1: {CALLUM}", f"Attempt 2: {CALLUM}")
    expect(page.get_by_text("Your first move is the same.")).to_be_visible()
    expect(page.get_by_text("From here on the two attempts differ")).to_have_count(2)


def test_a_hidden_profile_beside_its_twin(served: Served, page: Page) -> None:
    """After both cases were played, their attempts stand side by side and the page says what the difference shows."""
    other = Person(served.course())
    other.whole_play(TWIN)
    other.whole_play()
    player = Player(page).go(served)
    player.compare(
        f"Attempt 1: {CALLUM}", "“The reading gap at Tern Point”, attempt 1: Nadia Karam, fifth-grade teacher"
    )
    expect(page.get_by_text("These are two different cases.")).to_be_visible()
    expect(page.get_by_text("From inside the room the two look alike.")).to_be_visible()


def test_a_story_ends_with_a_map(served: Served, page: Page) -> None:
    """The branching story asks for no seat; at its end stands a map of its ways, and unseen scenes keep their names."""
    player = Player(page).go(served, "play/sealed-workshop")
    player.press("Begin the story")
    expect(player.crossroads).to_be_visible()
    player.to_the_end()
    expect(page.get_by_role("heading", name="The map of ways")).to_be_visible()
    expect(page.get_by_text(re.compile(r"You have come through \d+ of \d+ scenes and to 1 of 5 ends"))).to_be_visible()
    page.get_by_text("The map as a list").click()
    expect(page.get_by_text("Taken in attempt 1").first).to_be_visible()
    expect(page.get_by_text("Not taken, leads to a scene you have not seen").first).to_be_visible()
    expect(page.get_by_role("heading", name="Ends you have come to")).to_be_visible()
