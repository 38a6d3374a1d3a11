"""The line of a task: who knows, who decides, who answers and who was enabled, and where the line breaks."""

from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import arrow, box, words

LINE = FigurePanel(
    caption="Follow one task from top to bottom. Where the line breaks, there is something to do.",
    description=(
        "Four questions in boxes, joined by arrows from top to bottom: Who knows what it needs? Who decides about it? "
        "Who answers for it? Who was enabled to do their part? Beside each box is the session about it."
    ),
    height=344,
    shapes=(
        *box(12, 12, 200, 54, "Who knows", "what it needs?", tone="cool"),
        words(226, 36, "sessions", "2 and 3", anchor="start", tone="quiet"),
        *arrow((112, 68), (112, 98)),
        *box(12, 100, 200, 54, "Who decides", "about it?", tone="accent"),
        words(226, 124, "sessions", "1 and 5", anchor="start", tone="quiet"),
        *arrow((112, 156), (112, 186)),
        *box(12, 188, 200, 54, "Who answers", "for it?", tone="warm"),
        words(226, 220, "session 5", anchor="start", tone="quiet"),
        *arrow((112, 244), (112, 274)),
        *box(12, 276, 200, 54, "Who was enabled", "to do their part?", tone="good"),
        words(226, 308, "session 6", anchor="start", tone="quiet"),
    ),
)

FIGURE = DrawnFigure("line-of-a-task", "The line of a task", (LINE,))
