"""What figures about a cohort count of places: the newest settings of each person, shown from five people on."""

from dlcourse.domain.learning.messages import SetOwnPlace
from tests.classroom import Classroom
from tests.handlers.overview.test_figures import figures


def test_places_are_counted_from_five_people_on(classroom: Classroom) -> None:
    """Each choice of a place is counted under its own name, with the newest settings of each person."""
    faye, people = classroom.facilitator(), [classroom.joined(f"P{number}") for number in range(5)]
    for person in people[:4]:
        person.do(SetOwnPlace, openness="half")
    assert ("own-place", "own-place") not in figures(faye, classroom.cohort)
    people[4].do(SetOwnPlace, coherence="apart")
    people[4].do(SetOwnPlace, openness="open")
    counted = {
        each.question: each.counts for each in figures(faye, classroom.cohort)["own-place", "own-place"].questions
    }
    assert counted["openness"] == {"openness-half": 4, "openness-open": 1}
    assert (counted["coherence"], counted["leaders_know"]) == ({"coherence-partly": 5}, {"leaders_know-half": 5})
