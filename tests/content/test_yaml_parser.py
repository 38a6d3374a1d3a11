"""How a YAML file becomes a tree: texts as written, comments, line separators, and where reading stops."""

import pytest

from dlcourse.content import yaml_parser
from dlcourse.content.yaml_parser import Unreadable, parse
from dlcourse.content.yaml_tree import Group, Scalar, Unfit, at, line_of


def group(text: str) -> Group:
    """Parse a text that is a group of fields."""
    node = parse(text)
    assert isinstance(node, Group)
    return node


def refused(text: str) -> str:
    """The message about a text that cannot be read."""
    with pytest.raises(Unreadable) as caught:
        parse(text)
    return caught.value.problems[0].message


def test_values_are_those_of_yaml_1_2() -> None:
    """Plain words are numbers, true, or nothing, and texts in quotes; ``no`` is a word."""
    text = 'a: 3\nb: "3"\nc: true\nd: no\ne:\nf: 1.5\ng: [1, x]\nh: -0x1f\ni: "\u200b"\n'
    nothing, fraction = Unfit.EMPTY, Unfit.FRACTION
    assert group(text).value == {
        "a": 3,
        "b": "3",
        "c": True,
        "d": "no",
        "e": nothing,
        "f": fraction,
        "g": (1, "x"),
        "h": "-0x1f",
        "i": nothing,
    }


def test_numbers_of_any_length_are_read() -> None:
    """A number with thousands of digits is read as one that is too large, with its own sign."""
    assert group(f"a: {'9' * 9000}\nb: -{'9' * 9000}").value == {"a": 1_000_001, "b": -1_000_001}


def test_every_place_has_its_line() -> None:
    """There is a line for a field's name, for a list item, and for the group that lacks a field."""
    root = group("a:\n  - b: 1\n    c:\n      2\n  - d: 1\n")
    assert [line_of(root, path) for path in (("a",), ("a", 0, "c"), ("a", 1), ("a", 1, "e"), ("z",))] == [1, 3, 5, 5, 1]
    assert at(root, ("a", 0, "z")) is None


@pytest.mark.parametrize("text", ["a: b #c", "a: # c", "a: b # c\nd: 1"])
def test_a_note_after_a_plain_value_is_kept(text: str) -> None:
    """The comment in the line of a plain or empty value is part of the value."""
    value = group(text).fields["a"]
    assert isinstance(value, Scalar)
    assert value.note.startswith("#")
    assert value.note_line == 1


def test_quoted_and_block_texts_have_no_note() -> None:
    """A ``#`` in quotes or in a block belongs to the text."""
    root = group('a: "b #c"\nd: |\n  e #f\n')
    assert root.value == {"a": "b #c", "d": "e #f\n"}
    assert all(isinstance(part, Scalar) and not part.note for part in root.fields.values())


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029"])
def test_only_line_feeds_end_a_line(char: str) -> None:
    """Characters that only YAML 1.1 takes as line ends belong to the text and do not count as lines."""
    root = group(f"a: b{char}c\nd: |\n  e{char}f\n\ue000: x\n")
    assert root.value == {"a": f"b{char}c", "d": f"e{char}f\n", "\ue000": "x"}
    assert root.lines == {"a": 1, "d": 2, "\ue000": 4}


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b\n" * 70_000, "characters, more than 300,000"),
        ("".join(f"k{number}: x\n" for number in range(6_000)), "more than 10,000 values"),
        ("- x\n" * 10_001, "more than 10,000 values"),
        ("[" * 200_000, "are inside each other"),
        ("- " * 100_000, "are inside each other"),
        ("a: {" * 50_000, "are inside each other"),
        (LAUGHS, "copies counted"),
        ("a: &a [1]\nb: [" + "*a, " * 9_000 + "1]\n" + "c: 1\n" * 1_500, "a second time"),
    ],
)
def test_reading_stops_at_the_first_excess(text: str, said: str) -> None:
    """A file that is too long, too deep or has too many values, including copies, is refused with a message."""
    assert said in refused(text)


def test_a_file_of_the_largest_size_is_read() -> None:
    """A text with almost as many characters as a file may have is read."""
    text = "a: |\n" + "  word word word\n" * ((yaml_parser.LARGEST - 10) // 17)
    assert len(str(group(text).value["a"])) > 200_000
