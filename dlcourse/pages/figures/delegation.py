"""What distribution changes beside delegation: whether what people know can still change the plan."""

from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import arrow, bold, both_ways, box, person, words

PLACES = (56, 160, 264)
"""Where the three people stand, from left to right."""

DELEGATION = FigurePanel(
    caption="Delegation: a finished plan is handed out. What people know stays with them.",
    description=(
        "At the top stands the person who decides. Below is a finished plan. One-way arrows lead from the plan down to "
        "three people, each of whom gets a task. Nothing leads back up."
    ),
    height=306,
    shapes=(
        *person(160, 24, "decides alone", tone="warm"),
        *arrow((160, 80), (160, 106)),
        *box(90, 108, 140, 38, "The plan: finished", tone="warm"),
        *(shape for x in PLACES for shape in arrow((160 + (x - 160) * 0.45, 148), (x, 196))),
        *(shape for x, task in zip(PLACES, "ABC", strict=True) for shape in person(x, 212, f"does task {task}")),
        words(160, 288, "They carry it out.", tone="quiet"),
    ),
)

DISTRIBUTION = FigurePanel(
    caption="Distribution: what people know changes the plan. Somebody still answers for it.",
    description=(
        "The plan in the middle is open. Arrows lead both ways between it and three people: one knows the students, "
        "one the timetable, one the building. At the top stands the person who answers for the plan, also joined to "
        "it by an arrow in both directions."
    ),
    height=306,
    shapes=(
        *person(160, 24, "answers for it", tone="warm"),
        *both_ways((160, 78), (160, 106)),
        *box(90, 108, 140, 38, "The plan: open", tone="accent"),
        *(shape for x in PLACES for shape in both_ways((160 + (x - 160) * 0.45, 149), (x, 197))),
        *person(56, 212, "knows the", "students"),
        *person(160, 212, "knows the", "timetable"),
        *person(264, 212, "knows the", "building"),
        bold(160, 298, "Their knowledge changes it.", tone="accent"),
    ),
)

FIGURE = DrawnFigure("delegation-and-distribution", "Delegation and distribution", (DELEGATION, DISTRIBUTION))
