"""The parts of an .xlsx package, read piece by piece as events of XML, within bounds on bytes, elements and depth.

It never unpacks more than it was told to, whatever the package says of itself. What the parts mean is `workbooks`.
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
"""The namespace of what a sheet holds; elements of other namespaces are passed over."""
_PIECE = 65_536
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How parts may be packed; the other methods can take gigabytes for a few bytes, and no program uses them here."""


class PackageError(Exception):
    """The package or one of its parts is not what it should be."""


class Listener(Protocol):
    """Is told what stands in a part, element by element. Tags are local names for `MAIN`, others have a namespace."""

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Text within the innermost element, perhaps not all of it."""


class Package:
    """A package of parts with names."""

    def __init__(self, raw: bytes) -> None:
        """Open it; `PackageError` where it is no package, a `CourseError` where it would unpack to too much."""
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
        """Tell the listener what is in a part; `PackageError` where that is no XML, a `CourseError` beyond a bound."""
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
        except (ValueError, NotImplementedError):  # a number, a name or a header that cannot be
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
    """A workbook declares no types or entities of its own; those can grow without end."""
    raise PackageError
