"""Writes the types of the pages' props and messages for TypeScript, from the types that Python declares.

Every `TypedDict` of props, and every message or command that a page takes, becomes an interface with the same name in
the namespace ``Course``. The file is written again for each check and never committed.
"""

from __future__ import annotations

import inspect
import json
import types
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from pydantic import BaseModel

from dlcourse.domain.drafts import DropDraft, KeepDraft
from dlcourse.domain.speech import TAG, Speech
from dlcourse.pages.messages import Takes
from dlcourse.pages.program import Page
from dlcourse.pages.props import PageProps

PLAIN: dict[object, str] = {
    str: "string",
    bytes: "string",  # in base64
    int: "number",
    float: "number",
    bool: "boolean",
    None: "null",
    type(None): "null",
    date: "string",  # ISO 8601
    object: "unknown",
}


def declarations(pages: Iterable[Page[Any]], shapes: Iterable[type] = ()) -> str:
    """The declaration file for these pages, and for other ``shapes`` that the front end receives.

    Raises `TypeError` for a type that JSON does not have, such as ``Any``, and for a page whose messages have no types.
    """
    made = Declarations()
    for shape in (PageProps, *shapes):
        made.name_of(shape)
    listed = sorted(pages, key=lambda page: page.name)
    props = [_entry(page.name, made.props(page)) for page in listed]
    messages = [_entry(page.name, made.messages(page)) for page in listed]
    of_pages = [*_interface("PropsOf", "", props), *_interface("MessagesOf", "", messages)]
    lines = [*made.lines(), *of_pages]
    return "\n".join(["// Made by prop_types.py. Do not edit.", "", "declare namespace Course {", *lines, "}", ""])


class Declarations:
    """The interfaces that are needed so far, each written once."""

    def __init__(self) -> None:
        """Start with none."""
        self._interfaces: dict[type, list[str]] = {}

    def props(self, page: Page[Any]) -> str:
        """The type of a page's props."""
        return self._written(get_type_hints(page.props).get("return", Any))

    def messages(self, page: Page[Any]) -> str:
        """The type of what a page takes: its messages and commands, and those about its drafts if it has drafts."""
        if not isinstance(page.parse, Takes):
            raise TypeError(f"the page '{page.name}' does not parse its messages with `Takes`, so they have no types")
        of_drafts = (KeepDraft, DropDraft) if page.drafts else ()
        kinds = [leaf for kind in (*page.parse.kinds, *of_drafts) for leaf in _leaves(kind)]
        return " | ".join(self.name_of(kind) for kind in kinds)

    def lines(self) -> Iterator[str]:
        """All interfaces, by name."""
        for kind in sorted(self._interfaces, key=lambda kind: kind.__name__):
            yield from self._interfaces[kind]

    def name_of(self, kind: type) -> str:
        """The name of the interface for this `TypedDict` or pydantic model."""
        if kind not in self._interfaces:
            self._interfaces[kind] = []  # a type may contain itself
            fields = self._model(kind) if issubclass(kind, BaseModel) else self._typed_dict(kind)
            self._interfaces[kind] = _interface(kind.__name__, inspect.getdoc(kind) or "", list(fields))
        return kind.__name__

    def _typed_dict(self, kind: Any) -> Iterator[str]:
        for name, hint in get_type_hints(kind, include_extras=True).items():
            yield _entry(name, self._written(hint), optional=name in kind.__optional_keys__)

    def _model(self, kind: type[BaseModel]) -> Iterator[str]:
        """The fields of a model as they are sent. The id is optional, because the connection adds it."""
        if issubclass(kind, Speech):
            yield _entry(TAG, json.dumps(kind.__name__))
        for name, field in kind.model_fields.items():
            yield _entry(name, self._written(field.annotation), optional=name == "id" or not field.is_required())

    def _written(self, hint: Any) -> str:
        if hint in PLAIN:
            return PLAIN[hint]
        if isinstance(hint, type) and (is_typeddict(hint) or issubclass(hint, BaseModel)):
            return self.name_of(hint)
        return self._composed(get_origin(hint), get_args(hint), hint)

    def _composed(self, origin: Any, parts: tuple[Any, ...], hint: Any) -> str:
        match origin:
            case _ if origin is Annotated or origin is NotRequired:
                return self._written(parts[0])
            case _ if origin is Literal:
                return " | ".join(json.dumps(part) for part in parts)
            case _ if origin in {Union, types.UnionType}:
                return " | ".join(self._written(part) for part in parts)
            case _ if origin is list or (origin is tuple and parts[1:] == (...,)):
                return f"Array<{self._written(parts[0])}>"
            case _ if origin is tuple:
                return f"[{', '.join(self._written(part) for part in parts)}]"
            case _ if origin in {dict, Mapping}:
                return f"Record<{', '.join(self._written(part) for part in parts)}>"
        raise TypeError(f"{hint} cannot be written for TypeScript, because JSON has no such type or it says nothing")


def _leaves(kind: type[Speech]) -> list[type[Speech]]:
    """The kinds that are sent. A kind with subclasses is never sent itself."""
    below = kind.__subclasses__()
    return [leaf for each in below for leaf in _leaves(each)] if below else [kind]


def _interface(name: str, doc: str, fields: list[str]) -> list[str]:
    first = doc.split("\n\n", maxsplit=1)[0].replace("\n", " ").replace("*/", "")
    return [*([f"  /** {first} */"] if doc else []), f"  interface {name} {{", *fields, "  }"]


def _entry(name: str, written: str, *, optional: bool = False) -> str:
    return f"    {json.dumps(name)}{'?' if optional else ''}: {written};"
