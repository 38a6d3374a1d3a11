"""A live session in seven real browsers: six people, two of them with phones of 360 px, and whoever leads."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from playwright.sync_api import Page, WebSocket, expect

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.domain.live.messages import OpenLive
from dlcourse.domain.live.settings import LiveSettings
from dlcourse.domain.roleplay.scenario import Fact
from dlcourse.pages.live import debrief_words, words
from dlcourse.pages.markdown import plain
from dlcourse.pages.roleplay.talk import short
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_cohort import PHONE, create, learner
from tests.e2e.test_leading_live import LAPTOP, move_on, seat_by_hand
from tests.e2e.test_pages import fits
from tests.person import Person
from tests.serving import Served

Axe = Callable[[Page], None]
GAP = playable_scenario(Library(files.data()), "the-reading-gap")
NAMES = {role.name: role.id for role in GAP.roles}
ROLE = re.compile(r"^Group 1\. You are (.+)\.$")


def as_said(fact: Fact) -> str:
    """A fact as those who hold it tell it."""
    return fact.said or fact.text


class Seat:
    """Somebody's browser, everything that the server sent to it, and the role that its person has."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.sent, self.role = page, address, list[str](), ""
        page.on("websocket", self._listen)

    def enter(self) -> None:
        """Go to the session and come in."""
        self.page.goto(self.address)
        self.page.get_by_role("button", name=words.ENTER).click()

    def take(self) -> str:
        """Read which role this person has."""
        told = ROLE.search(self.page.get_by_text(ROLE).inner_text())
        assert told
        self.role = NAMES[told[1]]
        return self.role

    def got(self, facts: Iterable[Fact]) -> list[str]:
        """Those of these facts that were sent to this browser, whether or not they are shown."""
        received = " ".join(self.sent)
        return [fact.id for fact in facts if any(plain(text)[:40] in received for text in (fact.text, as_said(fact)))]

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self.sent.append(str(frame)))


def test_six_people_and_whoever_leads_play_a_session(served: Served, visit: Callable[..., Page], axe: Axe) -> None:
    """From the door to the debrief nobody is sent what is not theirs; who drops out or comes late finds a place."""
    lead = visit(viewport=LAPTOP, reduced_motion="reduce")
    code, _ = create(lead, served, lambda page: None)
    address, place_by_hand = open_session(lead, served)
    come = partial(person, visit, served, code, address)
    ann, ben, cem, dee = early = [come("Ann", PHONE), come("Ben", PHONE), come("Cem", LAPTOP), come("Dee", LAPTOP)]
    for seat in early:
        seat.enter()
    axe(ann.page)
    lead.get_by_role("button", name="Seat everybody").click()
    expect(ann.page.get_by_text(words.WAIT_PLACED)).to_be_visible()
    place_by_hand(dict(zip(("Ann", "Ben", "Cem", "Dee"), NAMES.values(), strict=False)))
    lead.locator("summary", has_text=re.compile("^Start$")).click()
    lead.get_by_role("button", name="Start", exact=True).click()
    eve, fay = come("Eve", LAPTOP), come("Fay", LAPTOP)
    for late, told in ((eve, words.PREFER), (fay, words.OBSERVER_NOTES["preference"])):
        late.enter()
        expect(late.page.get_by_text(told)).to_be_visible()
    players = [*early, eve]
    for seat in players:
        prefer(seat)
    assert sorted(seat.role for seat in players) == sorted(NAMES.values())
    axe(ann.page)
    for seat in (*players, fay):
        assert seat.got(fact for fact in GAP.unique if seat.role not in fact.held_by) == []
    move_on(lead, "Talk")
    talk(ann, ben, fay, axe)
    axe(lead)
    drop_out_and_return(dee, cem)
    move_on(lead, "Decision")
    decide(players, axe)
    # Whoever leads moves on what they see, so the console has to show the new scene first.
    expect(lead.get_by_text(choose(players, ann, axe), exact=True)).to_be_visible()
    lead.get_by_role("button", name="All groups: Move on").click()
    expect(ann.page.get_by_role("heading", name=words.PHASES["outcome"])).to_be_visible()
    axe(ann.page)
    move_on(lead, "Debrief")
    look_back([*players, fay], axe)


def person(visit: Callable[..., Page], served: Served, code: str, address: str, name: str, size: object) -> Seat:  # noqa: PLR0917
    """Somebody who has joined the cohort, in a browser of this size."""
    page = learner(visit, served, code, name)
    page.set_viewport_size(size)  # type: ignore[arg-type]
    return Seat(page, address)


def open_session(lead: Page, served: Served) -> tuple[str, Callable[[Mapping[str, str]], None]]:
    """Open a session in which somebody counts as gone after five seconds.

    Returns where people come in, and what gives them roles by their names.
    """
    lead.goto(f"{served.address}cohort")
    lead.get_by_role("link", name="Lead it: Autumn deans").click()
    expect(lead.get_by_role("link", name="Live role-plays")).to_be_visible()
    cohort, session = lead.url.rstrip("/").rpartition("/")[2], "5e" * 16
    settings = LiveSettings(gone_after=5)
    Person(served.course()).do(OpenLive, cohort=cohort, session=session, scenario=GAP.id, settings=settings)
    lead.goto(f"{served.address}cohort/{cohort}/live/{session}")
    expect(lead.get_by_text("Not started. 0 people are here.")).to_be_visible()
    return f"{served.address}live/{session}", partial(seat_by_hand, served, cohort, session)


