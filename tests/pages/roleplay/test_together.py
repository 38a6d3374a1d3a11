"""The role-play page with two people at one table: each sees on whom they wait, and goes on by themselves."""

import hashlib

import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.domain.roleplay.messages import PlayBegun, ScenarioKept
from dlcourse.store import WriteTransaction
from tests.domain.roleplay.anybody import saved
from tests.pages.conftest import Reader

GAP = "the-reading-gap"
OURS = "our-play"


@pytest.fixture
def principal(course: LocalCourse) -> Reader:
    """The home's person, who decides, at a table at which somebody else teaches."""
    scenario, person = saved(GAP), course._store.person
    digest = hashlib.sha256(scenario.model_dump_json().encode()).hexdigest()
    seats = {"principal": person, "teacher": "ben"}
    begun = PlayBegun(scenario=f"scenario/{digest}", title=scenario.title, about=GAP, seats=seats, seed=OURS)

    def set_table(transaction: WriteTransaction) -> None:
        transaction.append(f"scenario/{digest}", 0, digest, "author", [ScenarioKept(scenario=scenario)])
        transaction.append(f"play/{OURS}", 0, "set-the-table", person, [begun])

    course._store.write(set_table)
    return opened(course)


@pytest.fixture
def teacher(course: LocalCourse, principal: Reader) -> Reader:
    """The other person at that table."""
    return opened(LocalCourse(course._store, "ben", course._library))


def opened(course: LocalCourse) -> Reader:
    """Open the scenario: it goes on where it was, at the table that somebody set."""
    reader = Reader("roleplay", course)
    reader.start(scenario=GAP)
    return reader


def test_both_find_the_table_and_are_told_who_sees_their_answer(principal: Reader, teacher: Reader) -> None:
    """Each is asked for a first preference of their own, and told before that the debrief shows it to the table."""
    for reader in (principal, teacher):
        assert (reader.shows["play"], reader.shows["stage"]) == (OURS, "prefer")
        assert "everybody at the table" in str(reader.shows["task"]["form"])


def test_whoever_waits_sees_for_whom(principal: Reader, teacher: Reader) -> None:
    """After closing the talk, and while another chooses, one sees no form but whose turn it is; then it goes on."""
    for reader in (principal, teacher):
        reader.say("StatePreference", play=OURS, option="buy-program")
    closing = teacher.shows["task"]["closing"]
    teacher.say(closing["say"], **closing["fixed"], option="move-block")
    assert (teacher.shows["stage"], teacher.shows["task"]["form"]) == ("wait", None)
    assert teacher.shows["task"]["waiting"] == (
        "You have closed the talk. Anil Raman decides; you will see the decision here."
    )
    principal.say("Decide", play=OURS, option="buy-program", reason="We need it.", credits=["teacher"])
    teacher.hears()
    teacher.catch_up()
    waiting, choosing = (teacher, principal) if teacher.shows["task"]["waiting"] else (principal, teacher)
    assert waiting.shows["stage"] == "wait"
    assert "chooses what happens next" in waiting.shows["task"]["waiting"]
    form = choosing.shows["task"]["form"]
    assert (form["say"], choosing.shows["task"]["waiting"]) == ("MakeChoice", "")
    choosing.say(form["say"], **form["fixed"], choice=form["fields"][0]["choices"][0]["value"])
    waiting.hears()
    waiting.catch_up()
    chosen = [line for passage in waiting.shows["passages"] for line in passage["lines"]][-1]
    assert (chosen["mine"], chosen["manner"]) == (False, "")


def test_an_answer_shared_by_a_person_comes_to_the_others(principal: Reader, teacher: Reader) -> None:
    """A question to a person shows no answer until they share what they know; then whoever asked sees it."""
    for reader in (principal, teacher):
        reader.say("StatePreference", play=OURS, option="buy-program")
    principal.say("Ask", play=OURS, how="expertise", to="teacher")
    principal.catch_up()
    assert len(principal.shows["passages"][-1]["lines"]) == 1
    teacher.catch_up()
    teacher.say("ShareFact", play=OURS, fact=saved(GAP).own("teacher")[0].id)
    principal.hears()
    principal.catch_up()
    asked, shared, *reactions = principal.shows["passages"][-1]["lines"]
    assert (asked["mine"], shared["mine"], shared["fact"]["new"]) == (True, False, True)
    assert [reaction["quiet"] for reaction in reactions] == [True]
