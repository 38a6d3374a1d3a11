"""Figures that a person has of their own place, for whoever sets up a model of it: a sentence about one choice."""

from typing import Literal, get_args

from dlcourse.domain.speech import Value

PlaceChoice = Literal["openness", "learns_from", "authority", "coherence"]
PLACE_CHOICES: tuple[PlaceChoice, ...] = get_args(PlaceChoice)
"""The choices of the model, in the order in which a page asks for them."""


class PlaceFigure(Value):
    """What a person entered in another exercise about a choice of the model; ``source`` says where that was."""

    choice: PlaceChoice
    source: str
    says: str
