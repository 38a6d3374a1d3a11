"""What Python's types of props and messages become for TypeScript."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Literal, NotRequired, TypedDict

import pytest
from pydantic import Field

from dlcourse.domain.speech import Command, Value
from dlcourse.frontend.prop_types import declarations
from dlcourse.pages.messages import Message, Takes
from dlcourse.pages.program import Page
from dlcourse.pages.props import PageProps, page_props
from dlcourse.pages.registry import PAGES, page


class Leaf(TypedDict):
    """A leaf."""

    at: tuple[float, float]
    kind: Literal["oak", "elm"]


class TreeProps(PageProps):
    """A tree.

    The rest of the docstring stays in Python.
    """

    leaves: list[Leaf]
    path: tuple[str, ...]
    names: Mapping[str, int | None]
    old: NotRequired[bool]


class ForestProps(PageProps):
    """Says nothing of its trees."""

    trees: Any


class Acorn(Value):
    """A seed."""

    weight: float
    name: str = ""


class PlantCommand(Command):
    """Is never sent itself: only the kinds below it are."""


class PlantTree(PlantCommand):
    """Plant a tree."""

    acorns: tuple[Acorn, ...]
    depth: int = Field(default=3, ge=1)
    by: date | None = None


class ShowRoots(Message):
    """Show what is below."""


def tree(_: object) -> TreeProps:
    """The props of the page."""
    return {**page_props("tree", {}), "leaves": [], "path": (), "names": {}, "old": True}


def forest(_: object) -> ForestProps:
    """The props of a page that says too little."""
    return {**page_props("forest", {}), "trees": None}


def made(props: Any) -> Page[None]:
    """A page with these props, which takes two messages."""
    return Page("tree", lambda _: (None, ()), Takes("tree", (PlantCommand, ShowRoots)), lambda *_: (None, ()), props)


def interface(text: str, name: str) -> dict[str, str]:
    """The fields of an interface in a declaration file, with their types."""
    body = text.split(f"interface {name} {{\n")[1].split("\n  }", maxsplit=1)[0]
    return dict(line.strip().rstrip(";").split(": ", 1) for line in body.splitlines())


def test_props_become_an_interface_of_their_name() -> None:
    """Each field has its type, inherited ones too, and only the first sentences of the docstring go along."""
    text = declarations([made(tree)])
    fields = interface(text, "TreeProps")
    assert fields['"saved"'] == "string"
    assert {name: fields[name] for name in ('"leaves"', '"path"', '"names"', '"old"?')} == {
        '"leaves"': "Array<Leaf>",
        '"path"': "Array<string>",
        '"names"': "Record<string, number | null>",
        '"old"?': "boolean",
    }
    assert interface(text, "Leaf") == {'"at"': "[number, number]", '"kind"': '"oak" | "elm"'}
    assert "/** A tree. */" in text
    assert "stays in Python" not in text


def test_a_page_takes_its_messages_and_the_kinds_of_its_commands() -> None:
    """A message is known by its ``say``; its id is the connection's, and what has a default may be left out."""
    text = declarations([made(tree)])
    assert interface(text, "MessagesOf") == {'"tree"': "PlantTree | ShowRoots"}
    assert interface(text, "PropsOf") == {'"tree"': "TreeProps"}
    assert interface(text, "PlantTree") == {
        '"say"': '"PlantTree"',
        '"id"?': "string",
        '"acorns"': "Array<Acorn>",
        '"depth"?': "number",
        '"by"?': "string | null",
    }
    assert interface(text, "Acorn") == {'"weight"': "number", '"name"?': "string"}


def test_a_page_with_drafts_takes_the_messages_about_them() -> None:
    """What keeps or drops a draft may be sent on a page whose forms have drafts, and on no other."""
    text = declarations([replace(made(tree), drafts=("tree/",))])
    assert interface(text, "MessagesOf") == {'"tree"': "PlantTree | ShowRoots | KeepDraft | DropDraft"}


def test_any_is_refused() -> None:
    """A type that says nothing cannot be checked, so it is an error."""
    with pytest.raises(TypeError, match="says nothing"):
        declarations([made(forest)])


def test_a_page_without_types_is_refused() -> None:
    """Props that are any dictionary, and messages that are not parsed by their types, are errors."""
    with pytest.raises(TypeError, match="says nothing"):
        declarations([made(lambda _: {})])
    with pytest.raises(TypeError, match="the page 'tree' does not parse"):
        declarations([replace(made(tree), parse=lambda raw: raw)])


def test_every_page_has_types() -> None:
    """The props and messages of every page have types."""
    text = declarations(map(page, PAGES))
    assert all(set(PAGES) == {name.strip('"') for name in interface(text, kind)} for kind in ("PropsOf", "MessagesOf"))
