"""Why the aim comes first: people who work together well can still pull in different directions."""

from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import arrow, bold, box, person

PLACES = (56, 160, 264)
"""Where the three people stand, from left to right."""

TOGETHER = FigurePanel(
    caption="They meet every week and like each other. Nobody has asked what for.",
    description=(
        "Three people stand side by side and are joined by lines with each other. From each of them an arrow leads in "
        "a direction of its own: to the left, upward, and to the right. Above them are the words: three good aims."
    ),
    height=250,
    shapes=(
        bold(160, 30, "Three good aims", tone="warm"),
        *arrow((56, 118), (22, 56), tone="warm"),
        *arrow((160, 118), (160, 48), tone="warm"),
        *arrow((264, 118), (298, 56), tone="warm"),
        *(shape for x in PLACES for shape in person(x, 136)),
        *box(30, 190, 260, 38, "They work together well.", tone="quiet"),
    ),
)

WITH_AIM = FigurePanel(
    caption="One sentence about students comes first. Each rule says what somebody does for it.",
    description=(
        "The same three people. From each of them an arrow leads to one box above them: what our students will be able "
        "to do. Below them is a box with the rules, which have a day of review."
    ),
    height=250,
    shapes=(
        *box(40, 12, 240, 44, "What our students", "will be able to do", tone="accent"),
        *(shape for x in PLACES for shape in arrow((x, 118), (160 + (x - 160) * 0.5, 60), tone="accent")),
        *(shape for x in PLACES for shape in person(x, 136)),
        *box(30, 190, 260, 38, "Rules, until the day of review", tone="quiet"),
    ),
)

FIGURE = DrawnFigure("aims-first", "Why the aim comes first", (TOGETHER, WITH_AIM))
