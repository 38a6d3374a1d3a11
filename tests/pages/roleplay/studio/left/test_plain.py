"""What is left to do is said in the words of the form, counted by kind, and leads to a field."""

import re

import pytest

from dlcourse import files
from dlcourse.pages.roleplay.studio.words import WITHIN
from tests.pages.roleplay.studio.author import Studio, begin

LUNCH = (files.data() / "guides" / "lunch-line.yaml").read_text("utf-8")
CODE = re.compile(r"'|\bH\d\b|held_by|leads_to|explains: |decides: |\brole-\d|\bfact-\d|\bpanel\b|\btrue\b")
BROKEN = {
    "best: recess-first": "best: recess",
    "held_by: [cook]": "held_by: [baker]",
    "    decides: true\n": "",
    "start: monday": "start: sunday",
    "decoy: second-counter": "decoy: recess-first",
    "leads_to: {recess-first: quiet-noon, second-counter: november}": "leads_to: {recess-first: quiet-noon}",
    "profile: hidden": "profile: manifest",
    "    minutes: 8": "    minutes: soon",
    "min: 0": "min: 7",
    "explains: true": "explains: false",
}


def left(studio: Studio) -> list[tuple[str, str, str]]:
    """Everything that is left: its kind, its place, and what is said."""
    return [(one["kind"], one["where"], one["text"]) for one in studio.editor["remarks"]]


@pytest.mark.parametrize("right", BROKEN)
def test_what_is_wrong_is_said_without_the_words_of_the_file(studio: Studio, right: str) -> None:
    """Each remark has a place in the form, and says what to do there without ids, codes or names of fields."""
    assert right in LUNCH
    studio.say("NewText", file="lunch.yaml", text=LUNCH.replace(right, BROKEN[right]))
    assert left(studio)
    for kind, where, text in left(studio):
        assert where, text
        assert not CODE.search(text), (kind, where, text)
    shown = {*studio.fields(), *(key for key in studio.places() if key)}
    assert {one["key"] for one in studio.editor["remarks"]} <= shown


def test_what_is_not_written_yet_is_no_error(studio: Studio) -> None:
    """A new scenario has fields to fill in and no errors; filling one in leaves one less."""
    begin(studio)
    todo = [one for one in left(studio) if one[0] == "todo"]
    assert ("todo", "Summary", "Write one sentence here.") in todo
    assert "error" not in {kind for kind, _, _ in left(studio)}
    studio.change(kind="words", path=["summary"], words="Lunch is short.")
    assert studio.editor["summary"].startswith(f"{len(todo) - 1} fields still to fill in")


def test_whoever_is_not_needed_is_named(studio: Studio) -> None:
    """A person whose facts went to somebody else is spoken of by name, and the scale that fails leads to a card."""
    begin(studio)
    own = next(key for key, field in studio.fields().items() if field["chosen"] == ["teo-marsh"])
    studio.change(kind="names", path=["facts", int(own.split("/")[1]), "held_by"], names=["ines-kovac"])
    other = next(key for key, field in studio.fields().items() if field["chosen"] == ["teo-marsh"])
    studio.change(kind="names", path=["facts", int(other.split("/")[1]), "held_by"], names=["ines-kovac"])
    assert any("Without Teo Marsh, the others would still choose" in text for _, _, text in left(studio))
    first, *_ = studio.editor["balance"]["scales"]
    assert (first["holds"], first["key"], first["go"]) == (False, "roles/1", "Go to the person")


def test_the_scales_stay_while_something_is_missing(studio: Studio) -> None:
    """A fact that nobody knows leaves the last scales, with what has to be filled in before they are drawn anew."""
    begin(studio)
    before = studio.editor["balance"]["scales"]
    studio.change(kind="names", path=["facts", 0, "held_by"], names=[])
    after = studio.editor["balance"]
    assert [(one["where"], one["text"]) for one in after["missing"]] == [
        (f"Fact 1{WITHIN}Who knows it", "Tick who knows this.")
    ]
    assert after["missing"][0]["key"] == "facts/0/held_by"
    assert len(after["scales"]) == len(before)
