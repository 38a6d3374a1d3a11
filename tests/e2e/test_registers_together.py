"""Sessions 04 to 07 as a cohort of five: two on phones, three who have done their part, and a screen for the room."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from dlcourse.domain.ground_rules.messages import AnswerRule, ProposeRule, WriteAim
from dlcourse.domain.live.polls import AnswerRoom, OpenQuestion
from dlcourse.domain.reciprocity.messages import AskExpectation
from dlcourse.domain.responsibility.messages import ShareOut
from dlcourse.domain.trial.messages import AskWatcher, PlanTrial, StartTrial
from dlcourse.pages.ground_rules import words as rules
from dlcourse.pages.live import words
from dlcourse.pages.reciprocity import words as ledger
from dlcourse.pages.responsibility import words as shares
from dlcourse.pages.trial import words as trials
from dlcourse.server.access.door import Door
from dlcourse.server.access.keys import key_of
from dlcourse.server.access.visits import SessionCookies
from dlcourse.store import Store
from tests.classroom import Classroom, Member
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_exercises import right
from tests.handlers.live.live_room import LiveRoom
from tests.serving import Served, start

PHONE, PROJECTOR = {"width": 360, "height": 740}, {"width": 1920, "height": 1080}
AIM, RULE, REASON = "Everyone can explain one thing.", "On Fridays we read first.", "I have bus duty on Fridays."
PIECE, TRIAL = "How reading is taught", "Ten minutes in pairs"
Axe = Callable[[Page], None]


@dataclass(frozen=True)
class Room:
    """A served course, the sessions of its people's browsers by name, and the id of a live session."""

    served: Served
    cohort: str
    live: str
    sessions: dict[str, str]

    def enter(self, page: Page, name: str, path: str) -> Page:
        """Let this page be the browser of somebody, and open a path."""
        cookies = SessionCookies(Door(self.served.home, key_of(self.served.home), "/"), "/")
        name, _, value = cookies.cookie(self.sessions[name], secure=False).partition(";")[0].partition("=")
        page.context.clear_cookies()
        page.context.add_cookies([{"name": name, "value": value, "url": self.served.address}])
        page.goto(self.served.address + path)
        return page


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Five people and a facilitator. Cem, Dee and Eve have done their part of each register already."""
    home = tmp_path / "home"
    home.mkdir()
    with closing(Store.open(f"sqlite:///{home / 'course.db'}")) as store:
        live = LiveRoom(Classroom(store))
        people = dict(
            zip(("Ann", "Ben", "Cem", "Dee", "Eve"), live.enter("Ann", "Ben", "Cem", "Dee", "Eve"), strict=True)
        )
        _do_their_part(live, people)
        everybody = {**people, "Faye": live.lead}
        sessions = {name: member.entered.session for name, member in everybody.items()}
    served = start(home)
    yield Room(served, live.cohort, live.session, sessions)
    served.stop()


def _do_their_part(live: LiveRoom, people: dict[str, Member]) -> None:
    ann, ben, cem, dee, eve = people.values()
    rule, trial = uuid4().hex, uuid4().hex
    cem.do(WriteAim, after=0, aim=AIM)
    dee.do(ProposeRule, rule=rule, words=RULE, change="If nobody learns anything.")
    for person in (cem, dee):
        person.do(AnswerRule, rule=rule, version=1, stance="consent")
    eve.do(ShareOut, share=uuid4().hex, after=0, what=PIECE, leads="Dee", contributes="Dee: which texts", answers="Cem")
    cem.do(AskExpectation, expectation=uuid4().hex, person=dee.id, role="Head", whom="Teacher", what="A paragraph")
    plan = {"hypothesis": "h", "test": TRIAL, "harmed": "Quiet ones", "measure": "Students who write", "stop": "Anyone"}
    ann.do(PlanTrial, trial=trial, **plan, expected=9, limit=6, worse="below", on=date(2100, 3, 1))
    ann.do(StartTrial, trial=trial)
    ann.do(AskWatcher, trial=trial, person=ben.id)
    live.tell(OpenQuestion, source="trial", question="prediction")
    for person in (cem, dee, eve):
        person.do(AnswerRoom, session=live.session, number=1, answer="expected")


def test_four_sessions_of_a_cohort_of_five(room: Room, visit: Callable[..., Page], axe: Axe) -> None:
    """What is written on two phones appears on the screen for the room at once, with counts and without names."""
    ann, ben = (visit(reduced_motion="reduce", viewport=PHONE) for _ in range(2))
    screen = visit(reduced_motion="reduce", viewport=PROJECTOR)
    agree_on_a_rule(room, ann, ben, screen, axe)
    try_the_strain(room, ann, screen, axe)
    ask_upward(room, ann, ben, axe)
    predict_and_stop(room, ann, ben, screen, axe)


def agree_on_a_rule(room: Room, ann: Page, ben: Page, screen: Page, axe: Axe) -> None:
    """Session 04: the screen goes from the aim to the rule by keyboard, and follows a consent and a dissent."""
    room.enter(screen, "Faye", "ground-rules/room")
    expect(screen.get_by_role("heading", name=AIM)).to_be_visible()
    axe(screen)
    Keyboard(screen).press(screen.get_by_role("button", name="Next"))
    expect(screen.get_by_role("heading", name=RULE)).to_be_visible()
    count = screen.locator(".dl-wall-counts > div")
    expect(count).to_have_text(["consent2", "dissent0", "no answer yet4"])
    for page, name, way in ((ann, "Ann", rules.CONSENT), (ben, "Ben", rules.DISSENT)):
        room.enter(page, name, "session/04-ground-rules#Your-aim-and-your-rules")
        card = page.get_by_role("article", name=RULE)
        card.get_by_role("radio", name=way[0]).check()
        if way is rules.DISSENT:
            card.get_by_label(rules.REASON_ASK).fill(REASON)
        card.get_by_role("button", name=rules.DO_IT).click()
    expect(count).to_have_text(["consent3", "dissent1", "no answer yet2"])
    expect(screen.get_by_text(REASON)).to_be_visible()
    expect(screen.get_by_text("Ben")).to_have_count(0)
    axe(screen)
    right(ben, axe)


def try_the_strain(room: Room, ann: Page, screen: Page, axe: Axe) -> None:
    """Session 05: a strain test on a phone comes to the screen after the piece that it breaks."""
    screen.goto(f"{room.served.address}responsibility/room")
    expect(screen.get_by_role("heading", name=PIECE)).to_be_visible()
    expect(screen.get_by_text(shares.GAPS["learns"])).to_be_visible()
    expect(screen.get_by_text("1 of 2")).to_be_visible()
    ann.goto(f"{room.served.address}session/05-stretched-over#Share-it-out")
    ann.get_by_role("radio", name=shares.AWAY[0]).check()
    ann.get_by_label(shares.WHO_ASK).select_option("Dee")
    ann.get_by_label(shares.EXPECT_ASK).first.fill("Nobody leads")
    ann.get_by_role("button", name=shares.TEST).click()
    expect(screen.get_by_text("1 of 3")).to_be_visible()
    Keyboard(screen).press(screen.get_by_role("button", name="Next"))
    expect(screen.get_by_role("heading", name="Dee is away")).to_be_visible()
    expect(screen.get_by_text(f"{PIECE}: nobody leads it any more.")).to_be_visible()
    axe(screen)
    right(ann, axe)


def ask_upward(room: Room, ann: Page, ben: Page, axe: Axe) -> None:
    """Session 06: Ben writes down what Ann asks of him, she says what she gives, and he accepts it."""
    for page in (ann, ben):
        page.goto(f"{room.served.address}session/06-reciprocity#Your-own-ledger")
    ben.get_by_label(ledger.WHO).select_option(label="Ann")
    ben.get_by_role("radio", name=ledger.I_AM_ASKED).first.check()
    ben.get_by_label(ledger.MY_ROLE).first.fill("Teacher")
    ben.get_by_label(ledger.THEIR_ROLE).first.fill("Principal")
    ben.get_by_label(ledger.WHAT_ASK).first.fill("Bring student work")
    ben.get_by_role("button", name=ledger.ASK).first.click()
    entry = "Principal (Ann) asks Teacher (Ben)"
    expect(ben.get_by_role("region", name=entry)).to_contain_text(ledger.STAGES["asked"])
    ann.reload()
    expect(ann.get_by_role("region", name=entry)).to_be_visible()
    ann.get_by_label(ledger.EXAMPLE_ASK).fill("Mine, on Monday")
    ann.get_by_label(ledger.ON_ASK).fill("2100-02-01")
    ann.get_by_role("button", name=ledger.OFFER_IT).click()
    ben.get_by_role("radio", name=ledger.CHOICES["accepted"][0]).check()
    ben.get_by_role("button", name=ledger.ANSWER_IT, exact=True).click()
    expect(ann.get_by_role("region", name=entry)).to_contain_text(ledger.STAGES["in-force"])
    right(ann, axe)


def predict_and_stop(room: Room, ann: Page, ben: Page, screen: Page, axe: Axe) -> None:
    """Session 07: everybody predicts first, the screen counts all five, and then a reading past the limit stops it."""
    for page in (ann, ben):
        page.goto(f"{room.served.address}live/{room.live}")
        page.get_by_role("radio", name="Past the limit").check()
        page.get_by_role("button", name="Answer").click()
        expect(page.get_by_role("radio")).to_have_count(0)
        expect(page.get_by_text(f"{words.YOUR_ANSWER}: Past the limit")).to_be_visible()
    ann.reload()
    expect(ann.get_by_text(f"{words.YOUR_ANSWER}: Past the limit")).to_be_visible()
    axe(ann)
    screen.goto(f"{room.served.address}cohort/{room.cohort}/live/{room.live}/questions")
    expect(screen.get_by_text("Open now. 5 people have answered.")).to_be_visible()
    screen.get_by_role("button", name="Close it").click()
    expect(screen.get_by_text("2 of 5")).to_be_visible()
    expect(ann.get_by_role("table")).to_contain_text("Past the limit")
    axe(screen)
    ben.goto(f"{room.served.address}trials")
    ann.goto(f"{room.served.address}session/07-a-better-way#Your-own-trial")
    ann.get_by_label(trials.VALUE_ASK).fill("5")
    ann.get_by_label(trials.READ_ON).fill("2100-02-01")
    ann.get_by_role("button", name=trials.READ_IT).click()
    for page in (ann, ben):
        expect(page.get_by_text(trials.BREACHED).first).to_be_visible()
    right(ben, axe)
