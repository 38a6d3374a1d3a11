"""How a tree is read by a type: everything that does not fit is reported at its place, whatever the type."""

from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from dlcourse.content.schema import spots, validated
from dlcourse.content.yaml_parser import parse
from dlcourse.content.yaml_values import read
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError


class Dog(Value):
    """A pet that barks."""

    kind: Literal["dog"] = "dog"
    name: str
    barks: int


class Fish(Value):
    """A pet that is silent."""

    kind: Literal["fish"] = "fish"
    name: str


class Shop(Value):
    """What the tests read."""

    pets: tuple[Annotated[Dog | Fish, Field(discriminator="kind")], ...]
    prices: dict[str, int] = {}


def errors(text: str) -> set[tuple[object, str]]:
    """The place and the type of each error."""
    node = parse(text)
    assert node is not None
    value, found = validated(list(spots(node, Shop)), Shop, None)
    assert (value is None) == bool(found)
    return {(error["loc"], error["type"]) for error in found}


def test_a_tree_that_fits_is_a_value() -> None:
    """Lists become tuples, and groups become values of their kinds."""
    assert errors("pets: [{kind: fish, name: Ann}, {kind: dog, name: Bo, barks: 3}]\nprices: {a: 1}") == set()


def test_all_errors_are_told_at_places_of_the_tree() -> None:
    """The places are those in the file, without the names of the kinds."""
    text = 'pets: [{kind: fish, name: 3, fish: x}, {kind: dog, name: Bo, barks: "3"}, 5]\nprices: {a: x}\nzoo: 1'
    assert errors(text) == {
        (("pets", 0, "name"), "string_type"),
        (("pets", 0, "fish"), "extra_forbidden"),
        (("pets", 1, "barks"), "int_type"),
        (("pets", 2), "model_attributes_type"),
        (("prices", "a"), "int_type"),
        (("zoo",), "extra_forbidden"),
    }


def test_of_an_unknown_kind_only_what_no_kind_allows_is_told() -> None:
    """If the kind is misspelled, fields that any kind may have are accepted, and fields that all need are missed."""
    assert errors("pets: [{kind: dig, barks: 3, wings: 2}]") == {
        (("pets", 0), "union_tag_invalid"),
        (("pets", 0, "name"), "missing"),
        (("pets", 0, "wings"), "extra_forbidden"),
    }


def test_a_file_of_the_course_tells_its_first_mistake(tmp_path: Path) -> None:
    """The error names the file and the line, and says what belongs there."""
    file = tmp_path / "shop.yaml"
    file.write_text("pets:\n  - {kind: fish, name: Ann}\nprices: {a: many}\n", "utf-8")
    with pytest.raises(CourseError, match=r"shop.yaml:3: 'a' should be a whole number, but is the text 'many'"):
        read(file, Shop)
    file.write_text("pets: [\n", "utf-8")
    with pytest.raises(CourseError, match=r"shop.yaml:2: it is not clear where the parts"):
        read(file, Shop)
