"""Reads the parts of an .xlsx package as XML events, with limits on bytes, elements and depth.

It never unpacks more than the limit, whatever the package declares. `workbooks` interprets the parts.
"""

import io
import zipfile
import zlib
from typing import Protocol
from xml.parsers import expat

from dlcourse.errors import CourseError

MOST_UNPACKED = 8_000_000
"""How many bytes a workbook may unpack to."""
MOST_ELEMENTS = 1_000_000
MOST_DEPTH = 60
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
"""The namespace of a sheet's contents. Elements of other namespaces are ignored."""
_PIECE = 65_536
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How parts may be compressed. Others can need gigabytes for a few bytes, and no spreadsheet program uses them."""


class PackageError(Exception):
    """The package or one of its parts is malformed."""


class Listener(Protocol):
    """Receives the contents of a part, element by element. A tag has its namespace in front, unless that is `MAIN`."""

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Some or all of the text in the innermost element."""


class Package:
    """An opened package. Its parts have names."""

    def __init__(self, raw: bytes) -> None:
        """Open it; `PackageError` if it is malformed, a `CourseError` if it would unpack to too much."""
        try:
            self._file = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            raise PackageError from None
        unpacked = sum(each.file_size for each in self._file.infolist())
        if unpacked > MOST_UNPACKED:
            raise CourseError(
                "workbook", f"unpacks to {unpacked / 1e6:,.0f} MB", "Copy the two sheets into a new workbook."
            )
        self._room, self._elements = MOST_UNPACKED, MOST_ELEMENTS

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._file.NameToInfo

    def walk(self, name: str, listener: Listener) -> None:
        """Pass a part's contents to the listener; `PackageError` if it is malformed, `CourseError` beyond a limit."""
        try:
            part = self._file.getinfo(name)
            if part.compress_type not in _METHODS:
                raise PackageError
            parser = self._parser(listener)
            with self._file.open(part) as stream:
                while piece := stream.read(_PIECE):
                    self._spend(len(piece))
                    parser.Parse(piece, False)  # noqa: FBT003 (expat's own signature)
            parser.Parse(b"", True)  # noqa: FBT003 (as above)
        except (KeyError, expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError):
            raise PackageError from None
        except (ValueError, NotImplementedError):  # a malformed number, name or header
            raise PackageError from None

    def _spend(self, size: int) -> None:
        self._room -= size
        if self._room < 0:
            what = f"unpacks to more than {MOST_UNPACKED / 1e6:,.0f} MB"
            raise CourseError("workbook", what, "Copy the two sheets into a new workbook.")

    def _parser(self, listener: Listener) -> expat.XMLParserType:
        depth = 0

        def begin(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self._elements -= 1
            if depth > MOST_DEPTH:
                raise PackageError
            if self._elements < 0:
                raise CourseError("workbook", "has too many cells", "Copy the two sheets into a new workbook.")
            listener.begin(tag.removeprefix(MAIN), attributes)

        def end(tag: str) -> None:
            nonlocal depth
            depth -= 1
            listener.end(tag.removeprefix(MAIN))

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = begin, end
        parser.CharacterDataHandler = listener.text
        parser.StartDoctypeDeclHandler = _refuse
        return parser


def _refuse(*_: object) -> None:
    """Refuse a part that declares entities of its own, because those can grow without limit."""
    raise PackageError
