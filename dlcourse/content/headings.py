"""Which column is meant where its heading is not the one that a table needs: by another word for it, or a typing slip.

It is told once and then taken as meant, so that one wrong heading is one problem.
"""

import difflib
import re
from collections.abc import Collection, Mapping, Sequence

from dlcourse.content.tables import Headings, Place, short

Wanted = Mapping[str, Sequence[str]]
"""The headings that a table needs, each with other words for it."""
MOST_LOOKED_AT = 100
"""Among how many headings a near one is looked up."""


def take_as_meant(place: Place, heads: Headings, key: str, wanted: Wanted, otherwise: str = "") -> None:
    """Tell that a column is missing; one that is called nearly so is taken as meant. ``otherwise`` is the remedy."""
    if key in heads.at:
        return
    near = nearest(key, wanted, [one for one in heads.at if one not in wanted])
    remedy = otherwise or "Add the column, as in the template."
    if near:
        remedy = f"Rename the column '{short(heads.written[near])}' to '{key}'."
    place.tell(f"there is no column '{key}'", remedy, heads.line, key)
    if near:
        heads.at[key], heads.written[key] = heads.at.pop(near), heads.written.pop(near)


def nearest(key: str, wanted: Wanted, others: Sequence[str]) -> str | None:
    """The heading that is meant for a needed one: another word for it, a phrase with it, or a slip in it."""
    looked_at = [other for other in others[:MOST_LOOKED_AT] if len(other) <= 100]
    words = {key, *wanted[key]}
    same = [other for other in looked_at if plain(other) in words]
    phrase = [other for other in looked_at if _begins(other, key)]
    return next(iter((*same, *slip(key, looked_at), *phrase)), None)


def slip(key: str, others: Sequence[str]) -> list[str]:
    """The heading that a typing slip makes of a needed one, where there is one."""
    return difflib.get_close_matches(key, others[:MOST_LOOKED_AT], n=1, cutoff=0.7)


def plain(heading: str) -> str:
    """A heading's words without marks and what stands in brackets: ``max. (people)`` is ``max``."""
    return " ".join(re.findall(r"\w+", re.sub(r"[(\[].*", "", heading)))


def _begins(heading: str, key: str) -> bool:
    """Whether the needed word is the first or the last of a few: ``hours per week``, ``weekly hours``."""
    said: Collection[str] = re.findall(r"\w+", heading)
    return 1 < len(said) <= 4 and key in (next(iter(said)), [*said][-1])
