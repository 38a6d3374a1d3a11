"""The twenty-four people of the made-up cohort: what each is, how far each has come, and how each plays."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

WHOLE_COURSE = 11
"""How many sessions the course has."""
Talk = Literal["asks", "tells", "names"]
"""How somebody talks in a role-play: asks openly and by expertise, only says what they want, or asks by name."""


@dataclass(frozen=True)
class MadeUpPerson:
    """Somebody who does not exist. ``sessions`` counts those that they have done, in the order of the course.

    ``skill`` (0 to 1) is how likely a good answer is; ``shares`` is how likely it is that others may read an entry.
    """

    name: str
    role: str
    leads: str
    sessions: int
    skill: float
    talk: Talk
    shares: float


_TEACHES = "My own class, and whatever our year group plans together."
_LEADS = "The school, with a team of five, and the plan for improvement."
_HELPS = "Nobody by title. The children come to me when a lesson has gone wrong."
_DEPARTMENT = "A department of nine, two of them new this year."

_ROWS = """
Amara Diallo       | principal             | leads      | 11 | .85 | asks  | .8
Bjorn Halvorsen    | science teacher       | teaches    | 11 | .70 | tells | .3
Chloe Whitaker     | reading specialist    | teaches    | 11 | .90 | asks  | .9
Dario Conti        | custodian             | helps      | 11 | .75 | asks  | .6
Esther Nakamura    | assistant principal   | leads      | 11 | .65 | names | .4
Farid Rahimi       | mathematics teacher   | teaches    | 11 | .80 | asks  | .5
Grace Okonkwo      | department chair      | department | 11 | .60 | names | .7
Hana Kovac         | librarian             | helps      | 11 | .85 | asks  | .9
Ignacio Paredes    | fifth-grade teacher   | teaches    | 11 | .55 | tells | .2
Jasmine Cooper     | paraprofessional      | helps      | 10 | .70 | asks  | .7
Kwame Boateng      | dean of students      | department | 10 | .65 | tells | .4
Leila Haddad       | bilingual teacher     | teaches    | 10 | .75 | asks  | .8
Marek Nowak        | history teacher       | teaches    | 9  | .50 | names | .3
Nadia Petrova      | school psychologist   | helps      | 9  | .80 | asks  | .6
Owen Gallagher     | principal             | leads      | 9  | .45 | tells | .2
Priya Raman        | chemistry teacher     | teaches    | 8  | .70 | asks  | .5
Quentin Baptiste   | music teacher         | teaches    | 8  | .60 | names | .6
Rosa Delgado       | secretary             | helps      | 7  | .75 | asks  | .7
Samuel Thorne      | assistant principal   | leads      | 6  | .50 | tells | .1
Tomasina Ruiz      | special education     | teaches    | 5  | .65 | asks  | .5
Umar Farooq        | department chair      | department | 5  | .55 | names | .3
Valerie Dubois     | instructional coach   | department | 4  | .80 | asks  | .8
Wei Zhang          | third-grade teacher   | teaches    | 2  | .60 | names | .4
Ximena Aguilar     | nurse                 | helps      | 1  | .70 | asks  | .5
"""
_WORK = {"leads": _LEADS, "teaches": _TEACHES, "helps": _HELPS, "department": _DEPARTMENT}


def made_up_people() -> tuple[MadeUpPerson, ...]:
    """All of them, in the order in which they joined."""
    return tuple(_read())


def _read() -> Iterator[MadeUpPerson]:
    for row in _ROWS.strip().splitlines():
        name, role, work, sessions, skill, talk, shares = (cell.strip() for cell in row.split("|"))
        yield MadeUpPerson(name, role, _WORK[work], int(sessions), float(skill), _talk(talk), float(shares))


def _talk(word: str) -> Talk:
    return "asks" if word == "asks" else "tells" if word == "tells" else "names"
