"""What those who lead a cohort can ask about it as a whole."""

from typing import Annotated

from pydantic import Field

from dlcourse.domain.speech import Query

Cohort = Annotated[str, Field(max_length=64)]
"""A cohort's id, as an address gives it; one that does not exist is refused like one that is somebody else's."""


class CohortProgress(Query):
    """Who is in a cohort, and which sessions each has finished: by name, and at once."""

    cohort: Cohort


class CohortFigures(Query):
    """The figures about the people of a cohort, as they were published last."""

    cohort: Cohort


class CohortShared(Query):
    """What the people of a cohort share with those who lead it, or with everybody."""

    cohort: Cohort
