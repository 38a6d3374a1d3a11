"""All that one person did, as a whole: to be taken along, brought back, or erased; whatever it is about.

It knows streams, texts and drafts, never their subjects, so that what is added to the course later is carried, too.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from dlcourse.domain.speech import Command, Query, Recorded, Value, View

AUTHOR = "author"
"""Who keeps what authors wrote, in streams that are named by their content."""
MOST_PACKED = 32_000_000
"""Characters of a file on its way to the course, packed."""
MOST_PARTS = 1_000_000
"""Events that one command may make happen; no database counts without end."""


def _real(moment: str) -> str:
    """The moment, once it is known to be in the calendar; pages show it as a date."""
    datetime.fromisoformat(moment)
    return moment


Moment = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}\+00:00$"),
    AfterValidator(_real),
]
"""A moment as the store writes it: ISO 8601, in milliseconds, UTC."""


class EventLine(Value):
    """An event as it stands in its stream, with its command and its place among what that command made happen."""

    version: int = Field(ge=1)
    actor: str = Field(min_length=1, max_length=64)
    command: str = Field(min_length=1, max_length=64)
    part: int = Field(ge=0, le=MOST_PARTS)
    kind: str = Field(max_length=64)
    body: dict[str, Any]
    at: Moment


class Stream(Value):
    """A stream with its events in order; of a ``shared`` one only those that are the person's own."""

    name: str
    lines: tuple[EventLine, ...]
    shared: bool = False


class StoredText(Value):
    """A personal text."""

    id: str = Field(min_length=1, max_length=200)
    words: str


class Unsent(Value):
    """A draft, and when it was kept."""

    key: str = Field(min_length=1, max_length=200)
    words: str
    at: Moment


class Work(Value):
    """Everything of one person. ``kept`` are the streams of authors' content that theirs point to."""

    person: str = Field(pattern=r"^[\w-]{1,64}$")
    streams: tuple[Stream, ...] = ()
    kept: tuple[Stream, ...] = ()
    texts: tuple[StoredText, ...] = ()
    drafts: tuple[Unsent, ...] = ()


class RestoreWork(Command):
    """Bring back what a file of work holds; ``packed`` as `work_file.pack` makes it. Safe to repeat."""

    packed: str = Field(max_length=MOST_PACKED)


class EraseWork(Command):
    """Erase everything of mine. ``mark`` is that of the work I was shown, so that nothing newer goes unseen.

    ``whose`` is the person that I was shown: an answer that was lost can still name whose copies are to go.
    """

    mark: str = Field(max_length=64)
    whose: str = Field(default="", max_length=64)


class YourWork(Query):
    """What there is of mine."""


class TakeAlong(Query):
    """All of my work as one file."""


class WorkView(View):
    """What there is of a person's, counted; ``together`` is what others have a part in."""

    person: str
    mark: str
    steps: int
    texts: int
    drafts: int
    together: int


class WorkFileView(View):
    """The file: a name for it, and its text."""

    name: str
    document: str


class Restored(Recorded):
    """What became of a file that was brought back, counted in streams (steps and drafts by themselves).

    ``beside`` went on differently here and in the file: the file's were added as further ones. ``joined`` were put
    together by time. ``newer`` have more here. ``left`` were not brought: others have a part in them.
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
    """The person of the file, under whose id a browser may have kept a copy."""


class Erased(Recorded):
    """What was erased; ``together`` counts what stays, without words and name, because others have a part in it."""

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
    )


def mark(work: Work) -> str:
    """What is the same only while the work is."""
    ends = [(stream.name, len(stream.lines), stream.lines[-1].command) for stream in work.streams]
    drafts = [(draft.key, draft.at) for draft in work.drafts]
    said = json.dumps([work.person, sorted(ends), sorted(drafts)])
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """A JSON value in which whole strings, and whole parts of names like ``play/<id>``, have their new names."""
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


def pointers(streams: Iterable[Stream]) -> set[str]:
    """What may be names of other streams in these streams' events."""
    return {found for stream in streams for line in stream.lines for found in strings(line.body) if "/" in found}


def is_kept(stream: Stream) -> bool:
    """Whether it is an author's content under the name ``<field>/<digest>`` that this very content has."""
    field, _, digest = stream.name.partition("/")
    if len(stream.lines) != 1:
        return False
    (line,) = stream.lines
    exact = json.dumps(line.body.get(field), ensure_ascii=False, separators=(",", ":"))
    true = hashlib.sha256(exact.encode("utf-8", "replace")).hexdigest()
    return (line.actor, line.command, line.version, line.part, digest) == (AUTHOR, true, 1, 0, true)
