"""What a person's own network says about their place, for the model of a place. No name leaves the network."""

from dlcourse.domain.network.graph import figures
from dlcourse.domain.place_figures import PlaceFigure
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.network.own import own
from dlcourse.handlers.place_figures import place_figure_source
from dlcourse.pages.network.words_of_figures import PLACE_FIGURE, PLACE_RETURNED, PLACE_SOURCE


@place_figure_source("network")
def find_ties(context: ReadContext) -> tuple[PlaceFigure, ...]:
    """How many ties there are in the person's own network, and how many are returned; nothing without any ties."""
    mine = own(context.transaction, context.person)
    found = figures(mine.graph) if mine else None
    if found is None or found.reciprocity is None:
        return ()
    says = PLACE_FIGURE.of(found.ties, people=found.people)
    returned = PLACE_RETURNED.format(share=f"{found.reciprocity:.0%}")
    return (PlaceFigure(choice="learns_from", source=PLACE_SOURCE, says=f"{says} {returned}"),)
