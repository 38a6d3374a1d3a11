"""A hidden profile: what everybody knows speaks for one plan, and what each knows alone for a better one."""

from collections.abc import Iterator

from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import Shape, bold, dashed, dot, line, person, square, words

ROWS = (56, 116, 176, 236)
"""Where the four people sit, from top to bottom."""
SHARED = (124, 150, 176)
"""Where the three facts that everybody knows are drawn in a row."""
ALONE = 256
"""Where the fact that only one person knows is drawn in a row."""


def _known() -> Iterator[Shape]:
    for y in ROWS:
        yield from person(48, y - 8, tone="cool")
        yield from (dot(x, y) for x in SHARED)
        yield square(ALONE, y)


def _count(y: float, dots: int, squares: int) -> Iterator[Shape]:
    """Two bars of marks, one for each plan."""
    yield words(16, y + 5, "for plan A", anchor="start")
    yield words(16, y + 35, "for plan B", anchor="start")
    yield from (dot(110 + 26 * place, y) for place in range(dots))
    yield from (square(110 + 26 * place, y + 30) for place in range(squares))


KNOWN = FigurePanel(
    caption="What they know. Round: for plan A, known to all. Square: for plan B, known to one person each.",
    description=(
        "Four people, one below the other. Beside each are the same three round marks, facts that everybody knows and "
        "that speak for plan A. Each also has one square mark, a fact that nobody else knows and that speaks for "
        "plan B."
    ),
    height=272,
    shapes=(
        words(150, 24, "all know", tone="quiet"),
        words(ALONE, 24, "only one knows", tone="quiet"),
        dashed((204, 36), (204, 260)),
        *_known(),
    ),
)

HEARD = FigurePanel(
    caption="What they weigh. Only when each square is asked for does the better plan show.",
    description=(
        "Two counts. In the first, people talk about what all of them know: three round marks for plan A, none for "
        "plan B, and A seems best. In the second, everybody is asked what only they know: still three round marks for "
        "plan A, but four square marks for plan B, and B is best."
    ),
    height=272,
    shapes=(
        bold(16, 24, "They talk about what all know", anchor="start"),
        *_count(50, 3, 0),
        words(110, 85, "nothing said", tone="quiet", anchor="start"),
        words(16, 116, "A seems best.", anchor="start"),
        line((16, 136), (304, 136)),
        bold(16, 164, "Each is asked what only they know", anchor="start", tone="accent"),
        *_count(190, 3, 4),
        words(16, 256, "B is best.", anchor="start"),
    ),
)

FIGURE = DrawnFigure("hidden-profile", "A hidden profile", (KNOWN, HEARD))
