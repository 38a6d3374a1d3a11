"""What the course says is practiced and read, counted strictly: by decisions, and by paragraphs."""

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.learning.choices import SchoolChoices
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.roleplay.scenario import Crossroads, Panel
from dlcourse.domain.sessions import Exercise, PracticedDecision, ReadParagraph
from dlcourse.handlers.learning.results import school_runs
from dlcourse.pages.learning.results import result_props
from dlcourse.pages.learning.words import SHORT
from tests.domain.roleplay.learners import shipped
from tests.practiced import looked_back, swapped
from tests.test_course import cells

COURSE = Library(files.data()).curriculum()
IN_CASES = [each for each in COURSE.practiced if each.of in COURSE.role_plays]
IN_SCHOOLS = [each for each in COURSE.practiced if each.of not in COURSE.role_plays]
WAITING: dict[str, str] = {}
"""What no decision turns on yet, and the session that will bring one."""


def test_each_of_the_sixteen_is_practiced_or_waits_for_a_session() -> None:
    """What is not practiced by a decision is listed with its session; nothing else is missing, and nothing is both."""
    practiced = {each.principle for each in COURSE.practiced}
    assert practiced | WAITING.keys() == set(PRINCIPLES)
    assert practiced & WAITING.keys() == set()
    for principle, session in WAITING.items():
        assert not COURSE.session(session).open, principle


def test_what_is_declared_is_offered_to_everybody() -> None:
    """What has decisions that count is a role-play that the course offers, or a simulated school of an open session."""
    schools = {each.id for session in COURSE.sessions if session.open for each in session.exercises if is_school(each)}
    assert {each.of for each in IN_CASES} <= set(COURSE.role_plays)
    assert {each.of for each in IN_SCHOOLS} <= schools


def is_school(exercise: Exercise) -> bool:
    """Whether the exercise is a simulated school."""
    return exercise.kind == "school"


READ_LATER: dict[str, str] = {}
"""What no core reading has a paragraph about yet, and the session that will bring one."""
PARAGRAPH = 30
"""Words of the shortest paragraph that counts."""


def test_each_of_the_sixteen_is_read_or_waits_for_a_session() -> None:
    """What no paragraph is about is listed with its session, which is not open; nothing else is missing."""
    read = {each.principle for each in COURSE.read}
    assert read | READ_LATER.keys() == set(PRINCIPLES)
    assert read & READ_LATER.keys() == set()
    assert not any(COURSE.session(session).open for session in READ_LATER.values())


@pytest.mark.parametrize("read", COURSE.read, ids=lambda each: f"{each.principle}-{each.session}")
def test_what_is_read_has_a_paragraph_of_its_own(read: ReadParagraph) -> None:
    """The paragraph stands open in a step to read, once and long enough, in a session that covers the principle."""
    session = COURSE.session(read.session)
    assert read.principle in session.covers
    texts = ["".join(each["source"]) for each in cells(session) if "read" in each["metadata"].get("tags", [])]
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n")]
    (found,) = [paragraph for paragraph in paragraphs if paragraph.startswith(read.begins)]
    assert len(found.split()) >= PARAGRAPH


@pytest.mark.parametrize("decision", IN_CASES, ids=lambda each: f"{each.principle}-{each.of}-{each.at}")
def test_the_outcome_and_the_debrief_depend_on_the_decision(decision: PracticedDecision) -> None:
    """If the decision is swapped for its rival and all else stays the same, the end and the debrief are others."""
    pairs = list(swapped(decision, shipped(decision.of)))
    assert any(one.scene != other.scene for one, other in pairs)
    for one, other in pairs:
        first, second = looked_back(one), looked_back(other)
        assert (first.talk, first.passages) != (second.talk, second.passages)


@pytest.mark.parametrize("decision", IN_CASES, ids=lambda each: f"{each.principle}-{each.of}-{each.at}")
def test_the_debrief_says_what_the_decision_was_about(decision: PracticedDecision) -> None:
    """At the decision the debrief names the principle, and says of the choice and of its rival what follows."""
    scenario = shipped(decision.of)
    scene = scenario.scene(decision.at)
    if isinstance(scene, Panel):
        assert decision.principle in scenario.principles
        assert {decision.choice, decision.rival} == {scenario.best, scenario.decoy}
        return
    assert isinstance(scene, Crossroads)
    choice, rival = scene.choice(decision.choice), scene.choice(decision.rival)
    assert choice
    assert rival
    assert decision.principle in {*choice.principles, *rival.principles}
    assert choice.feedback != rival.feedback
    named = [looked_back(play) for pair in swapped(decision, scenario) for play in pair]
    where = {
        place
        for view in named
        for stake in view.stakes
        if stake.principle == decision.principle
        for place in stake.where
    }
    assert (scene.title or scene.id) in where


OTHERWISE = SchoolChoices(openness="open", authority="expertise", coherence="shared")
"""A school in which each decision is tried, with everything but that decision as here."""


@pytest.mark.parametrize("decision", IN_SCHOOLS, ids=lambda each: f"{each.principle}-{each.of}-{each.at}")
def test_what_comes_of_a_school_depends_on_the_decision(decision: PracticedDecision, bundles: object) -> None:
    """If a choice is swapped for its rival, the school ends elsewhere, and what is said names principle and rival."""
    one, other = (
        school_runs(SchoolChoices.model_validate({**OTHERWISE.model_dump(), decision.at: level}))
        for level in (decision.choice, decision.rival)
    )
    assert one.came == "more"
    (change,) = [each for each in one.changes if (each.choice, each.level) == (decision.at, decision.rival)]
    assert change.sure
    assert change.by == pytest.approx(other.end.shared - one.end.shared)
    told = {each["name"].lower(): each for each in result_props(one)["decided"]}
    about = told[SHORT[decision.at, decision.choice]]
    assert decision.principle in about["principles"].split(", ")
    assert SHORT[decision.at, decision.rival] in about["text"]
    assert about not in result_props(other)["decided"]
