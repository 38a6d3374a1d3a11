"""Figures that a person has of their own place, for whoever sets up a model of it: a sentence about one choice."""

from dlcourse.domain.speech import Value


class PlaceFigure(Value):
    """What a person entered in another exercise about a choice of the model; ``source`` says where that was."""

    choice: str
    source: str
    says: str
