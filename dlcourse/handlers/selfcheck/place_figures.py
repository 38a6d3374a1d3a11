"""What the self-check says about a person's own place, for the model of a place: single statements, never a sum."""

from collections.abc import Iterator

from dlcourse.domain.place_figures import PlaceChoice, PlaceFigure
from dlcourse.domain.selfcheck.readiness import SelfCheck, levels_of
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.place_figures import place_figure_source
from dlcourse.handlers.selfcheck.readiness import events
from dlcourse.pages.selfcheck.words import PLACE_FIGURE, PLACE_SOURCE

CHECK = "readiness"
ABOUT: dict[str, PlaceChoice] = {
    "looked-in": "openness",
    "passed-on": "learns_from",
    "by-expertise": "authority",
    "about-learning": "coherence",
}
"""The statements that say something about a choice of the model."""


@place_figure_source("selfcheck")
def find_ratings(context: ReadContext) -> tuple[PlaceFigure, ...]:
    """The statements that the person rated; of two rounds the newer one."""
    past, check = events(context.transaction, context.person), context.library.exercise(CHECK, SelfCheck)
    levels = levels_of(past, CHECK, 1) | levels_of(past, CHECK, 2)
    return tuple(_figures(check, levels))


def _figures(check: SelfCheck, levels: dict[str, int]) -> Iterator[PlaceFigure]:
    said = {step.step: step.word for step in check.scale}
    for statement in (item for group in check.groups for item in group.items):
        if statement.id in ABOUT and levels.get(statement.id):
            says = PLACE_FIGURE.format(statement=statement.text.strip(), often=said[levels[statement.id]])
            yield PlaceFigure(choice=ABOUT[statement.id], source=PLACE_SOURCE, says=says)
