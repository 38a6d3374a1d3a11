"""A coherent whole: two people with one title know different things, and a team covers what no title promises."""

from collections.abc import Iterator

from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import Shape, bold, box, line, person, square, words

NEEDED = ("reading", "data", "families", "timetable")
"""What the work needs."""
HAVE = {"Teacher A": (0, 1), "Teacher B": (2,), "Secretary": (2, 3)}
"""Who can do which of it."""
COLUMNS = (114, 166, 220, 274)


def _team() -> Iterator[Shape]:
    for place, (name, skills) in enumerate(HAVE.items()):
        y = 74 + 78 * place
        yield from person(44, y - 16, name, tone="warm" if place == 2 else "cool")
        yield from (square(COLUMNS[skill], y, tone="accent") for skill in skills)
        yield line((100, y + 40), (312, y + 40))


TITLES = FigurePanel(
    caption="By title: two teachers look the same, and the secretary is not asked.",
    description=(
        "Two boxes with the same word, teacher, and below them a box for the secretary, which is joined to nothing. "
        "The work is assigned to the two teachers."
    ),
    height=300,
    shapes=(
        *box(100, 16, 120, 44, "The work", tone="accent"),
        line((130, 60), (90, 112)),
        line((190, 60), (230, 112)),
        *box(30, 112, 120, 52, "Teacher", tone="cool"),
        *box(170, 112, 120, 52, "Teacher", tone="cool"),
        *box(100, 206, 120, 52, "Secretary", tone="quiet"),
        words(160, 286, "not asked", tone="quiet"),
    ),
)

SKILLS = FigurePanel(
    caption="By what each can do: together they cover the work, and none of them could alone.",
    description=(
        "A table of three people and four things that the work needs. Teacher A has reading and data. Teacher B has "
        "families. The secretary has families and the timetable. Together they have all four; nobody has all of them."
    ),
    height=300,
    shapes=(
        *(bold(x, 18 if place % 2 else 36, name) for place, (x, name) in enumerate(zip(COLUMNS, NEEDED, strict=True))),
        *_team(),
        words(194, 292, "Together: all four", tone="accent"),
    ),
)

FIGURE = DrawnFigure("coherent-whole", "Two people with one title", (TITLES, SKILLS))
