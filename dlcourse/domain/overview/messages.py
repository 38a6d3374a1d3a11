"""What those who lead a cohort can ask about it as a whole."""

from typing import Annotated, Literal

from pydantic import Field

from dlcourse.domain.speech import Command, Query
from dlcourse.domain.words import Id

Cohort = Annotated[str, Field(max_length=64)]
"""A cohort's id, as an address gives it; one that does not exist is refused like one that is somebody else's."""
ReportForm = Literal["csv", "xlsx", "docx"]
"""The forms of a report about a cohort: its figures as text or as a workbook, or a document to read."""
MOST_SIGNED = 500
"""How many people can be signed off at once."""


class SignOff(Command):
    """Confirm that these people of a cohort took part, and that they did the sessions that they have finished."""

    cohort: Cohort
    people: tuple[Id, ...] = Field(min_length=1, max_length=MOST_SIGNED)


class CohortProgress(Query):
    """Who is in a cohort, and which sessions each has finished: by name, and at once."""

    cohort: Cohort


class CohortSessions(Query):
    """How many people of a cohort have finished each session."""

    cohort: Cohort


class CohortFigures(Query):
    """The figures about the people of a cohort, as they were published last."""

    cohort: Cohort


class CohortShared(Query):
    """What the people of a cohort share with those who lead it, or with everybody."""

    cohort: Cohort


class CohortReport(Query):
    """What a report about a cohort contains, and who was signed off."""

    cohort: Cohort


class TakeReport(Query):
    """A report about a cohort as a file, with figures and no row about a person."""

    cohort: Cohort
    form: ReportForm


class TakeAttendance(Query):
    """Who took part, which sessions each has finished, and who confirmed it: by name, as a file of its own (CSV)."""

    cohort: Cohort
