"""Accountability in both directions: whoever expects something makes it possible, and learns how."""

from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import arrow, person, words

ONE_WAY = FigurePanel(
    caption="One way: one side expects, the other side answers.",
    description=(
        "A person at the top, one at the bottom. One arrow leads down: I expect results from you. Nothing leads back "
        "up."
    ),
    height=306,
    shapes=(
        *person(160, 24, tone="warm"),
        *arrow((160, 66), (160, 224), tone="ink"),
        words(176, 128, "I expect results", "from you.", anchor="start"),
        *person(160, 246, tone="cool"),
        words(196, 262, "Alone with it", tone="quiet", anchor="start"),
    ),
)

BOTH_WAYS = FigurePanel(
    caption="Both ways: whoever expects something makes it possible, and learns from the other how to.",
    description=(
        "The same two persons with two arrows. Down: I expect this of you, and I make it possible for you to learn it. "
        "Up: I work on it, and I show you what makes it possible."
    ),
    height=306,
    shapes=(
        *person(160, 24, tone="warm"),
        *arrow((148, 66), (148, 224), tone="warm"),
        *arrow((172, 224), (172, 66), tone="accent"),
        words(134, 104, "I expect this", "of you, and", "I make it", "possible for", "you to learn it.", anchor="end"),
        words(186, 122, "I work on it,", "and I show you", "what makes", "it possible.", anchor="start"),
        *person(160, 246, tone="cool"),
    ),
)

FIGURE = DrawnFigure("two-way-accountability", "Accountability in both directions", (ONE_WAY, BOTH_WAYS))
