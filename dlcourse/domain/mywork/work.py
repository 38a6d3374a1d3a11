"""All the work of one person, to be exported, restored or erased, whatever it is about.

It consists of streams, texts and drafts. Their subjects do not matter, so subjects that are added later are included.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from dlcourse.domain.speech import Command, Query, Recorded, Value, View

AUTHOR = "author"
"""The actor of streams that hold authors' content and are named by it."""
MOST_PACKED = 32_000_000
"""The most characters of a packed file."""
MOST_PARTS = 1_000_000
"""The most events of one command."""


def _real(moment: str) -> str:
    """The moment itself, if it is a real date; pages show it as one."""
    datetime.fromisoformat(moment)
    return moment


Moment = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}\+00:00$"),
    AfterValidator(_real),
]
"""A moment as the store writes it: ISO 8601, in milliseconds, UTC."""


class EventLine(Value):
    """An event in its stream, with its command and its place among the events of that command."""

    version: int = Field(ge=1)
    actor: str = Field(min_length=1, max_length=64)
    command: str = Field(min_length=1, max_length=64)
    part: int = Field(ge=0, le=MOST_PARTS)
    kind: str = Field(max_length=64)
    body: dict[str, Any]
    at: Moment


class Stream(Value):
    """A stream with its events in order; if it is ``shared``, only the person's own events."""

    name: str
    lines: tuple[EventLine, ...]
    shared: bool = False


class StoredText(Value):
    """A personal text."""

    id: str = Field(min_length=1, max_length=200)
    words: str


class Unsent(Value):
    """A draft, and when it was stored."""

    key: str = Field(min_length=1, max_length=200)
    words: str
    at: Moment


class Work(Value):
    """Everything of one person. ``kept`` are the streams with authors' content that their streams refer to.

    ``damaged`` names what cannot be read and is therefore in none of the others.
    """

    person: str = Field(pattern=r"^[\w-]{1,64}$")
    streams: tuple[Stream, ...] = ()
    kept: tuple[Stream, ...] = ()
    texts: tuple[StoredText, ...] = ()
    drafts: tuple[Unsent, ...] = ()
    damaged: tuple[str, ...] = ()


class RestoreWork(Command):
    """Restore a file of work; ``packed`` is made by `work_file.pack`. Safe to repeat."""

    packed: str = Field(max_length=MOST_PACKED)


class EraseWork(Command):
    """Erase all my work. ``mark`` identifies the work I was shown, so that nothing newer is erased unseen.

    ``whose`` is the person I was shown. If the answer gets lost, the browser still knows whose copies to delete.
    """

    mark: str = Field(max_length=64)
    whose: str = Field(default="", max_length=64)


class YourWork(Query):
    """How much work of mine there is."""


class TakeAlong(Query):
    """All of my work as one file."""


class WorkView(View):
    """How much work of a person there is; ``together`` counts the streams that others take part in.

    ``damaged`` names what cannot be read.
    """

    person: str
    mark: str
    steps: int
    texts: int
    drafts: int
    together: int
    damaged: tuple[str, ...] = ()


class WorkFileView(View):
    """The file of work: its name and its text. ``damaged`` names what could not be read and is not in it."""

    name: str
    document: str
    damaged: tuple[str, ...] = ()


class Restored(Recorded):
    """What happened to a restored file, counted in streams (steps and drafts are counted by themselves).

    ``beside``: continued differently here and in the file, so the file's version was added as another one. ``joined``:
    merged by time. ``newer``: there is more here than in the file. ``left``: not restored, because others take part.
    """

    steps: int
    new: int
    longer: int
    joined: int
    beside: int
    newer: int
    same: int
    left: int
    drafts: int
    drafts_left: int
    whose: str
    """The person of the file; a browser may have stored a copy under their id."""


class Erased(Recorded):
    """What was erased; ``together`` counts what remains, without words and names, because others take part in it."""

    person: str
    steps: int
    texts: int
    drafts: int
    together: int


def about(work: Work) -> WorkView:
    """The work in figures."""
    return WorkView(
        person=work.person,
        mark=mark(work),
        steps=sum(len(stream.lines) for stream in work.streams),
        texts=sum(bool(text.words) for text in work.texts),
        drafts=len(work.drafts),
        together=sum(stream.shared for stream in work.streams),
        damaged=work.damaged,
    )


def mark(work: Work) -> str:
    """A mark that changes whenever the work does."""
    ends = [(stream.name, len(stream.lines), stream.lines[-1].command) for stream in work.streams]
    drafts = [(draft.key, draft.at) for draft in work.drafts]
    said = json.dumps([work.person, sorted(ends), sorted(drafts)])
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """The JSON value with names replaced: whole strings, and whole parts of names like ``play/<id>``."""
    match value:
        case str():
            return names.get(value) or "/".join(names.get(part, part) for part in value.split("/"))
        case dict():
            return {renamed(key, names): renamed(each, names) for key, each in value.items()}
        case list():
            return [renamed(each, names) for each in value]
        case _:
            return value


def strings(value: Any) -> Iterator[str]:
    """Every string in a JSON value, keys included."""
    match value:
        case str():
            yield value
        case dict():
            for key, each in value.items():
                yield key
                yield from strings(each)
        case list():
            for each in value:
                yield from strings(each)
