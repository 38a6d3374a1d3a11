"""A circle of open practice: the leader opens first, and everybody gives and receives."""

from collections.abc import Iterator

from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import Shape, around, bold, box, person, ring, words

CENTER = (160, 158)


def _members() -> Iterator[Shape]:
    """Five people around the table; the first is the leader."""
    for place, (x, y) in enumerate(around(CENTER, 112, 5)):
        yield from person(x, y - 6, tone="warm" if place == 0 else "cool")


SEATS = FigurePanel(
    caption="Around one table. The leader opens a practice first; next time it is somebody else's turn.",
    description=(
        "Five people around a round table. In the middle lies one practice that somebody has opened. The person at the "
        "top, in another color and named as the leader, opens first."
    ),
    height=310,
    shapes=(
        ring(*CENTER, 62),
        bold(160, 146, "One practice,", tone="accent"),
        words(160, 164, "as it is done", "on a usual day"),
        *_members(),
        words(184, 32, "the leader:", "opens first", anchor="start"),
        words(160, 302, "each gives and receives", tone="quiet"),
    ),
)

ROUND = FigurePanel(
    caption="One round: four steps, and nobody is judged.",
    description=(
        "Four steps, one below the other. Open: show it, and say what you ask for. Warm: what works, and how one can "
        "tell. Cool: what puzzles, or might be tried. Close: say what you learned and what you will try."
    ),
    height=310,
    shapes=(
        *box(12, 14, 296, 60, "1. Open: show it, and say", "what you ask for", tone="accent"),
        *box(12, 88, 296, 60, "2. Warm: what works,", "and how one can tell", tone="warm"),
        *box(12, 162, 296, 60, "3. Cool: what puzzles,", "or might be tried", tone="cool"),
        *box(12, 236, 296, 60, "4. Close: what you learned,", "and what you will try", tone="accent"),
    ),
)

FIGURE = DrawnFigure("open-circle", "A circle of open practice", (SEATS, ROUND))
