"""A person's work as one readable file: JSON, a line for each thing, sealed with a checksum of all that stands before.

A file is somebody else's word: it is read as a whole or refused, and every event in it must be one the course knows.
"""

import base64
import gzip
import hashlib
import io
import json
import re
import zlib
from collections.abc import Iterable
from itertools import groupby
from typing import Annotated, Any

from pydantic import FailFast, ValidationError

from dlcourse.domain.encodings import decoded
from dlcourse.domain.event_versions import read_event
from dlcourse.domain.mywork.authors_content import CONTENT, content_named, is_kept
from dlcourse.domain.mywork.work import AUTHOR, EventLine, StoredText, Stream, Unsent, Work, strings
from dlcourse.domain.speech import TAG, Value
from dlcourse.errors import CourseError

FILE = "file"
"""Where an error is that is the file's own."""
FORMAT, VERSION = "dlcourse work", 1
LARGEST = 64_000_000
"""Bytes of a file: about a hundred thousand steps."""
MOST_VALUES = 3_000_000
"""How many values a file may hold: twice as many as that many steps have. A few bytes are enough for a value."""
_HEAD = re.compile(rf'\{{\n"format": "{FORMAT}",\n"version": (\d{{1,9}}),\n'.encode())
_SEAL = b',\n"checksum": "'
_END = b'"\n}\n'
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_PARTS = b"{[,"
"""One of these stands before every value but the first."""
_STREAM = re.compile(r"[^/\0-\x1f]{1,40}(?:/[^/\0-\x1f]{1,200}){1,4}")
_UNCHANGED = "Nothing was changed."


class FileRow(EventLine):
    """A line of the file: an event with the name of its stream."""

    stream: str


class WorkDocument(Value):
    """The contents of a file of work. Of the streams in ``shared``, it holds only what this person did.

    A list is refused at the first problem in it, because a list of millions of problems helps nobody.
    """

    format: str
    version: int
    at: str
    person: str
    shared: Annotated[tuple[str, ...], FailFast()]
    events: Annotated[tuple[FileRow, ...], FailFast()]
    texts: Annotated[tuple[StoredText, ...], FailFast()]
    drafts: Annotated[tuple[Unsent, ...], FailFast()]


def write(work: Work, at: str) -> str:
    """The file's text; ``at`` is when it is written."""
    rows = [
        {"stream": stream.name, **line.model_dump()} for stream in (*work.kept, *work.streams) for line in stream.lines
    ]
    parts = {
        "format": _json(FORMAT),
        "version": _json(VERSION),
        "at": _json(at),
        "person": _json(work.person),
        "shared": _json([stream.name for stream in work.streams if stream.shared]),
        "events": _listed(rows),
        "texts": _listed([text.model_dump() for text in work.texts]),
        "drafts": _listed([draft.model_dump() for draft in work.drafts]),
    }
    said = "{\n" + ",\n".join(f'"{name}": {value}' for name, value in parts.items())
    return f"{said}{_SEAL.decode()}{_digest(said.encode())}{_END.decode()}"


def read(content: bytes) -> Work:
    """The work in a file; a `CourseError` where it is damaged, no file of work, or of a newer course."""
    try:
        return _checked(WorkDocument.model_validate(_opened(content)))
    except ValidationError:
        raise _odd("a part of it is not as the course writes it") from None


def is_ours(content: bytes) -> bool:
    """Whether it begins as a file of work does, whole or damaged."""
    begin = content[:200].replace(b"\0", b"")
    return b"{" in begin[:4] and f'"{FORMAT}"'.encode() in begin


def pack(content: bytes) -> str:
    """A file made small, for the way to the course."""
    return base64.b64encode(gzip.compress(content, 6, mtime=0)).decode()


def unpack(packed: str) -> bytes:
    """The file that was packed; a `CourseError` where that is none, or too large."""
    try:
        content = gzip.GzipFile(fileobj=io.BytesIO(base64.b64decode(packed, validate=True))).read(LARGEST + 1)
    except (ValueError, OSError, EOFError, zlib.error):
        raise _damaged() from None
    if len(content) > LARGEST:
        raise CourseError(FILE, f"it is larger than {LARGEST // 1_000_000} megabytes", _UNCHANGED)
    return content


def _opened(content: bytes) -> Any:
    """What stands in the file, once nothing in it can have been damaged."""
    written = _as_written(content)
    head = _HEAD.match(written)
    if head is None:
        raise _foreign_or_damaged(content)
    if int(head[1]) > VERSION:
        remedy = f"Install that version: pip install --upgrade dlcourse. {_UNCHANGED}"
        raise CourseError(FILE, "it was written by a newer version of the course", remedy)
    said, _, seal = written.rpartition(_SEAL)
    if seal != _digest(said).encode() + _END:
        raise _damaged()
    _check_size(said)
    try:
        found: dict[str, Any] = json.loads(said + b"}")
        if any(_UNSTORABLE.search(each) for each in strings(found)):
            raise _odd("it holds a character that cannot be stored")
    except (ValueError, RecursionError):  # one of the two gives up first, which depends on the Python
        raise _damaged() from None
    return found


