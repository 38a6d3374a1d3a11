"""`data/course.yaml` matches what exists, its minutes are true, and it lists which principles are taught so far."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.content.roleplay.scenarios import check_file, read_scenario
from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.course.local import LocalCourse
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.roleplay.scenario import Crossroads
from dlcourse.domain.sessions import Exercise, Session
from dlcourse.errors import CourseError
from dlcourse.handlers.registry import EXERCISES_DONE
from dlcourse.pages.registry import CALLS, EXERCISES, Opening, page
from dlcourse.server.pages.light_page import first_props
from dlcourse.store import Store

LIBRARY = Library(files.data())
COURSE = LIBRARY.curriculum()
OPEN = [session for session in COURSE.sessions if session.open]
WORDS_A_MINUTE = 200
WRITING = 8
"""Minutes for the log: four to answer one of its questions, and four for a promise."""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCourse]:
    """The shipped course with a fresh store."""
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('course') / 'course.db'}")
    yield LocalCourse(store, store.person, LIBRARY)
    store.close()


def cells(session: Session) -> list[dict[str, Any]]:
    """The cells of a session's notebook, without those for JupyterLab only."""
    found = json.loads((files.notebooks() / f"{session.id}.ipynb").read_text("utf-8"))["cells"]
    return [cell for cell in found if "jupyterlab" not in cell["metadata"].get("tags", [])]


def text(session: Session) -> str:
    """What learners read in a session: the Markdown cells except a facilitator's notes."""
    read = [cell for cell in cells(session) if cell["cell_type"] == "markdown"]
    return "\n\n".join("".join(cell["source"]) for cell in read if "notes" not in cell["metadata"].get("tags", []))


def each_open(test: Any) -> Any:
    """Run a test for each open session."""
    return pytest.mark.parametrize("session", OPEN, ids=lambda session: session.id)(test)


def test_every_notebook_is_declared_open_and_the_other_way_round() -> None:
    """The notebooks that exist are those of the open sessions."""
    assert sorted(path.stem for path in files.notebooks().glob("*.ipynb")) == [session.id for session in OPEN]


def test_the_sessions_are_those_of_the_curriculum_in_their_order() -> None:
    """Eleven sessions, numbered from 00, each with its own id."""
    assert [session.id[:2] for session in COURSE.sessions] == [f"{number:02}" for number in range(11)]


def test_every_id_is_used_once() -> None:
    """No two exercises, prompts or commitments share an id."""
    commitments = [session.commitment.id for session in OPEN if session.commitment]
    ids = [*(each.id for each in COURSE.exercises), *(each.id for one in OPEN for each in one.prompts), *commitments]
    assert len(ids) == len(set(ids))


def test_every_file_of_exercises_is_used() -> None:
    """Every file of exercises is used. Opening the exercises tests that each has what it needs."""
    assert {path.stem for path in (files.data() / "exercises").glob("*.yaml")} <= {each.of for each in COURSE.exercises}


@pytest.mark.parametrize("exercise", COURSE.exercises, ids=lambda exercise: exercise.id)
def test_every_exercise_opens(exercise: Exercise, course: LocalCourse) -> None:
    """The page of each exercise finds its scenario, sample or file, and reports no problem."""
    opening = EXERCISES[exercise.kind].opening(exercise.of)
    props = first_props(page(opening.page), course, opening.place)
    assert props["page"] == opening.page
    assert [props[name] for name in ("notice", "trouble", "missing", "problem") if props.get(name)] == []


@pytest.mark.parametrize("kind", EXERCISES)
def test_an_exercise_that_is_not_there_says_so(kind: str, course: LocalCourse) -> None:
    """A page for something that does not exist says so, so the test before this one would notice it."""
    opening = EXERCISES[kind].opening("no-such-thing")
    props = first_props(page(opening.page), course, opening.place)
    assert bool(props.get("notice")) == bool(opening.place)


def test_what_counts_for_a_session_can_be_done() -> None:
    """Each kind of exercise that counts for a session says when it is done."""
    counted = {name for session in COURSE.sessions for name in session.done_when}
    assert {each.kind for each in COURSE.exercises if each.id in counted} <= EXERCISES_DONE.keys() <= EXERCISES.keys()


def test_an_unknown_kind_of_exercise_is_named(tmp_path: Path) -> None:
    """An unknown kind of exercise is refused, and the error suggests the kind that was probably meant."""
    declared = (files.data() / "course.yaml").read_text("utf-8")
    (tmp_path / "course.yaml").write_text(declared.replace("kind: match\n", "kind: mach\n"), "utf-8")
    with pytest.raises(CourseError, match=r"'small-school': there is no kind 'mach'\. Did you mean 'match'\?"):
        Library(tmp_path).curriculum()
    (tmp_path / "course.yaml").write_text(declared.replace("kind: match\n", "kind: unheard-of\n"), "utf-8")
    with pytest.raises(CourseError, match="Choose one of about-you, "):
        Library(tmp_path).curriculum()


