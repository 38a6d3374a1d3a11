"""`data/course.yaml` against what exists, both ways; minutes that are true; which principles are taught by now."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.roleplay.scenario import Crossroads
from dlcourse.domain.sessions import Session

LIBRARY = Library(files.data())
COURSE = LIBRARY.curriculum()
OPEN = [session for session in COURSE.sessions if session.open]
WORDS_A_MINUTE = 200
FROM_A_FILE = {"check-again", "sort", "self-check", "open-practice", "own-practice", "expertise"}
"""Kinds of exercises that stand in ``data/exercises``."""


def cells(session: Session) -> list[dict[str, Any]]:
    """The cells of a session's notebook."""
    found = json.loads((files.notebooks() / f"{session.id}.ipynb").read_text("utf-8"))["cells"]
    assert isinstance(found, list)
    return found


def text(session: Session) -> str:
    """What learners read in a session: the markdown cells that are no facilitator's notes."""
    read = [cell for cell in cells(session) if cell["cell_type"] == "markdown"]
    return "\n\n".join("".join(cell["source"]) for cell in read if "notes" not in cell["metadata"].get("tags", []))


def each_open(test: Any) -> Any:
    """Run a test for each open session."""
    return pytest.mark.parametrize("session", OPEN, ids=lambda session: session.id)(test)


def test_every_notebook_is_declared_open_and_the_other_way_round() -> None:
    """The notebooks that exist are those of the open sessions."""
    assert sorted(path.stem for path in files.notebooks().glob("*.ipynb")) == [session.id for session in OPEN]


def test_the_sessions_are_those_of_the_curriculum_in_their_order() -> None:
    """Eleven sessions, numbered from 00, each with an id of its own."""
    assert [session.id[:2] for session in COURSE.sessions] == [f"{number:02}" for number in range(11)]


def test_every_id_is_used_once() -> None:
    """No two exercises, prompts or commitments share an id."""
    commitments = [session.commitment.id for session in OPEN if session.commitment]
    ids = [*(each.id for each in COURSE.exercises), *(each.id for one in OPEN for each in one.prompts), *commitments]
    assert len(ids) == len(set(ids))


def test_every_file_of_exercises_is_used_and_the_other_way_round() -> None:
    """Exercises that need a file have one, and no file lies about unused."""
    wanted = {exercise.of for exercise in COURSE.exercises if exercise.kind in FROM_A_FILE}
    assert wanted == {path.stem for path in (files.data() / "exercises").glob("*.yaml")}


def test_every_scenario_that_is_named_exists() -> None:
    """A play's scenario can be played."""
    for exercise in COURSE.exercises:
        if exercise.kind == "play":
            assert LIBRARY.scenario(exercise.of).id == exercise.of


def test_every_sample_network_that_is_named_exists() -> None:
    """An exercise on a network opens one that can be looked at."""
    for exercise in COURSE.exercises:
        if exercise.kind == "network":
            assert LIBRARY.network(exercise.of)[0].id == exercise.of


@each_open
def test_a_session_has_all_that_a_session_has(session: Session) -> None:
    """A reading, an exercise, a prompt, a commitment, and what makes it done, which are exercises of its own.

    A certificate tells what is done; to be done cannot depend on it.
    """
    assert session.readings
    assert session.prompts
    assert session.commitment
    doing = {exercise.id for exercise in session.exercises if exercise.kind != "certificate"}
    assert set(session.done_when) == doing != set()


@each_open
def test_readings_prompts_and_commitment_stand_in_the_notebook(session: Session) -> None:
    """Each declared reading has its heading there; prompts and the commitment are there word for word."""
    written = " ".join(re.sub(r"^> ?", "", text(session), flags=re.MULTILINE).split())
    assert session.commitment
    headings = re.findall(r"^## (.+)$", text(session), re.MULTILINE)
    assert [reading.title for reading in session.readings if reading.title not in headings] == []
    asked = [*(prompt.ask for prompt in session.prompts), session.commitment.ask]
    assert [ask for ask in asked if ask not in written] == []


