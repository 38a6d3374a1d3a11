"""The settings of a place: March's model with four choices that a school can make. They are ours, not March's.

How open is practice? Who learns from whom? Does authority follow a title or what somebody knows? How far do people
want the same?
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from dlcourse.domain.learning.models import Probability
from dlcourse.domain.speech import Value

LearnsFrom = Literal["nobody", "department", "everybody"]
Authority = Literal["title", "expertise"]


class PlaceSettings(Value):
    """A place: how people and the usual way learn from each other.

    Without ``learns_from``, ``leaders_know`` and closed practice, and with the same aims for all, it is March's model.

    - ``p1`` and ``p2``: how fast people learn from the usual way, and that from people, as in `MarchSettings`.
    - ``openness``: the probability that a person's practice can be seen in a period.
    - ``learns_from``: in each period everybody watches one person of that circle. If that person does better, they take
      over each practice in which they differ with probability ``p1``, one step at a time.
    - ``authority``: the usual way is changed by those whose practice does better than it, or by the same
      ``leaders`` people, however they do. These know the answer to the share ``leaders_know`` of all questions from
      the beginning.
    - ``coherence``: the share of questions on which all want the same; on the others each department has its own aim.
    - ``people`` and ``departments`` are counts; departments are of about equal size.
    """

    p1: Probability = 0.2
    p2: Probability = 0.5
    openness: Probability = 1.0
    learns_from: LearnsFrom = "nobody"
    authority: Authority = "expertise"
    coherence: Probability = 1.0
    people: Annotated[int, Field(ge=4, le=200)] = 30
    departments: Annotated[int, Field(ge=1, le=20)] = 5
    leaders: Annotated[int, Field(ge=1, le=20)] = 3
    leaders_know: Probability = 0.0
    dimensions: Annotated[int, Field(ge=1, le=100)] = 30
    periods: Annotated[int, Field(ge=1, le=500)] = 60

    @model_validator(mode="after")
    def _fits(self) -> "PlaceSettings":
        if self.departments > self.people or self.leaders > self.people:
            raise ValueError("there are no more departments and no more leaders than people")
        return self