@each_open
def test_a_session_has_all_that_a_session_has(session: Session) -> None:
    """A session has a reading, an exercise, a prompt, a commitment, and exercises that make it done.

    A kind of exercise that does not say when it is done must not count, because a certificate lists what is done.
    """
    assert session.readings
    assert session.prompts
    assert session.commitment
    doing = {exercise.id for exercise in session.exercises if exercise.kind in EXERCISES_DONE}
    assert set(session.done_when) == doing != set()


@each_open
def test_readings_prompts_and_commitment_stand_in_the_notebook(session: Session) -> None:
    """Each declared reading has its heading in the notebook, and prompts and the commitment are there word for word."""
    written = " ".join(re.sub(r"^> ?", "", text(session), flags=re.MULTILINE).split())
    assert session.commitment
    headings = re.findall(r"^## (.+)$", text(session), re.MULTILINE)
    assert [reading.title for reading in session.readings if reading.title not in headings] == []
    asked = [*(prompt.ask for prompt in session.prompts), session.commitment.ask]
    assert [ask for ask in asked if ask not in written] == []


ANYWHERE = {"figure", "live-here"}
"""Pages in a session that are no exercise."""


@each_open
def test_exercises_are_called_in_the_notebook(session: Session) -> None:
    """Each code cell is one short call: all declared exercises in order, then the session's log.

    Exercises about the results of the session come after the log. Figures and the way into live role-plays can be
    anywhere.
    """
    code = ["".join(cell["source"]) for cell in cells(session) if cell["cell_type"] == "code"]
    kinds = [(EXERCISES[each.kind], each.of) for each in session.exercises]
    before, after = ([kind.opening(of) for kind, of in kinds if kind.after_log is late] for late in (False, True))
    opened = [opening for opening in map(opening_in, code) if opening.page not in ANYWHERE]
    assert opened == [*before, CALLS["log"](session.id), *after]


def opening_in(cell: str) -> Opening:
    """What a cell opens if it imports the course and makes one call with plain values, and nothing else."""
    imported, called = ast.parse(cell).body
    assert ast.unparse(imported) == "import dlcourse"
    assert isinstance(called, ast.Expr)
    call = called.value
    assert isinstance(call, ast.Call)
    assert isinstance(call.func, ast.Attribute)
    assert ast.unparse(call.func.value) == "dlcourse"
    named = {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in call.keywords}
    return CALLS[call.func.attr](*map(ast.literal_eval, call.args), **named)


@each_open
def test_the_main_path_is_shorter_than_all_of_it(session: Session) -> None:
    """The list says how long the main path takes, as the session's own opening does."""
    cells = json.loads((files.notebooks() / f"{session.id}.ipynb").read_text("utf-8"))["cells"]
    opening = "".join(cells[0]["source"])
    assert 0 < session.core < session.minutes
    assert f"**It takes** {session.core} minutes, or {session.minutes} with" in opening


@each_open
def test_the_minutes_are_true(session: Session) -> None:
    """Reading at 200 words a minute, the exercises and the log take the stated minutes, within 15 %."""
    reading = len(text(session).split()) / WORDS_A_MINUTE
    took = reading + sum(exercise.minutes for exercise in session.exercises) + WRITING
    assert abs(took - session.minutes) <= 0.15 * session.minutes, f"{took:.0f} of {session.minutes} minutes"


@each_open
def test_sources_are_named(session: Session) -> None:
    """Every session names the source that it teaches, with a source line and its license."""
    assert "Distributed Leadership Basics" in text(session)
    assert "creativecommons.org/licenses/by/4.0" in text(session)


def test_principles_exist_and_scenarios_carry_what_the_session_says() -> None:
    """Nothing refers to an unknown principle, and the principles declared for a play are at stake in its scenario."""
    for session in OPEN:
        taught = [reading.principles for reading in session.readings]
        taught += [exercise.principles for exercise in session.exercises]
        taught += [prompt.principles for prompt in session.prompts]
        assert {*session.covers, *(name for names in taught for name in names)} <= set(PRINCIPLES)
    for exercise in COURSE.exercises:
        if exercise.kind == "play":
            scenario = playable_scenario(LIBRARY, exercise.of)
            choices = [choice for scene in scenario.scenes if isinstance(scene, Crossroads) for choice in scene.choices]
            at_stake = {*scenario.principles, *(name for choice in choices for name in choice.principles)}
            assert set(exercise.principles) <= at_stake, exercise.id


def test_coverage(record_property: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """What open sessions cover is in their readings, exercises and prompts, and what the course lacks is listed."""
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
    """Each picture in ``data/pictures`` is in the README or in a notebook."""
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    everything = readme + "".join(text(session) for session in OPEN)
    assert [path.name for path in (files.data() / "pictures").iterdir() if path.name not in everything] == []


SCENARIOS = sorted((files.data() / "scenarios").glob("*.yaml"))


def test_no_surname_is_used_twice_in_the_cases() -> None:
    """Whoever has played one case never wonders whether somebody in another is the same person."""
    names = [role.name for path in SCENARIOS for role in read_scenario(path).roles]
    surnames = [name.split(",")[0].split()[-1] for name in names]
    assert sorted(surnames) == sorted(set(surnames))


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_the_shipped_cases_are_without_a_warning(path: Path) -> None:
    """What is checked in authors' files is right in ours: nobody speaks of themselves by name, a decline is dated."""
    assert check_file(path).findings == ()
