"""Who sits at a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.roleplay.messages import PlayBegun
from dlcourse.domain.roleplay.play import begin
from dlcourse.domain.roleplay.policy import no_such_play, seat_of
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from tests.domain.roleplay.anybody import law
from tests.domain.roleplay.learners import lamp

PEOPLE = st.dictionaries(st.sampled_from(["ann", "ben", "cem"]), st.sampled_from(["p", "q", "r"]))


@law
@given(PEOPLE)
def test_only_who_sits_there(seats: dict[str, str]) -> None:
    """Whoever sits at the table gets a seat of their own; anybody else is told that there is no such play."""
    play = begin(PlayBegun(scenario="kept", title="", about="lamp", seats=seats, seed="seed"), lamp())
    for person in ("p", "q", "r", "s", ""):
        if person in seats.values():
            assert seats[seat_of(play, Viewer(person))] == person
        else:
            with pytest.raises(CourseError) as refused:
                seat_of(play, Viewer(person))
            assert str(refused.value) == str(no_such_play())
