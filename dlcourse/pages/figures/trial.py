"""The loop of a controlled trial: what is written down before it begins, and how one round leads to the next."""

from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import bold, bow, box, ring

BEFORE = FigurePanel(
    caption="Before it begins: four lines on paper.",
    description=(
        "A list of four things that are written down before a trial: what we expect, how much harm is too much, who "
        "may stop it, and on which day we look."
    ),
    height=310,
    shapes=(
        *box(12, 14, 296, 60, "What we expect,", "and how we would notice", tone="accent"),
        *box(12, 88, 296, 60, "The limit:", "this much harm is too much", tone="warm"),
        *box(12, 162, 296, 60, "The stop rule:", "these people may end it, any day", tone="warm"),
        *box(12, 236, 296, 60, "The day on which we look,", "and who will be there", tone="accent"),
    ),
)

LOOP = FigurePanel(
    caption="Then round and round: each round teaches something, whatever its result.",
    description=(
        "A loop of four steps, clockwise: state the aim, try the smallest thing, look at what happened, and "
        "decide whether to keep, change or stop. From there an arrow leads back to the aim. In the middle: limit and "
        "stop rule."
    ),
    height=310,
    shapes=(
        *box(100, 12, 120, 46, "The aim", tone="accent"),
        *box(208, 126, 108, 58, "Try the", "smallest thing", tone="accent"),
        *box(100, 250, 120, 46, "Look at what", "happened", tone="accent"),
        *box(4, 126, 108, 58, "Keep, change", "or stop", tone="accent"),
        *bow((222, 36), (264, 122), (264, 40)),
        *bow((264, 186), (224, 274), (262, 270)),
        *bow((98, 274), (56, 188), (58, 270)),
        *bow((56, 124), (98, 36), (56, 40)),
        ring(160, 155, 42, tone="warm"),
        bold(160, 152, "Limit and", "stop rule", tone="warm"),
    ),
)

FIGURE = DrawnFigure("controlled-trial", "A controlled trial", (BEFORE, LOOP))
