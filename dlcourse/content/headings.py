"""Guesses which column is meant if its heading is a synonym or a typo of a heading that the table needs.

The wrong heading is reported once and then read as the right one, so it counts as one problem.
"""

import difflib
import re
from collections.abc import Mapping, Sequence

from dlcourse.content.tables import Headings, TableReport, short

Wanted = Mapping[str, Sequence[str]]
"""The headings that a table needs, each with other words for it."""
MOST_LOOKED_AT = 100
"""The number of headings that are searched for a similar one."""


def take_as_meant(report: TableReport, heads: Headings, key: str, wanted: Wanted, otherwise: str = "") -> None:
    """Report a missing column, and use one with a similar heading instead. ``otherwise``: the remedy if none is."""
    if key in heads.at:
        return
    near = nearest(key, wanted, [one for one in heads.at if one not in wanted])
    remedy = otherwise or "Add the column, as in the template."
    if near:
        remedy = f"Rename the column '{short(heads.written[near])}' to '{key}'."
    report.add(f"there is no column '{key}'", remedy, heads.line, key)
    if near:
        heads.at[key], heads.written[key] = heads.at.pop(near), heads.written.pop(near)


def nearest(key: str, wanted: Wanted, others: Sequence[str]) -> str | None:
    """The heading that probably means the needed one: a synonym, a typo, or a phrase with the word in it."""
    looked_at = [other for other in others[:MOST_LOOKED_AT] if len(other) <= 100]
    words = {key, *wanted[key]}
    same = [other for other in looked_at if plain(other) in words]
    phrase = [other for other in looked_at if _begins_or_ends(other, key)]
    return next(iter((*same, *slip(key, looked_at), *phrase)), None)


def slip(key: str, others: Sequence[str]) -> list[str]:
    """The heading that is a typo of a needed one, if there is one."""
    return difflib.get_close_matches(key, others[:MOST_LOOKED_AT], n=1, cutoff=0.7)


def plain(heading: str) -> str:
    """The words of a heading without punctuation and without what is in brackets: ``max. (people)`` becomes ``max``."""
    return " ".join(re.findall(r"\w+", re.sub(r"[(\[].*", "", heading)))


def _begins_or_ends(heading: str, key: str) -> bool:
    """Whether the needed word is the first or last of a few words: ``hours per week``, ``weekly hours``."""
    words: list[str] = re.findall(r"\w+", heading)
    return 1 < len(words) <= 4 and key in (words[0], words[-1])
