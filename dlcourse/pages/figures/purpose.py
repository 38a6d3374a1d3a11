"""What leadership is for: everything else counts as far as it reaches what happens between teacher and student."""

from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import bold, ring, words

RINGS = FigurePanel(
    caption="The test of any act of leading: does it reach the middle?",
    description=(
        "Three circles around one middle. The middle is what teachers and students do together in lessons. Around it "
        "is what helps teachers get better. The outer circle is everything else: buildings, budgets, timetables."
    ),
    height=320,
    shapes=(
        ring(160, 160, 154, tone="quiet"),
        words(160, 36, "buildings, budgets,", "timetables", tone="quiet"),
        ring(160, 170, 108, tone="cool"),
        words(160, 96, "what helps", "teachers get better"),
        ring(160, 186, 60, tone="accent"),
        bold(160, 172, "Teaching", "and learning,", "in lessons", tone="accent"),
    ),
)

FIGURE = DrawnFigure("what-it-is-for", "What leadership is for", (RINGS,))