def prefer(seat: Seat) -> None:
    """Read which role one has, and state a first preference."""
    expect(seat.page.get_by_text(words.PREFER)).to_be_visible()
    option = GAP.options[len(seat.take()) % 2]
    seat.page.get_by_role("radio", name=option.name).check()
    seat.page.get_by_role("button", name=words.KEEP).click()
    expect(seat.page.get_by_text(words.PREFERENCE_KEPT.format(option=option.name))).to_be_visible()


def talk(teller: Seat, listener: Seat, observer: Seat, axe: Axe) -> None:
    """By keyboard, one shares a fact on a phone: others hear it at once, and react where it stands."""
    fact = next(fact for fact in GAP.unique if fact.held_by == (teller.role,))
    who, text = next(name for name, role in NAMES.items() if role == teller.role), plain(as_said(fact))
    page, keys, ears = teller.page, Keyboard(teller.page), Keyboard(listener.page)
    axe(page)
    ears.listen()
    keys.go_to(page.get_by_role("radio", name="Share a fact"))
    page.keyboard.press("Space")
    keys.go_to(page.get_by_role("radio", name=plain(fact.text)[:30]))
    page.keyboard.press("Space")
    axe(page)
    keys.press(page.get_by_role("button", name=words.SAY_IT))
    said = listener.page.get_by_role("listitem").filter(has_text=text)
    expect(said.get_by_role("button", name=words.SUPPORT)).to_be_in_viewport()
    assert [heard for _, heard in ears.heard()] == [f"{who} {words.TELLS} {text}"]
    assert f'button "{words.SUPPORT}: {who}"' in said.aria_snapshot()
    expect(observer.page.get_by_text(text).first).to_be_visible()
    keys.listen()
    said.get_by_role("button", name=words.NEW_TO_ME).click()
    said.get_by_role("button", name=words.SUPPORT).click()
    expect(
        said.get_by_text(f"{words.NEW_TO.format(people='you')}. {words.SUPPORTED.format(people='you')}")
    ).to_be_visible()
    react = short(next(name for name, role in NAMES.items() if role == listener.role))
    expect(page.get_by_text(words.NEW_TO.format(people=react)).first).to_be_attached()
    assert keys.heard() == []
    assert listener.got(fact for fact in GAP.unique if listener.role not in fact.held_by) == [fact.id]
    axe(listener.page)
    for phone in (page, listener.page):
        assert fits(phone, 320)
        phone.set_viewport_size(PHONE)  # type: ignore[arg-type]


def drop_out_and_return(seat: Seat, other: Seat) -> None:
    """A stand-in takes the seat of somebody who is gone; who comes back has it again, and reads what was said."""
    seat.page.goto("about:blank")
    expect(other.page.get_by_text(words.HOLDERS["stand-in"])).to_be_visible()
    seat.page.goto(seat.address)
    role = seat.role
    expect(seat.page.get_by_role("radio", name="Share a fact")).to_be_visible()
    assert seat.take() == role
    expect(seat.page.get_by_text(words.HEARD)).to_be_visible()
    expect(other.page.get_by_text(words.HOLDERS["stand-in"])).to_be_hidden()


def decide(players: list[Seat], axe: Axe) -> None:
    """Everybody states a preference again, on a phone too, and then the one who decides does, with a reason."""
    for seat in sorted(players, key=lambda each: each.role == GAP.decider.id):
        page = seat.page
        expect(page.get_by_role("heading", name=words.PHASES["decision"])).to_be_visible()
        page.get_by_role("radio", name=GAP.options[1].name).check()
        if seat.role == GAP.decider.id:
            page.get_by_label(words.REASON).fill("We listened.")
            axe(page)
            page.get_by_role("button", name=words.DECIDE).click()
        else:
            page.get_by_role("button", name=words.KEEP).click()
            expect(page.get_by_text("Kept: now you would choose")).to_be_visible()
    for seat in players:
        expect(seat.page.get_by_text("We listened.").first).to_be_attached()


def choose(players: list[Seat], phone: Seat, axe: Axe) -> str:
    """One chooses, after somebody else said what they would do; returns the title of the scene that comes next."""
    choosers = [seat for seat in players if seat.page.get_by_role("button", name=words.CHOOSE_THIS).count()]
    assert len(choosers) == 1
    other = next(seat for seat in players if seat not in choosers)
    axe(phone.page)
    other.page.get_by_role("radio").first.check()
    other.page.get_by_role("button", name=words.SAY_IT).click()
    expect(choosers[0].page.get_by_text(" would: ")).to_be_visible()
    before = choosers[0].page.get_by_role("heading").all_inner_texts()
    choosers[0].page.get_by_role("radio").first.check()
    choosers[0].page.get_by_role("button", name=words.CHOOSE_THIS).click()
    expect(choosers[0].page.get_by_role("heading")).not_to_have_count(len(before))
    return choosers[0].page.locator(".dl-scene").last.get_by_role("heading").inner_text()


def look_back(people: list[Seat], axe: Axe) -> None:
    """The debrief shows who knew what; those at the table also see how preferences moved, and an observer does not."""
    *players, observer = people
    for seat in people:
        expect(seat.page.get_by_text(debrief_words.FACTS)).to_be_visible()
    for seat in players:
        expect(seat.page.get_by_role("heading", name="How preferences moved")).to_be_visible()
    expect(observer.page.get_by_role("heading", name="How preferences moved")).to_be_hidden()
    expect(players[0].page.get_by_role("img", name="How preferences moved")).to_be_visible()
    axe(players[0].page)
    assert fits(players[0].page, 320)
