"""Who can do what, before anybody has planned: requirements that are met, lacks, and hours."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.matching.typed.coverage import Lack, hours_needed, hours_there, lacks, met, requirements
from tests.domain.matching.crews import crew
from tests.engines.matching.random_teams import team_of


def test_a_person_meets_what_they_reach() -> None:
    """A requirement is met from its level on."""
    team = crew()
    assert met(team.person("Ana"), team.task("Atlas")) == ("Maps",)
    assert met(team.person("Ben"), team.task("Band")) == ("Songs",)
    assert met(team.person("Dan"), team.task("Atlas")) == ()


def test_a_lack_names_who_comes_nearest() -> None:
    """Where nobody reaches a level, the best is named; where nobody has the skill, nobody is."""
    team = crew()
    assert lacks(team.people, team.work) == (Lack(task="Band", skill="Drums", need=1, nearest=None, level=0),)
    without_ben = [person for person in team.people if person.name != "Ben"]
    first = lacks(without_ben, team.work)[0]
    assert first == Lack(task="Atlas", skill="Songs", need=3, nearest="Ana", level=2)
    assert len(lacks([], team.work)) == requirements(team.work) == 4


def test_hours_are_those_of_the_fewest_people() -> None:
    """The work takes at least its hours for the fewest who contribute; people have theirs together."""
    team = crew()
    assert hours_needed(team.work) == Decimal(5)
    assert hours_there(team.people) == Decimal("12.5")


@given(st.integers(0, 300))
def test_what_is_lacking_is_met_by_nobody(seed: int) -> None:
    """A requirement is lacking exactly if no person meets it."""
    team = team_of(4, 3, 4, seed, "sparse")
    lacking = {(lack.task, lack.skill) for lack in lacks(team.people, team.work)}
    for task in team.work:
        for skill in task.needs:
            somebody = any(skill in met(person, task) for person in team.people)
            assert ((task.name, skill) in lacking) == (not somebody)