def _as_written(content: bytes) -> bytes:
    """The file as the course wrote it, although a program may have changed its encoding and its ends of lines."""
    try:
        text = content if content.isascii() and b"\0" not in content else decoded(content).encode()
    except (UnicodeDecodeError, UnicodeEncodeError):
        raise _foreign_or_damaged(content) from None
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip(b"\n") + b"\n"


def _check_size(said: bytes) -> None:
    """Refuse what would grow to more than there can be, before it grows."""
    if _parts(said) > MOST_VALUES and _parts(_STRING.sub(b"", said)) > MOST_VALUES:
        raise CourseError(FILE, f"it holds more than {MOST_VALUES:,} values", _UNCHANGED)


def _parts(said: bytes) -> int:
    return sum(said.count(mark) for mark in _PARTS)


def _checked(found: WorkDocument) -> Work:
    streams = [
        Stream(name=name, lines=tuple(EventLine(**row.model_dump(exclude={"stream"})) for row in rows))
        for name, rows in groupby(found.events, lambda row: row.stream)
    ]
    kept = tuple(stream for stream in streams if stream.lines[0].actor == AUTHOR)
    own = [stream for stream in streams if stream.lines[0].actor != AUTHOR]
    shared = set(found.shared)
    mine = tuple(stream.model_copy(update={"shared": stream.name in shared}) for stream in own)
    _check_names(streams, found)
    for stream in kept:
        if not is_kept(stream):
            raise _odd(f"'{stream.name}' is not what its name says")
    for stream in mine:
        if CONTENT.fullmatch(stream.name):  # plays of everybody would be played by it
            raise _odd(f"'{stream.name}' is an author's, and not by one")
        _check_order(stream, found.person)
    for row in found.events:
        _check_kind(row)
    named, there = content_named(mine), {stream.name for stream in kept}
    if not named <= there:
        raise _odd("what it points to is missing")
    if not there <= named:  # it would stay when the person's work is erased
        raise _odd("it holds what nothing in it points to")
    return Work(person=found.person, streams=mine, kept=kept, texts=found.texts, drafts=found.drafts)


def _check_names(streams: Iterable[Stream], found: WorkDocument) -> None:
    """Nothing stands in it twice, and each name is one that the course could give."""
    names = [stream.name for stream in streams]
    commands = [(row.actor, row.command, row.part) for row in found.events]
    for each in (names, commands, [text.id for text in found.texts], [draft.key for draft in found.drafts]):
        if len(set(each)) < len(each):
            raise _odd("something stands in it twice")
    if not all(_STREAM.fullmatch(name) for name in names):
        raise _odd("it holds a name that the course does not give")


def _check_order(stream: Stream, person: str) -> None:
    if any(line.actor != person for line in stream.lines):
        raise _odd("it holds what somebody else did")
    versions = [line.version for line in stream.lines]
    if not stream.shared and versions != list(range(1, len(versions) + 1)):
        raise _odd(f"a step of '{stream.name}' is missing")


def _check_kind(row: FileRow) -> None:
    try:
        if TAG not in row.body:
            read_event(row.kind, row.body)
            return
    except CourseError:
        pass
    remedy = f"Install the version that wrote it: pip install --upgrade dlcourse. {_UNCHANGED}"
    raise CourseError(FILE, f"this version of the course cannot read '{row.kind}' in it", remedy)


def _foreign_or_damaged(content: bytes) -> CourseError:
    return _damaged() if is_ours(content) else _foreign(content)


def _foreign(content: bytes) -> CourseError:
    remedy = "Choose a file that was downloaded from “Your work”, or written by dlcourse export."
    if content.startswith(b"PK\x03\x04"):
        remedy = "If it is in this archive, unpack the archive and choose the file."
    remedy = f"{remedy} {_UNCHANGED}"
    return CourseError(FILE, "this is no file of work from this course", remedy)


def _damaged() -> CourseError:
    remedy = f"Take another copy of it, or download it again. {_UNCHANGED}"
    return CourseError(FILE, "it is damaged, or was changed after it was written", remedy)


def _odd(what: str) -> CourseError:
    return CourseError(FILE, what, f"Take a file as the course wrote it. {_UNCHANGED}")


def _digest(said: bytes) -> str:
    return hashlib.sha256(said).hexdigest()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _listed(rows: list[dict[str, Any]]) -> str:
    """A list with a line for each row."""
    return "[" + ",".join("\n" + _json(row) for row in rows) + "\n]"
