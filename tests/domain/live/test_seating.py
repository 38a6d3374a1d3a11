"""Seating: everybody has one place, groups are even, and people who do the same are kept apart."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.live.seating import GroupShape, SeatPlace, deal_seats, group_count, late_place, roles_by_need
from dlcourse.domain.live.settings import Leftover
from tests.domain.roleplay.learners import shipped

ROLES = ("decider", "second", "third", "fourth", "fifth")
LEFTOVER: st.SearchStrategy[Leftover] = st.sampled_from(["observe", "smaller-groups"])


@st.composite
def halls(draw: st.DrawFn) -> tuple[list[str], GroupShape, dict[str, str]]:
    """People, the shape of their groups, and what some of them do."""
    people = [f"person-{number}" for number in range(draw(st.integers(1, 40)))]
    size = draw(st.integers(1, len(ROLES)))
    jobs = draw(st.dictionaries(st.sampled_from(people), st.sampled_from(["teacher", "dean", "custodian"])))
    return people, GroupShape(ROLES, size, draw(LEFTOVER)), jobs


@given(hall=halls(), seed=st.text(max_size=5))
def test_everybody_has_one_place(hall: tuple[list[str], GroupShape, dict[str, str]], seed: str) -> None:
    """Each person has one place, no seat is given twice, each group has a decider, and sizes differ by one at most."""
    people, shape, jobs = hall
    places = deal_seats(people, shape, seed, jobs)
    assert sorted(place.person for place in places) == sorted(people)
    seats = [(place.group, place.role) for place in places if place.role]
    assert len(seats) == len(set(seats))
    groups = range(1, 1 + group_count(len(people), shape))
    sizes = Counter(group for group, _ in seats)
    assert set(sizes) == set(groups)
    assert all((group, "decider") in seats for group in groups)
    assert max(sizes.values()) <= min(shape.size, min(sizes.values()) + 1)
    assert shape.leftover == "observe" or len(seats) == len(people)
    assert places == deal_seats(people, shape, seed, jobs)


@given(hall=halls(), seed=st.text(max_size=5))
def test_people_of_one_job_are_kept_apart(hall: tuple[list[str], GroupShape, dict[str, str]], seed: str) -> None:
    """People who do the same are spread over the groups as evenly as possible."""
    people, shape, jobs = hall
    places = [place for place in deal_seats(people, shape, seed, jobs) if place.role]
    groups = group_count(len(people), shape)
    for job in set(jobs.values()):
        counts = Counter(place.group for place in places if jobs.get(place.person) == job)
        assert max(counts.values(), default=0) <= -(-counts.total() // groups)


def test_late_comers_fill_the_smallest_group() -> None:
    """Somebody who comes late gets a free role in the smallest group; if all are full, they observe."""
    shape = GroupShape(ROLES[:2], 2, "observe")
    places = [SeatPlace(person="a", group=1, role="decider"), SeatPlace(person="b", group=1, role="second")]
    places.append(SeatPlace(person="c", group=2, role="decider"))
    assert late_place("d", places, [1, 2], shape) == SeatPlace(person="d", group=2, role="second")
    places.append(SeatPlace(person="d", group=2, role="second"))
    places.append(SeatPlace(person="e", group=1))
    assert late_place("f", places, [1, 2], shape) == SeatPlace(person="f", group=2)


def test_the_deciding_role_is_filled_first() -> None:
    """The role that decides comes first, then the others in the order of the file."""
    scenario = shipped("the-reading-gap")
    first, *others = roles_by_need(scenario)
    assert first == scenario.decider.id
    assert others == [role.id for role in scenario.roles if role.id != first]