@each_open
def test_exercises_are_called_in_the_notebook(session: Session) -> None:
    """Each code cell is one short call: each declared exercise, in order, and the session's log after all of them.

    What gathers the fruits of all comes after the log.
    """
    calls = ["".join(cell["source"]) for cell in cells(session) if cell["cell_type"] == "code"]
    of = {
        "play": 'play("{}")',
        "sort": 'sort("{}")',
        "self-check": 'self_check("{}")',
        "about-you": "about_you()",
        "open-practice": 'open_practice("{}")',
        "own-practice": 'own_practice("{}")',
        "expertise": "expertise()",
        "match": 'match("{}")',
        "averages": 'averages("{}")',
        "network": 'network("{}")',
        "plan": "plan()",
        "check-again": 'self_check("{}", again=True)',
        "portfolio": "portfolio()",
        "certificate": "certificate()",
    }
    gathers = {"portfolio", "certificate"}
    called = [(each.kind in gathers, of[each.kind].format(each.of)) for each in session.exercises]
    before, after = ([call for late, call in called if late is wanted] for wanted in (False, True))
    wanted = [*before, f'log("{session.id}")', *after]
    assert calls == [f"import dlcourse\ndlcourse.{call}" for call in wanted]


@each_open
def test_the_minutes_are_true(session: Session) -> None:
    """Reading at 200 words a minute and the exercises together take the stated minutes, within 15 %."""
    reading = len(text(session).split()) / WORDS_A_MINUTE
    took = reading + sum(exercise.minutes for exercise in session.exercises)
    assert abs(took - session.minutes) <= 0.15 * session.minutes, f"{took:.0f} of {session.minutes} minutes"


@each_open
def test_sources_are_named(session: Session) -> None:
    """Every session names the source that it teaches, a source line, and its licence."""
    assert "Distributed Leadership Basics" in text(session)
    assert "creativecommons.org/licenses/by/4.0" in text(session)


def test_principles_exist_and_scenarios_carry_what_the_session_says() -> None:
    """Nothing refers to an unknown principle, and a play's declared principles are at stake in its scenario."""
    for session in OPEN:
        taught = [reading.principles for reading in session.readings]
        taught += [exercise.principles for exercise in session.exercises]
        taught += [prompt.principles for prompt in session.prompts]
        assert {*session.covers, *(name for names in taught for name in names)} <= set(PRINCIPLES)
    for exercise in COURSE.exercises:
        if exercise.kind == "play":
            scenario = LIBRARY.scenario(exercise.of)
            choices = [choice for scene in scenario.scenes if isinstance(scene, Crossroads) for choice in scene.choices]
            at_stake = {*scenario.principles, *(name for choice in choices for name in choice.principles)}
            assert set(exercise.principles) <= at_stake, exercise.id


def test_coverage(record_property: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """What open sessions cover holds in readings, exercises and prompts; what is missing in the course is listed."""
    taught = {
        "reading": {name for session in OPEN for reading in session.readings for name in reading.principles},
        "exercise": {name for exercise in COURSE.exercises for name in exercise.principles},
        "prompt": {name for session in OPEN for prompt in session.prompts for name in prompt.principles},
    }
    with capsys.disabled():
        for part, names in taught.items():
            missing = ", ".join(sorted(set(PRINCIPLES) - names)) or "nothing"
            print(f"\ncoverage of open sessions, still missing in a {part}: {missing}", end="")  # noqa: T201
    covered = {name for session in OPEN for name in session.covers}
    for part, names in taught.items():
        assert covered <= names, f"declared as covered, but in no {part}: {sorted(covered - names)}"


def test_pictures_are_all_used() -> None:
    """Each picture in ``data/pictures`` stands in the README or in a notebook."""
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    everything = readme + "".join(text(session) for session in OPEN)
    assert [path.name for path in (files.data() / "pictures").iterdir() if path.name not in everything] == []
