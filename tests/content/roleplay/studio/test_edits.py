"""Changes of a form are changes of the text: one place gets its new value, and every other byte stays."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse import files
from dlcourse.content import yaml_parser
from dlcourse.content.roleplay.studio.edits import edited
from dlcourse.content.roleplay.studio.line_ends import as_in, plain_lines
from dlcourse.content.roleplay.studio.meaning import meaning
from dlcourse.content.roleplay.studio.places import part_at, written
from dlcourse.content.yaml_tree import Path
from dlcourse.domain.roleplay.studio.edits import AddPart, Edit, ListNames, MovePart, RemovePart, WriteToken, WriteWords
from dlcourse.errors import CourseError
from tests.examples import examples

LUNCH = (files.data() / "guides" / "lunch-line.yaml").read_text("utf-8")
ODD = """\
# a note at the top
title:   "In quotes"   # a note behind
summary: 'It''s single'
setting: >-
   folded
   text

id: odd   # an id
roles: [{id: a, name: A, about: "x, y"}, {id: b, name: B}]
facts:
- id: first
  text: |
    Two
    lines

# about the second
- {id: second, text: plain, weighs: {a: 1}}

# the end
"""
FACTS = "facts:" + LUNCH.partition("\nfacts:")[2].partition("\nstart:")[0]
TEXTS = [FACTS, ODD]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])) | st.sampled_from(
    [
        "a: b",
        "x # y",
        "12",
        "true",
        "two\nlines",
        "  lead",
        "trail ",
        "- dash",
        "ends\n",
        "a\n\nb\n\n",
        "[x]",
        "no",
        "'\"",
        "",
    ]
)


def means(text: str) -> Any:
    """What the text means, as plain data."""
    node = yaml_parser.parse(text)
    assert node is not None
    return meaning(node)


def leaves(data: Any, path: Path = ()) -> Iterator[Path]:
    """The places of all texts."""
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, part in parts:
        yield from leaves(part, (*path, step))
    if isinstance(data, str):
        yield path


def lists(data: Any, path: Path = ()) -> Iterator[tuple[Path, int]]:
    """The places of all lists of more than one item, and how many items they have."""
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, part in parts:
        yield from lists(part, (*path, step))
    if isinstance(data, list) and len(data) > 1:
        yield path, len(data)


def value(data: Any, path: Path) -> Any:
    """What is at the path."""
    for step in path:
        data = data[step]
    return data


@settings(max_examples=examples(60), deadline=None)
@given(st.sampled_from(TEXTS), st.data())
def test_a_changed_text_leaves_all_other_bytes_alone(text: str, data: st.DataObject) -> None:
    """Whatever words are written into whatever field, they are read back, and nothing around the field changes."""
    path, words = data.draw(st.sampled_from(list(leaves(means(text))))), data.draw(WORDS)
    after = edited(text, [WriteWords(path=path, words=words)])
    found = value(means(after), path)
    assert found in {words, words + "\n"}
    root = written(text)
    part = part_at(root, path) if root else None
    assert part is not None
    if after != text:
        assert after.startswith(text[: part.start])
        assert after.endswith(text[part.end :])


@settings(max_examples=examples(30), deadline=None)
@given(st.sampled_from(TEXTS), st.data())
def test_moving_there_and_back_changes_nothing(text: str, data: st.DataObject) -> None:
    """A moved item changes its place alone, with its comment, and moving it back gives the text as it was."""
    path, count = data.draw(st.sampled_from(list(lists(means(text)))))
    here, there = data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, count - 1))
    moved = edited(text, [MovePart(path=(*path, here), to=there)])
    items = value(means(text), path)
    items.insert(there, items.pop(here))
    assert value(means(moved), path) == items
    assert sorted(moved.split()) == sorted(text.split()) or "[" in text
    assert edited(moved, [MovePart(path=(*path, there), to=here)]) == text


@pytest.mark.parametrize("text", [LUNCH, ODD])
def test_what_is_not_changed_is_not_touched(text: str) -> None:
    """Writing what is there already leaves the text as it is, byte for byte."""
    for path in leaves(means(text)):
        assert edited(text, [WriteWords(path=path, words=value(means(text), path))]) == text


CHANGES: dict[str, tuple[Edit, str]] = {
    "a new item comes last": (
        AddPart(path=("options",), fields={"id": "third", "name": "A: b"}),
        '  - {id: recess-first, name: Put recess before lunch}\n  - id: third\n    name: "A: b"\n',
    ),
    "a new field stands in the usual order": (
        WriteWords(path=("facts", 2, "said"), words="I saw it."),
        "    weighs: {second-counter: 1}\n    said: I saw it.\n",
    ),
    "a group is begun": (
        ListNames(path=("scenes", 0, "choices", 0, "when", "heard"), names=("crackers",)),
        "        principles: [P1, P5]\n        when: {heard: [crackers]}\n        effects",
    ),
    "a weight": (
        WriteToken(path=("facts", 0, "weighs", "recess-first"), token="-3"),
        "    weighs: {second-counter: 1, recess-first: -3}\n  - id: next-town",
    ),
    "names instead of all": (
        ListNames(path=("facts", 0, "held_by"), names=("cook", "aide")),
        "    held_by: [cook, aide]\n    weighs: {second-counter: 1, recess-first: 1}",
    ),
    "a part of brackets is taken out": (
        RemovePart(path=("facts", 0, "weighs", "second-counter")),
        "    weighs: {recess-first: 1}\n  - id: next-town",
    ),
    "a list is begun": (
        AddPart(path=("scenes", 1, "choices"), fields={"text": "Go"}, tokens={"id": "go"}),
        "choices:\n      - id: go\n        text: Go\n",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_changes_are_written_as_a_person_would(name: str) -> None:
    """New parts are indented and put in brackets like their neighbors, and stand where one expects them."""
    edit, shown = CHANGES[name]
    after = edited(LUNCH, [edit])
    assert shown in after
    assert all(line in after for line in LUNCH.splitlines() if line.lstrip().startswith("#"))


@pytest.mark.parametrize(
    "path", [("facts", 99, "text"), ("title", "x", 0), ("roles", "x"), ("scenes", 0, "choices", 9, "text")]
)
def test_a_place_that_is_not_there_is_refused(path: Path) -> None:
    """A form that is behind the text changes nothing; it is told that it cannot."""
    with pytest.raises(CourseError, match="the form cannot change"):
        edited(LUNCH, [WriteWords(path=path, words="x")])


def test_a_text_that_cannot_be_read_is_not_edited() -> None:
    """While the text cannot be read, the form says from which line on."""
    with pytest.raises(CourseError, match="from line 2 on"):
        edited("id: x\ntitle: a: b\n", [WriteWords(path=("id",), words="y")])


def test_what_is_copied_is_changed_in_the_text_alone() -> None:
    """A place that is a copy of another one is not changed by the form."""
    with pytest.raises(CourseError, match="Change it in the text"):
        edited("a: &one {b: c}\nd: *one\n", [WriteWords(path=("d", "b"), words="y")])


@given(st.text(st.sampled_from("ab\n\r\ufeff") | st.characters(codec="utf-8"), max_size=60))
def test_an_untouched_text_keeps_its_line_ends(text: str) -> None:
    """A text that was opened and saved again is the same, whatever its line ends."""
    assert as_in(text, plain_lines(text)) == text


def test_new_lines_get_the_usual_line_end() -> None:
    """In a file of another editor, lines that stay keep their ends, and new ones get the most frequent end."""
    before = "\ufeffa: 1\r\nb: 2\nc: 3\r\n"
    assert as_in(before, "a: 1\nnew: x\nb: 2\nc: 4\n") == "\ufeffa: 1\r\nnew: x\r\nb: 2\nc: 4\r\n"
