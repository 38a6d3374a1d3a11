"""The studio: from nothing to a scenario that can be played, without a line of YAML, and never a word lost."""

import re
from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.roleplay import schema_check
from dlcourse.content.roleplay.shorthand import CONDITION_WORDS
from dlcourse.domain.roleplay.conditions import Condition
from dlcourse.domain.roleplay.scenario import Crossroads, End, Panel
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError
from dlcourse.pages.roleplay.studio.fields import FIELDS
from dlcourse.store import Store
from tests.pages.roleplay.studio.author import Studio, begin, cards

LUNCH = (files.data() / "guides" / "lunch-line.yaml").read_text("utf-8")
GUIDE = (files.data() / "guides" / "writing-a-scenario.md").read_text("utf-8")


def test_a_hidden_profile_is_made_from_nothing(studio: Studio, tmp_path: Path) -> None:
    """The scales are right from the start; once every fact has its words, the file is saved and played."""
    begin(studio)
    assert {scale["holds"] for scale in studio.editor["balance"]["scales"]} == {True}
    empty = [field for field in studio.fields().values() if any(one["kind"] == "todo" for one in field["remarks"])]
    assert empty
    assert {field["value"].partition(":")[0] for field in empty} == {"", "Everybody is at the table.", "You decided"}
    assert studio.editor["summary"] == f"{len(empty)} fields still to fill in, 1 note."
    assert studio.editor["mood"] == "todo"
    for field in empty:
        studio.change(kind="words", path=field["path"], words=f"Words about {field['label'].lower()}.")
    assert studio.editor["summary"].startswith("It can be played.")
    assert studio.editor["preview"]["play"]["screen"] == "brief"
    studio.say("SaveScenario", file=studio.editor["file"], text=studio.editor["text"], base=studio.editor["base"])
    assert studio.editor["play"] == "play/the-lunch-line"
    assert (tmp_path / "scenarios" / "the-lunch-line.yaml").read_text("utf-8") == studio.editor["text"]


def test_a_branching_story_is_begun_and_played_without_yaml(studio: Studio) -> None:
    """One choice and two ends are there; once the empty fields are filled in, the story can be tried."""
    studio.say(
        "BeginBranching",
        title="The locked gate",
        decider="Ruth Amsel: principal",
        opening="The gate is locked.\nIt rains.",
        first="Call the caretaker",
        second="# Break the lock",
    )
    empty = [field for field in studio.fields().values() if any(one["kind"] == "todo" for one in field["remarks"])]
    assert [field["value"] for field in empty] == [""] * 7
    assert "best" in {field["key"] for field in studio.editor["form"]["more"]}, (
        "a story without a meeting needs no best option"
    )
    for field in empty:
        studio.change(kind="words", path=field["path"], words=f"Words about {field['label'].lower()}.")
    assert studio.editor["file"] == "the-locked-gate.yaml"
    assert studio.editor["mood"] == "sound"
    assert [stop["label"] for stop in studio.editor["map"]["stops"]][1:] == ["end", "end"]
    assert studio.editor["preview"]["play"]["screen"] == "brief"
    assert studio.fields()["scenes/0/text"]["value"] == "The gate is locked.\nIt rains."
    assert studio.fields()["scenes/0/choices/1/text"]["value"] == "# Break the lock"


def test_a_story_that_lacks_something_is_not_begun(studio: Studio) -> None:
    """Blanks are no title: the author is told what is missing, and nothing is opened."""
    with pytest.raises(CourseError, match="What is the story called"):
        studio.say("BeginBranching", title="  ", decider="Ruth", first="Call", second="Wait")
    assert studio.shown["editor"] is None


def test_each_fact_says_what_its_words_should_do(studio: Studio) -> None:
    """Who knows a fact and what it speaks for is read in words, and follows the weights."""
    begin(studio)
    notes = [card["note"] for card in cards(studio.editor["form"]) if card["note"]]
    assert "Everybody knows this. It should speak for “A second counter” (+2)" in " ".join(notes)
    assert any(note.startswith("Only Teo Marsh knows this.") for note in notes)


def test_the_text_is_tried_in_a_real_play_that_is_not_stored(studio: Studio, store: Store) -> None:
    """The play in the studio follows the rules to its debrief, and the course records nothing of it."""
    studio.say("NewText", file="lunch.yaml", text=LUNCH)
    studio.say("BeginPlay", play="try-1", scenario="lunch-line", seat="principal")
    studio.say("MakeChoice", play="try-1", scene="monday", choice="sign")
    play = studio.editor["preview"]["play"]
    assert (play["screen"], play["stage"]) == ("table", "choose")
    studio.say("MakeChoice", play="try-1", scene="november", choice="leave-it")
    assert studio.editor["preview"]["play"]["screen"] == "debrief"
    assert store.read(lambda transaction: transaction.streams("play/", store.person)) == ()


