"""A whole evening: every persona plays a session at a real server, and every message that anybody gets is checked."""

import asyncio

import pytest

from dlcourse.rehearsing.judge import Evidence, findings
from dlcourse.rehearsing.performance import ScriptedCast
from dlcourse.rehearsing.personas import PERSONAS
from dlcourse.rehearsing.summary import Summary
from tests.rehearsing.stage import Evening, Stage
from tests.serving import Served

CAST = ScriptedCast(tuple(PERSONAS.values()), 7, step=0.05)
"""Every persona has a seat, and one more person observes."""


@pytest.fixture(scope="module")
def evening(leaky_server: Served) -> Evening:
    """One evening, which all tests look at."""
    return asyncio.run(Stage(leaky_server).evening(CAST))


@pytest.fixture(scope="module")
def summary(evening: Evening) -> Summary:
    """What the evening showed."""
    return Summary(evening.performance)


def test_nobody_is_sent_what_is_not_theirs(evening: Evening, summary: Summary) -> None:
    """In a whole session, no packet reaches another seat, an observer or a leader before it is voiced or asked for."""
    assert (summary.problems, evening.performance.waited) == ([], "")
    people = summary.evidence.people
    assert findings(Evidence(people, evening.leaders)) == []
    assert [one.group for one in people] == [1, 2, 1, 2, 1, 2, 1]
    assert [len(one.packet) for one in people] == [3, 3, 2, 2, 2, 2, 0]
    assert people[6].heard


def test_nothing_that_is_not_allowed_works(summary: Summary) -> None:
    """Acting in another group, as somebody else or as a leader is refused, and a flood is cut off; all others go on."""
    (trickster,) = (player for player in summary.players if player.attempts)
    assert len(trickster.attempts) > 50
    assert (summary.worked, trickster.floods[0].cut_off) == ([], True)
    assert trickster.capture().looked_back < float("inf")
    assert "\n".join(summary.lines()).count("None of them worked") == 1


def test_somebody_drops_out_and_comes_back(evening: Evening) -> None:
    """Somebody who loses the connection in the talk has the same seat afterwards, and shares what they know."""
    (dropped,) = (player for player in evening.performance.players if player.phone.away)
    assert {fact for _, fact in dropped.capture().shares} == dropped.capture().packet.keys()


def test_leaders_read_what_was_said_only_after_they_asked(evening: Evening, summary: Summary) -> None:
    """What a leader was sent counts as a leak if the text of the group was not asked for before."""
    people = summary.evidence.people
    unasked = [(capture, dict[int, float]()) for capture, _ in evening.leaders]
    found = findings(Evidence(people, unasked))
    assert {each.who for each in found} == {"Faye (who leads)", "Cora (who leads)"}
