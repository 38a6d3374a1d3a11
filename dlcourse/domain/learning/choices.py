"""The choices of a school in the exercise: a few levels of each setting of a place, and how levels become settings.

The school has 20 people in four departments and 20 questions of practice; three of the people have a title.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from dlcourse.domain.learning.place import Authority, LearnsFrom, PlaceSettings
from dlcourse.domain.place_figures import PlaceChoice
from dlcourse.domain.speech import Value

Openness = Literal["closed", "half", "open"]
Coherence = Literal["apart", "partly", "shared"]
LeadersKnow = Literal["no-more", "half", "most"]

PEOPLE, DEPARTMENTS, QUESTIONS, PERIODS = 20, 4, 20, 40
OPENNESS: Mapping[Openness, float] = {"closed": 0.1, "half": 0.5, "open": 1.0}
"""For each level, in how many periods a person's practice can be seen, as a share."""
COHERENCE: Mapping[Coherence, float] = {"apart": 0.2, "partly": 0.6, "shared": 1.0}
"""For each level, on which share of the questions all departments want the same."""
LEADERS_KNOW: Mapping[LeadersKnow, float] = {"no-more": 0.0, "half": 0.5, "most": 0.9}
"""For each level, which share of the answers the leaders know for sure from the beginning."""
CHOICES: Mapping[PlaceChoice, tuple[str, ...]] = {
    "openness": get_args(Openness),
    "learns_from": get_args(LearnsFrom),
    "authority": get_args(Authority),
    "coherence": get_args(Coherence),
}
"""What people at the school can decide, and the levels of each. What the leaders know is nothing that they decide."""


class SchoolChoices(Value):
    """A school. Without arguments it is the one that the exercise begins with: much as many schools are today."""

    openness: Openness = "closed"
    learns_from: LearnsFrom = "nobody"
    authority: Authority = "title"
    coherence: Coherence = "partly"
    leaders_know: LeadersKnow = "half"

    @property
    def settings(self) -> PlaceSettings:
        """The settings of the model for this school."""
        return settings(self, COHERENCE[self.coherence], LEADERS_KNOW[self.leaders_know])

    def neighbors(self) -> Iterator[tuple[PlaceChoice, str, "SchoolChoices"]]:
        """Each school that differs in one choice: the choice, its level there, and the school."""
        for choice, levels in CHOICES.items():
            for level in levels:
                if level != getattr(self, choice):
                    yield choice, level, SchoolChoices.model_validate({**self.model_dump(), choice: level})


def settings(school: SchoolChoices, coherence: float, leaders_know: float) -> PlaceSettings:
    """The settings of the model for this school, with other aims and leaders who know another share of the answers."""
    return PlaceSettings(
        openness=OPENNESS[school.openness],
        learns_from=school.learns_from,
        authority=school.authority,
        coherence=coherence,
        leaders_know=leaders_know,
        people=PEOPLE,
        departments=DEPARTMENTS,
        dimensions=QUESTIONS,
        periods=PERIODS,
    )


AT_FIRST = SchoolChoices()
"""The school that every other one is compared with."""