def test_a_play_keeps_the_last_good_version(studio: Studio) -> None:
    """While the text has errors, the play goes on with the version before, and says so."""
    studio.say("NewText", file="lunch.yaml", text=LUNCH)
    studio.say("TypeText", text=LUNCH.replace("start: monday", "start: sunday"))
    assert "last version without any" in studio.editor["preview"]["note"]
    assert studio.editor["preview"]["play"]["screen"] == "brief"
    studio.say("TypeText", text=LUNCH.replace("The lunch line", "The line"))
    studio.say("TryAgain")
    assert studio.editor["preview"]["play"]["title"] == "The line"


def test_errors_stand_at_their_fields_and_in_the_text(studio: Studio) -> None:
    """What is wrong is at its field, with its line, or with the text if the form does not show the place."""
    studio.say("NewText", file="lunch.yaml", text=LUNCH.replace("best: recess-first", "best: recess") + "extra: 1\n")
    assert "Did you mean" in studio.fields()["best"]["remarks"][0]["text"]
    assert [one["key"] for one in studio.editor["remarks"] if "extra" in one["text"]] == [""]
    studio.say("TypeText", text="title: a: b\n")
    assert studio.editor["form"] is None
    assert studio.editor["remarks"][0]["line"] == 1


def test_two_windows_are_told_of_each_other(studio: Studio, store: Store, tmp_path: Path) -> None:
    """A window with changes keeps them when another one saves, and may then save over it."""
    other = Studio(store, tmp_path)
    for window in (studio, other):
        window.say(
            "NewText" if window is studio else "OpenFile",
            file="lunch.yaml",
            **({"text": LUNCH} if window is studio else {}),
        )
        if window is studio:
            window.say("SaveScenario", file="lunch.yaml", text=LUNCH, base="")
    other.say("TypeText", text=LUNCH + "# mine\n")
    studio.say("TypeText", text=LUNCH + "# theirs\n")
    studio.say("SaveScenario", file="lunch.yaml", text=studio.editor["text"], base=studio.editor["base"])
    other.say("SaveScenario", file="lunch.yaml", text=other.editor["text"], base=other.editor["base"])
    assert other.editor["elsewhere"]
    assert "changed elsewhere" in other.shown["notice"]["what"]
    assert other.editor["text"].endswith("# mine\n")
    other.say("TakeTheirs")
    assert other.editor["text"].endswith("# theirs\n")
    other.say("UndoChange")
    other.say("SaveScenario", file="lunch.yaml", text=other.editor["text"], base=other.editor["base"])
    assert (tmp_path / "scenarios" / "lunch.yaml").read_text("utf-8").endswith("# mine\n")


def test_changes_can_be_taken_back(studio: Studio) -> None:
    """The last change of the form is undone byte for byte; one that cannot be made changes nothing."""
    studio.say("NewText", file="lunch.yaml", text=LUNCH)
    studio.change(kind="move", path=["facts", 0], to=2)
    studio.change(kind="remove", path=["facts", 1])
    studio.change(kind="words", path=["facts", 99, "text"], words="x")
    assert "cannot change" in studio.shown["notice"]["what"]
    for _ in range(3):
        studio.say("UndoChange")
    assert studio.editor["text"] == LUNCH


def test_the_map_shows_all_scenes_and_ways(studio: Studio) -> None:
    """Scenes are drawn with the ways between them, and a way to a scene that is missing is a stub."""
    studio.say("NewText", file="lunch.yaml", text=LUNCH.replace("leads_to: meeting", "leads_to: nowhere", 1))
    drawn = studio.editor["map"]
    assert drawn["stops"][0]["title"] == "Monday, twenty to eight"
    assert drawn["stops"][0]["stubs"] == ["unseen"]
    assert drawn["cards"][0] == "scenes/0"
    assert all(drawing["lines"] for drawing in drawn["drawings"])


def test_form_schema_and_guide_name_the_same_fields() -> None:
    """No field is missing in the form, in the schema that the check uses, or in the guide's table."""
    table = GUIDE.partition("\n## All fields\n")[2].partition("\n## ")[0]
    told = {(part, field) for part, field in re.findall(r"^\| ([a-z ]+) \| ([^|]+?) \|", table, re.MULTILINE)}
    guide = {(part, field.strip("`")) for part, field in told if part != "part"}
    scenes: dict[type[Value], str] = {Panel: "panel", Crossroads: "choice scene", End: "end"}
    common = set.intersection(*(set(kind.model_fields) for kind in scenes))
    schema = {("scene", name) for name in common}
    schema |= {(what, name) for kind, what in scenes.items() for name in set(kind.model_fields) - common}
    schema |= {
        (what, name)
        for kind, what in schema_check.NAMES.items()
        if kind not in scenes and kind is not Condition
        for name in kind.model_fields
    }
    schema |= {("condition", word) for word in (*CONDITION_WORDS, "an indicator's id")}
    form = {(part, name) for part, fields in FIELDS.items() for name in fields}
    assert form == schema == guide
