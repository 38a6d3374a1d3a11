"""What a figure is made of: lines, rounds, boxes and words, and the people and arrows that are put together from them.

A panel is `WIDTH` units wide and is drawn at 280 to 400 pixels, so that words of the size `WORDS` stay legible on a
phone. Positions are in these units, from the upper left corner.
"""

import math
from collections.abc import Iterable
from typing import Literal, TypedDict

Tone = Literal["ink", "quiet", "accent", "warm", "cool", "good"]
Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

WIDTH = 320
"""How wide every panel is."""
WORDS = 14
"""The size of words."""
LEADING = 17
"""From one line of words to the next."""
HEAD = 8
"""How long the head of an arrow is."""


class PathShape(TypedDict):
    """A line, as SVG writes it. It is closed and filled if ``filled``."""

    kind: Literal["path"]
    d: str
    tone: Tone
    filled: bool
    dashed: bool


class RoundShape(TypedDict):
    """A circle with its center and radius; ``filled`` with the strong color, or else with its wash."""

    kind: Literal["round"]
    x: float
    y: float
    r: float
    tone: Tone
    filled: bool


class BoxShape(TypedDict):
    """A rectangle from its upper left corner; ``filled`` as a circle is."""

    kind: Literal["box"]
    x: float
    y: float
    width: float
    height: float
    tone: Tone
    filled: bool


class WordsShape(TypedDict):
    """Lines of words; ``y`` is the foot of the first line, ``x`` is where they start, end, or have their middle."""

    kind: Literal["words"]
    x: float
    y: float
    lines: list[str]
    tone: Tone
    anchor: Anchor
    bold: bool


Shape = PathShape | RoundShape | BoxShape | WordsShape


def words(x: float, y: float, *lines: str, tone: Tone = "ink", anchor: Anchor = "middle") -> WordsShape:
    """Plain words."""
    return {"kind": "words", "x": x, "y": y, "lines": list(lines), "tone": tone, "anchor": anchor, "bold": False}


def bold(x: float, y: float, *lines: str, tone: Tone = "ink", anchor: Anchor = "middle") -> WordsShape:
    """Words that stand out."""
    return {**words(x, y, *lines, tone=tone, anchor=anchor), "bold": True}


def dot(x: float, y: float, tone: Tone = "quiet") -> RoundShape:
    """A small round mark."""
    return {"kind": "round", "x": x, "y": y, "r": 7, "tone": tone, "filled": True}


def ring(x: float, y: float, r: float, tone: Tone = "accent") -> RoundShape:
    """A circle with room inside."""
    return {"kind": "round", "x": x, "y": y, "r": r, "tone": tone, "filled": False}


def square(x: float, y: float, tone: Tone = "warm") -> BoxShape:
    """A small square mark around this place."""
    return {"kind": "box", "x": x - 7, "y": y - 7, "width": 14, "height": 14, "tone": tone, "filled": True}


def box(x: float, y: float, width: float, height: float, *lines: str, tone: Tone = "accent") -> list[Shape]:
    """A rectangle with words in its middle."""
    frame: BoxShape = {"kind": "box", "x": x, "y": y, "width": width, "height": height, "tone": tone, "filled": False}
    first = y + height / 2 + WORDS * 0.36 - (len(lines) - 1) * LEADING / 2
    return [frame, words(x + width / 2, first, *lines)]


def person(x: float, y: float, *lines: str, tone: Tone = "cool") -> list[Shape]:
    """Somebody: head and shoulders with the head's center here, and words below."""
    shoulders: PathShape = {
        "kind": "path",
        "d": f"M{x - 15:g} {y + 30:g}a15 17 0 0 1 30 0z",
        "tone": tone,
        "filled": True,
        "dashed": False,
    }
    head: RoundShape = {"kind": "round", "x": x, "y": y, "r": 9, "tone": tone, "filled": True}
    return [shoulders, head, *([words(x, y + 47, *lines)] if lines else [])]


def line(start: Point, end: Point, tone: Tone = "quiet") -> PathShape:
    """A plain line."""
    return _path(f"M{_at(start)}L{_at(end)}", tone)


def dashed(start: Point, end: Point, tone: Tone = "quiet") -> PathShape:
    """A line with gaps."""
    return {**line(start, end, tone), "dashed": True}


def arrow(start: Point, end: Point, tone: Tone = "ink") -> list[Shape]:
    """A line that leads from the first place to the second."""
    return [line(start, end, tone), _head(start, end, tone)]


def both_ways(start: Point, end: Point, tone: Tone = "accent") -> list[Shape]:
    """A line with a head at either end."""
    return [line(start, end, tone), _head(start, end, tone), _head(end, start, tone)]


def bow(start: Point, end: Point, by: Point, tone: Tone = "ink") -> list[Shape]:
    """A curved line that is drawn toward the place ``by`` on its way, with a head at its end."""
    return [_path(f"M{_at(start)}Q{_at(by)} {_at(end)}", tone), _head(by, end, tone)]


def around(center: Point, radius: float, number: int) -> Iterable[Point]:
    """So many places on a circle, clockwise from the top."""
    for place in range(number):
        turn = 2 * math.pi * place / number
        yield center[0] + radius * math.sin(turn), center[1] - radius * math.cos(turn)


def _head(start: Point, end: Point, tone: Tone) -> PathShape:
    turn = math.atan2(end[1] - start[1], end[0] - start[0])
    sides = (
        (end[0] - HEAD * math.cos(turn + lean), end[1] - HEAD * math.sin(turn + lean))
        for lean in (-math.pi / 7, math.pi / 7)
    )
    corners = "L".join(_at(point) for point in (end, *sides))
    return {"kind": "path", "d": f"M{corners}z", "tone": tone, "filled": True, "dashed": False}


def _path(d: str, tone: Tone) -> PathShape:
    return {"kind": "path", "d": d, "tone": tone, "filled": False, "dashed": False}


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
