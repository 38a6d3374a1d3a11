"""The whole course in one browser: all sessions, with everything done, up to the portfolio and the certificate."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dlcourse.pages.ground_rules import words as rules
from dlcourse.pages.responsibility import words as sharing
from dlcourse.pages.trial import words as trials
from tests.e2e.learner import KeyboardLearner, Learner
from tests.handlers.matching.test_board import STAFF
from tests.serving import Served


def test_the_whole_course(served: Served, visit: Callable[..., Page]) -> None:
    """A learner takes one session after the other, does all that each asks, and gets the certificate."""
    one = Learner(visit(reduced_motion="reduce", viewport={"width": 1280, "height": 800}), served)
    for session in (starts, sorts, matches, decides, agrees, stretches, asks, risks, opens, adds_up, plans):
        session(one)


@pytest.mark.parametrize("session", ["01-what-it-is", "03-the-reading-gap", "07-a-better-way"])
def test_a_session_by_keyboard_on_a_phone(served: Served, visit: Callable[..., Page], session: str) -> None:
    """The same holds for somebody without a mouse at a narrow window."""
    one = KeyboardLearner(visit(reduced_motion="reduce", viewport={"width": 360, "height": 740}), served)
    {"01-what-it-is": sorts, "03-the-reading-gap": decides, "07-a-better-way": risks}[session](one)


def starts(one: Learner) -> None:
    """Session 00."""
    one.go("00-start-here", "Who you are")
    one.write(one.field("What would you like to be called?"), "Zoë")
    one.press(one.button("Save"))
    one.says("Good to have you here, Zoë.")
    one.step("How things are at your place")
    one.rates_all()
    one.writes_part("Your problem")
    one.writes_and_promises("A question and a promise")
    one.judges("Eight situations, if you like")
    one.is_done()


def sorts(one: Learner) -> None:
    """Session 01."""
    one.go("01-what-it-is", "Delegation, distribution, or neither?")
    one.sorts("Delegation, distribution, or neither?")
    one.writes_part("Your problem: how it is led today")
    one.writes_and_promises("A question and a promise")
    one.is_done()


def matches(one: Learner) -> None:
    """Session 02."""
    one.go("02-everyone-is-an-expert", "Ten people and five pieces of work")
    matches_people(one)
    one.writes_part("Your problem: who knows what")
    one.step("An average, and the people behind it")
    one.page.get_by_role("region", name="Five occupations, on average").get_by_role("radio").first.check()
    one.press(one.button("Keep my guess and show the figures"))
    one.says_what_they_bring("What you bring")
    plans_a_sample(one)
    one.writes_and_promises("Three questions and a promise")
    one.is_done()


def decides(one: Learner) -> None:
    """Session 03."""
    one.go("03-the-reading-gap", "At the table")
    one.plays("At the table")
    one.writes_part("Your problem: what you heard")
    one.writes_and_promises("A question and a promise")
    one.is_done()


def agrees(one: Learner) -> None:
    """Session 04."""
    one.go("04-ground-rules", "A project that everyone enjoys")
    one.plays("A project that everyone enjoys")
    one.mends("A sheet to mend", "mend-the-rules")
    one.step("Your aim and your rules")
    one.page.get_by_label(rules.AIM_ASK).fill("Every student can explain one thing.")
    one.press(one.button("Save"))
    one.page.get_by_label(rules.RULE_ASK).last.fill("We read first.")
    one.page.get_by_label(rules.CHANGE_ASK).last.fill("If nobody learns anything.")
    one.press(one.button(rules.PROPOSE))
    card = one.page.get_by_role("article", name="We read first.")
    card.get_by_role("radio", name=rules.ADOPT[0]).check()
    card.get_by_label(rules.REVIEW_ASK).fill("2100-01-01")
    card.get_by_role("button", name=rules.DO_IT).click()
    one.says("Adopted until the review on")
    one.writes_part("Your problem: the aim and one rule")
    one.writes_and_promises("Three questions and a promise")
    one.is_done()


def stretches(one: Learner) -> None:
    """Session 05."""
    one.go("05-stretched-over", "A school, guessed and seen")
    for question in ("To whom do the most people turn?", "Whose absence would cut", "Who turns to nobody"):
        one.page.get_by_label(question).select_option(index=1)
    one.press(one.button("Keep my guesses and look"))
    one.mends("A map to mend", "mend-the-map")
    one.step("Share it out")
    shared = one.page.locator(".dl-map")
    for field, words in {
        "what": "How reading is taught",
        "leads": "Ana",
        "contributes": "Joy: which texts they finish",
        "learns": "Cleo",
        "answers": "Ana",
        "authority": "Which texts we read",
    }.items():
        shared.get_by_label(sharing.ASKS[field][0]).fill(words)
    shared.get_by_role("button", name="Save", exact=True).click()
    shared.get_by_role("group", name=sharing.STRAIN_WAYS).get_by_role("radio").first.check()
    shared.get_by_label(sharing.WHO_ASK).select_option("Joy")
    shared.get_by_label(sharing.EXPECT_ASK).fill("Nothing")
    shared.get_by_role("button", name=sharing.TEST).click()
    one.writes_part("Your problem: who does what")
    one.writes_and_promises("Three questions and a promise")
    one.is_done()


def asks(one: Learner) -> None:
    """Session 06."""
    one.go("06-reciprocity", "A demand to mend")
    one.mends("A demand to mend", "mend-a-demand")
    one.plays("Twenty minutes every morning")
    one.step("Your own ledger")
    one.page.get_by_role("radio", name="I ask it of others").check()
    asks_for(one, "Teachers", "Bring student work")
    one.field("Time: what is taken off their plate").fill("One free period")
    one.field("On which day do you look at it together?").fill("2100-02-01")
    one.press(one.button("Offer it"))
    one.page.get_by_role("radio", name="Accept it").check()
    one.press(one.button("Answer"))
    one.says("In force")
    one.field("What helped?").fill("The period")
    one.press(one.button("Save"))
    one.page.get_by_role("radio", name="It was met").check()
    one.field("What did you learn about making it possible?").fill("Mondays are full")
    one.press(one.button("Close it"))
    one.fold("Write one down alone").click()
    one.page.get_by_role("radio", name="It is asked of me").check()
    asks_for(one, "District", "Say what we stop doing")
    one.writes_part("Your problem: what you ask and what you give")
    one.writes_and_promises("Three questions and a promise")
    one.is_done()


def asks_for(one: Learner, other: str, what: str) -> None:
    """Write down an expectation."""
    one.write(one.field("Your role in this"), "Principal")
    one.write(one.field("Role of the other side"), other)
    one.write(one.field("What exactly is asked?"), what)
    one.press(one.button("Write it down"))


def risks(one: Learner) -> None:
    """Session 07."""
    one.go("07-a-better-way", "The sealed workshop")
    one.plays("The sealed workshop")
    one.mends("A trial to mend", "mend-a-trial")
    one.step("Your own trial")
    for question, _ in trials.ASKS.values():
        one.page.get_by_label(question).fill("In my words")
    one.field("Which number do you expect in the end?").fill("15")
    one.field("Which number is the limit?").fill("6")
    one.field("On which side of the limit is harm?").select_option("below")
    one.field("On which day do you decide?").fill("2100-03-01")
    one.button("Save the plan").press("Enter")  # Tab goes through the parts of a day, unseen
    one.press(one.button("Begin, and lock the prediction"))
    one.field("How much was it?").fill("9")
    one.field("On which day?").fill("2100-02-01")
    one.button("Save the reading").press("Enter")
    one.says("The newest reading is 9")
    one.writes_part("Your problem: the smallest trial")
    one.writes_and_promises("Three questions and a promise")
    one.is_done()


def opens(one: Learner) -> None:
    """Session 08."""
    one.go("08-open-practice", "The Thursday circle")
    goes_round(one)
    one.writes_part("Your problem: who has looked at your practice")
    one.step("A practice of your own")
    one.field("What do you do?").fill("I open the meeting.")
    own = one.page.locator(".exercise").filter(has=one.page.get_by_label("What do you do?"))
    own.get_by_role("button", name="Save", exact=True).click()
    one.says("It is kept for you alone.")
    one.fold("The custodian").click()
    one.field("What does the room say").fill("Nobody moved a chair.")
    own.get_by_role("button", name="Save", exact=True).click()
    one.writes_and_promises("Three questions and a promise")
    one.is_done()


def adds_up(one: Learner) -> None:
    """Session 09."""
    one.go("09-many-decisions-one-result", "One school, four choices")
    one.field("How open practice is").select_option("open")
    one.take(one.group("After 40 weeks"), 2)
    one.press(one.page.get_by_role("button", name="Lock my prediction"))
    one.says("You expected it to be worse than at first.")
    one.step("A place like yours")
    one.press(one.button("Save it and run it"))
    one.says("Your place in the model")
    one.writes_part("Your problem: what would add up")
    one.writes_and_promises("Three questions and a promise")
    one.is_done()


def plans(one: Learner) -> None:
    """Session 10."""
    one.go("10-your-plan", "Your place, once more")
    one.rates_all()
    one.step("Your improvement plan")
    one.page.locator(".dl-fold > summary").filter(has_text="First day, your name and your witness").click()
    one.field("First day of the plan").fill("2100-01-01")
    one.field("Who will ask you about it?").fill("Ben")
    one.press(one.button("Save"))
    expect(one.page.locator(".dl-plan-sheet")).to_contain_text("Witness: Ben")
    one.step("Your portfolio")
    one.page.get_by_role("checkbox", name=re.compile("What should be different for students")).check()
    expect(one.page.get_by_role("region", name="What is in it")).to_contain_text("What I think about 00")
    one.judges("Eight other situations, if you like")
    one.is_done()
    one.step("A certificate")
    one.press(one.button("Issue the certificate"))
    sheet = one.page.get_by_role("article", name="Certificate")
    expect(sheet).to_contain_text("Zoë")
    expect(sheet).to_contain_text("has done all 11 sessions")


def matches_people(one: Learner) -> None:
    """Give everybody on the board a part, and compare with the best plan."""
    for number, (lead, *others) in enumerate(STAFF.values(), 1):
        for name in (lead, *others):
            one.page.get_by_role("region", name="The people").locator("summary").filter(has_text=name).focus()
            for _ in range(2 if name == lead else 1):  # the first gives the next part, the second the one after
                one.page.keyboard.press(str(number))
    one.press(one.button("Compare with the best plan"))
    one.says("Your plan beside the best one")


def plans_a_sample(one: Learner) -> None:
    """Have a plan made for the sample of a small school."""
    one.step("Your own people, your own work")
    one.page.get_by_role("button", name=re.compile("small school")).first.click()
    one.press(one.button("Make the best plan"))
    one.says("The plan, task by task")


def goes_round(one: Learner) -> None:
    """Go through a whole round of open practice as the principal."""
    one.take(one.group("Where do you sit?"))
    one.take(one.group("How are comments given in this round?"))
    one.press(one.button("Take this seat"))
    one.take(one.group("What do you ask the others for?"))
    one.write(one.field("Put it in your own words"), "What is it for?")
    one.press(one.button("Open it"))
    for count in range(6):
        one.says(f"{count} of 6 remarks sorted")
        one.page.get_by_role("button", name="Warm").click()
    for who in ("Tomasz Wilk", "Mei-Lin Tran"):
        one.says(f"{who} asks you for a comment")
        one.write(one.field("Warm: what works"), "You do the next one beside them.")
        one.write(one.field("Cool: what puzzles"), "What does one do who lost the thread?")
        one.press(one.button("Give the comment"))
    one.write(one.field("What I learned"), "It reads like an order.")
    one.write(one.field("What I will try"), "No third line.")
    one.press(one.button("Say it"))
    one.press(one.button("Close the round"))
    one.says("The round is closed")
