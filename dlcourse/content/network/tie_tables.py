"""The tables of a network: which columns there must be, and cell after cell a name, a topic or a count.

A heading that is nearly right is told and then taken as meant, so that one slip is one problem.
"""

import difflib
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from dlcourse.content.tables import Headings, Place, TableRow, csv_rows, headings, too_large
from dlcourse.domain.network.stretch import MOST_ACTS
from dlcourse.domain.words import MOST_LETTERS

WORKBOOK = b"PK\x03\x04"
"""How an .xlsx file begins."""
ORDER = ("from", "to", "topic", "name", "person", "function", "count")
"""Every column that means something, as a file would have them."""
MOST_MEANT = 100
"""For how many unknown names a near one is looked up; a file with more has another trouble."""


@dataclass(frozen=True)
class TieTable:
    """A table whose headings are known, while its rows are read."""

    place: Place
    heads: Headings

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """The rows that fit under the headings."""
        return self.heads.rows

    def tell(self, row: TableRow, key: str, message: str, remedy: str) -> None:
        """Note a problem of one cell."""
        self.place.tell(message, remedy, row.line, self.heads.written[key])

    def has(self, key: str) -> bool:
        """Whether there is such a column."""
        return key in self.heads.at

    def name(self, row: TableRow, key: str, known: "Known | None" = None) -> str | None:
        """A name; None where there is none to be used, which is told. One that is not known is told, and given."""
        text = self.words(row, key)
        if text == "" and self.has(key):
            self.tell(row, key, "is empty", "Fill it in, or delete the line.")
        elif text and known and (remedy := known.remedy(text)):
            self.tell(row, key, f"'{text}' is not in {known.file}", remedy)
        return text or None

    def words(self, row: TableRow, key: str) -> str | None:
        """Words that may be left out, in composed letters (NFC); None where they are too long, which is told."""
        text = unicodedata.normalize("NFC", self._cell(row, key))
        if len(text) > MOST_LETTERS:
            self.tell(row, key, f"has {len(text)} letters, at most {MOST_LETTERS} fit", "Shorten it.")
            return None
        return text

    def count(self, row: TableRow, key: str) -> int | None:
        """A whole number of at least 1; None where it is not, which is told."""
        if not self.has(key):
            return None
        text = self._cell(row, key)
        number = int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0
        if 1 <= number <= MOST_ACTS:
            return number
        self.tell(row, key, *_no_count(text))
        return None

    def _cell(self, row: TableRow, key: str) -> str:
        position = self.heads.at.get(key, len(row.cells))
        return (row.cells[position] or "") if position < len(row.cells) else ""


def table(place: Place, raw: bytes, needed: Collection[str], extra: Collection[str] = ()) -> TieTable | None:
    """The table in a CSV file; None where nothing can be read from it. ``extra`` columns may be left out."""
    if raw.startswith(WORKBOOK):
        place.tell("is a workbook, not a CSV file", "Save the sheet again as 'CSV UTF-8'.")
        return None
    rows = [] if too_large(place, raw) else csv_rows(place, raw)
    if not rows:
        return None
    heads = headings(place, rows)
    for key in (*needed, *extra):
        _find(place, heads, key, {*needed, *extra}, optional=key in extra)
    return TieTable(place, heads)


def _find(place: Place, heads: Headings, key: str, wanted: Collection[str], *, optional: bool) -> None:
    """Tell where a column is missing, unless it may be; one that is called nearly so is taken as meant."""
    near = difflib.get_close_matches(key, [one for one in heads.at if one not in wanted], n=1, cutoff=0.7)
    if key in heads.at or (optional and not near):
        return
    remedy = f"Rename the column '{heads.written[near[0]]}'." if near else _first_line(wanted)
    place.tell(f"there is no column '{key}'", remedy, heads.line, key)
    if near:
        heads.at[key], heads.written[key] = heads.at.pop(near[0]), heads.written.pop(near[0])


def _first_line(wanted: Collection[str]) -> str:
    return f"The first line names the columns: {', '.join(sorted(wanted, key=ORDER.index))}."


class Known:
    """The names that a people file lists, and what an unknown one may be meant for."""

    def __init__(self, names: Collection[str], file: str) -> None:
        """``file`` is what the people file is called."""
        self.file = file
        self._names = frozenset(names)
        self._plain = {name.casefold(): name for name in sorted(names, reverse=True)}
        self._meant: dict[str, str] = {}

    def remedy(self, name: str) -> str:
        """What to do about a name that is not among them; empty for one that is."""
        otherwise = f"Add the name to {self.file}, or correct it here."
        if name in self._names:
            return ""
        if name not in self._meant and len(self._meant) < MOST_MEANT:
            near = self._near(name.casefold())
            self._meant[name] = f"Did you mean '{near}'?" if near else otherwise
        return self._meant.get(name, otherwise)

    def _near(self, plain: str) -> str | None:
        """The name that differs in case only, or by little; or the only one of which this is a part."""
        near = difflib.get_close_matches(plain, self._plain, n=1, cutoff=0.7)
        whole = near or [known for known in self._plain if plain in known.split()]
        return self._plain[whole[0]] if len(whole) == 1 else None


def _no_count(text: str) -> tuple[str, str]:
    if not text:
        return "is empty", "Write how many acts, or delete the line."
    if re.fullmatch(r"0+", text):
        return "is 0", "Delete the line: who has no act needs none."
    if re.fullmatch(r"[0-9]+", text):
        return f"is more than {MOST_ACTS:,}", "Write how many acts were seen."
    return f"'{text[:40]}' is no whole number", "Write how many acts, in digits: 1, 2, 3 ..."
