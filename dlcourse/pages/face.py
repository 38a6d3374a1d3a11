"""Faces: a shape, a color and initials by which one remembers who is who in a case."""

from typing import TypedDict

SHAPES = COLORS = 4
"""How many shapes and colors there are. Four neighbors differ in both, and sixteen people in one of them."""


class FaceProps(TypedDict):
    """One or two letters, and the numbers of a shape and a color."""

    initials: str
    shape: int
    color: int


def face(name: str, place: int) -> FaceProps:
    """The face of somebody; ``place`` counts the people of a case from 0, so that each has a look of their own."""
    return {"initials": initials(name), "shape": place % SHAPES, "color": (place + place // SHAPES) % COLORS}


def initials(name: str) -> str:
    """One or two letters: of the first and the last word of who it is, without what they do."""
    parts = [part for part in name.split(",", maxsplit=1)[0].split() if part[0].isalpha()]
    return "".join(part[0] for part in dict.fromkeys((parts[0], parts[-1]))).upper() if parts else "?"
