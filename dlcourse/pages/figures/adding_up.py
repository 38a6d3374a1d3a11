"""How single decisions add up: what works behind one door stays there, or becomes the usual way."""

from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import Shape, arrow, bold, box, line, person, square

PLACES = (44, 122, 200, 278)
"""Where the four people stand, from left to right."""


def _people() -> tuple[Shape, ...]:
    """Four people; the third has found something that works."""
    found = square(PLACES[2] + 24, 152, tone="warm")
    return (*(shape for x in PLACES for shape in person(x, 152)), found)


CLOSED = FigurePanel(
    caption="Each decides behind a closed door. What works for one helps one class.",
    description=(
        "Four people stand side by side, with a wall between each of them and the next. One of them has found "
        "something that works. The box above them, how we do it here, is joined to nobody."
    ),
    height=250,
    shapes=(
        *box(40, 16, 240, 44, "How we do it here", tone="quiet"),
        *(line((x + 39, 116), (x + 39, 186)) for x in PLACES[:-1]),
        *_people(),
        bold(160, 228, "Four decisions", tone="warm"),
    ),
)

OPEN = FigurePanel(
    caption="Others see it, all want the same, and what works may change what all do.",
    description=(
        "The same four people without walls. From the one who has found something that works an arrow leads up to the "
        "box: how we do it here. From the box an arrow leads down to each of the others. Below them are the words: one "
        "aim for students."
    ),
    height=250,
    shapes=(
        *box(40, 16, 240, 44, "How we do it here", tone="accent"),
        *arrow((PLACES[2], 138), (PLACES[2] - 12, 64), tone="warm"),
        *(shape for x in (*PLACES[:2], PLACES[3]) for shape in arrow((160 + (x - 160) * 0.7, 62), (x, 136), "accent")),
        *_people(),
        bold(160, 228, "One aim for students", tone="accent"),
    ),
)

FIGURE = DrawnFigure("adding-up", "When decisions add up", (CLOSED, OPEN))
