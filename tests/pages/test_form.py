"""A form fits the command that it sends, or cannot be built."""

import pytest

from dlcourse.domain.reflection.entries import ReviseEntry
from dlcourse.domain.roleplay.messages import Ask, BeginPlay, Decide
from dlcourse.domain.scrutiny.own_practice import WriteDown
from dlcourse.pages.fields import (
    Answer,
    choice,
    grouped,
    line,
    many,
    menu,
    optional_select,
    options,
    required_text,
    select,
    some,
    text,
)
from dlcourse.pages.form import form, more, way

SEAT = choice("seat", "Which seat?", options([("head", "The *head*")]))


def test_a_form_says_which_command_its_answers_go_into() -> None:
    """The command is named by its class, with what is fixed and which field gets a new id."""
    made = form(BeginPlay, "seat/bus", [SEAT], fixed={"scenario": "bus"}, fresh="play", submit="Take this seat")
    assert (made["say"], made["fixed"], made["fresh"]) == ("BeginPlay", {"scenario": "bus"}, "play")
    assert made["fields"] == [SEAT]


def test_a_form_that_names_a_field_its_command_lacks_cannot_be_built() -> None:
    """An answer, a fixed part or a new id that the command does not take is an error of whoever builds the form."""
    fixed = {"scenario": "bus"}
    with pytest.raises(TypeError, match=r"BeginPlay sends \['chair'\]"):
        form(BeginPlay, "x", [SEAT, line("chair", "Which chair?", 10)], fixed=fixed, fresh="play", submit="Go")
    with pytest.raises(TypeError, match=r"\['table'\]"):
        form(BeginPlay, "x", [SEAT], fixed=fixed | {"table": "1"}, fresh="play", submit="Go")
    with pytest.raises(TypeError, match=r"\['attempt'\]"):
        form(BeginPlay, "x", [SEAT], fixed=fixed, fresh="attempt", submit="Go")
    with pytest.raises(TypeError, match=r"\['whom'\]"):
        way("open", "Ask everyone", Ask, {"play": "p", "how": "open", "whom": "all"})


def test_a_form_that_leaves_out_what_its_command_needs_cannot_be_built() -> None:
    """What has a default may be left out; what has none may not."""
    with pytest.raises(TypeError, match=r"leaves out \['play'\]"):
        form(BeginPlay, "x", [SEAT], fixed={"scenario": "bus"}, submit="Go")
    with pytest.raises(TypeError, match=r"leaves out \['option', 'reason'\]"):
        form(Decide, "x", [many("credits", "Whose?", [])], fixed={"play": "p"}, submit="Decide")
    assert way("open", "Ask everyone", Ask, {"play": "p", "how": "open"})["say"] == "Ask"


def test_answers_within_one_field_have_names_of_their_own() -> None:
    """Where all answers go into one field of the command, only that one has to be a field."""
    made = form(WriteDown, "x", [text("what", "What?", 10)], fixed={"exercise": "own"}, within="parts", submit="Save")
    assert made["within"] == "parts"


def test_fields_hold_what_their_names_say() -> None:
    """A line and a text may stay empty, a required text may not; a group without options is left out."""
    assert [line("a", "A", 5)["kind"], text("a", "A", 5)["kind"]] == ["line", "text"]
    assert [field("a", "A", 5)["required"] for field in (line, text, required_text)] == [False, False, True]
    fact = options([("f1", "A *fact*")])
    groups = grouped("fact", "Which?", [{"label": "Mine", "choices": fact}, {"label": "Heard", "choices": []}])
    assert [group["label"] for group in groups["groups"]] == ["Mine"]
    assert fact == [{"value": "f1", "html": "A <em>fact</em>"}]


def test_fields_out_of_sight_are_answers_of_the_form() -> None:
    """The command has to take them, and they count as what it needs."""
    fixed = {"entry": "entry-01", "after": 1}
    steps = more("notes", "More", [line("steps", "Steps", 10), many("principles", "About", [])])
    assert form(ReviseEntry, "x", [steps], fixed=fixed, submit="Save")["fields"] == [steps]
    with pytest.raises(TypeError, match=r"\['mood'\].*leaves out \['steps'\]"):
        form(ReviseEntry, "x", [more("notes", "More", [line("mood", "Mood", 10)])], fixed=fixed, submit="Save")


@pytest.mark.parametrize(
    "field",
    [SEAT, select("x", "X", "Choose", []), required_text("x", "X", 10), some("x", "X", [], "Tick one.")],
)
def test_a_field_that_has_to_be_filled_in_is_never_out_of_sight(field: Answer) -> None:
    """Nobody would find what is missing, so such a form cannot be built."""
    with pytest.raises(TypeError, match="cannot be out of sight"):
        more("notes", "More", [field])


def test_a_menu_may_begin_with_a_choice_or_stay_empty() -> None:
    """Nothing has to be chosen from a menu that begins with a choice, and from one that may stay empty."""
    choices = options([("a", "A"), ("b", "B")])
    begun, free = menu("x", "X", choices, "b"), optional_select("x", "X", "Rather not", choices)
    assert [(each["value"], each["empty"], each["required"]) for each in (begun, free)] == [
        ("b", "", False),
        ("", "Rather not", False),
    ]
    assert select("x", "X", "Choose", choices)["required"]
