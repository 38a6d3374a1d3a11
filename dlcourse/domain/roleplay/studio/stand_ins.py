"""Words that the studio puts where an author has still to write: of an end, of a meeting, and names of new parts."""

from collections.abc import Iterator, Mapping
from typing import Any

from dlcourse.domain.roleplay.studio.edits import Step

MEETING = "Everybody is at the table."
"""The text of a meeting that the studio set up."""
DECIDED = "You decided: {name}."
"""The text of an end that the studio set up, with the title of the end."""
NEW_NAMES = {"roles": "New person", "options": "New option", "indicators": "New indicator"}
"""The name of a part that was just added, by the list it is in."""


def stand_ins(contents: Mapping[str, Any]) -> Iterator[tuple[Step, ...]]:
    """The places of all fields in which the studio's own words still stand, in the order of the form."""
    for listing, name in NEW_NAMES.items():
        yield from ((listing, at, "name") for at, part in _parts(contents, listing) if part.get("name") == name)
    for at, scene in _parts(contents, "scenes"):
        ended = DECIDED.format(name=scene.get("title"))
        if scene.get("text") == {"panel": MEETING, "end": ended}.get(str(scene.get("kind"))):
            yield ("scenes", at, "text")


def _parts(contents: Mapping[str, Any], listing: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    items = contents.get(listing)
    for at, part in enumerate(items if isinstance(items, list) else []):
        if isinstance(part, dict) and part:
            yield at, part
