"""Stretched over: a chart shows who holds which title; the work of leading lies between people and their situation."""

from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import bold, both_ways, box, line, person, ring, words

CHART = FigurePanel(
    caption="The chart: who holds which title.",
    description=(
        "A chart of an organization. The principal's box is at the top, and lines lead down to three boxes: deputy, "
        "head of math, and coach. Nothing connects those three with each other."
    ),
    height=312,
    shapes=(
        *box(100, 52, 120, 42, "Principal", tone="quiet"),
        line((160, 94), (160, 142)),
        line((56, 142), (264, 142)),
        *(line((x, 142), (x, 172)) for x in (56, 160, 264)),
        *box(8, 172, 96, 46, "Deputy", tone="quiet"),
        *box(112, 172, 96, 46, "Head of", "math", tone="quiet"),
        *box(216, 172, 96, 46, "Coach", tone="quiet"),
        words(160, 264, "It cannot show how a lesson", "got better last week.", tone="quiet"),
    ),
)

BETWEEN = FigurePanel(
    caption="The practice: what leaders, followers and their situation make together.",
    description=(
        "A triangle. At its corners are those who lead at this moment, those who follow, and the situation: tools, "
        "routines and time. Arrows in both directions join the corners. In the middle is the practice of leading, "
        "which lies between all three."
    ),
    height=312,
    shapes=(
        *person(160, 20, tone="warm"),
        bold(160, 68, "who leads now"),
        *both_ways((118, 78), (66, 196)),
        *both_ways((202, 78), (254, 196)),
        *both_ways((110, 244), (208, 244)),
        ring(160, 156, 46),
        bold(160, 144, "Leading", "happens", "here", tone="accent"),
        *person(50, 216, tone="cool"),
        *person(84, 216, tone="cool"),
        bold(66, 266, "who follows"),
        *box(212, 212, 92, 36, "situation", tone="good"),
        words(258, 266, "tools, routines,", "time", tone="quiet"),
        words(66, 284, "and may lead next", tone="quiet"),
    ),
)

FIGURE = DrawnFigure("stretched-over", "Stretched over", (CHART, BETWEEN))
