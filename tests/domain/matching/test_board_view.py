"""What is shown about a board: loads, gaps, support, and what the last move changed."""

from dlcourse.domain.matching.board import MoveTakenBack, Part, PersonPut, folded
from dlcourse.domain.matching.board_view import MatchboardView, standing
from dlcourse.domain.speech import Event
from tests.domain.matching.crews import crew


def put(person: str, task: str, part: Part) -> Event:
    """A move."""
    return PersonPut(person=person, task=task, part=part)


def stands(*past: Event) -> MatchboardView:
    """The state of the crew's board after these moves."""
    return standing("crew", crew(), folded(past))


ANA, BEN = put("Ana", "Atlas", "contributor"), put("Ben", "Atlas", "contributor")


def test_an_empty_board_tells_who_comes_nearest() -> None:
    """Each need is open, with who could meet it and how many hours they have, or that nobody can."""
    (atlas, band) = stands().work
    assert [need.nearest for need in atlas.needs] == [
        "Ana (level 5, 6 hours left) could",
        "Ben (level 4, 4 hours left) could",
    ]
    assert band.needs[1].nearest == "nobody has any of it"
    assert stands().told == ()
    assert not stands().comparable


def test_a_move_tells_what_it_covers() -> None:
    """Who was put where comes first, then what is covered by it and by whom."""
    assert stands(ANA).told[:2] == ("Ana contributes to Atlas.", "Covered now: Maps in Atlas, by Ana.")


def test_taking_back_tells_what_is_open_again() -> None:
    """The move before is not told a second time: what is open again is."""
    assert stands(ANA, BEN, MoveTakenBack()).told == (
        "Ben is off Atlas.",
        "Open again: Songs in Atlas.",
        "Ben gives 0 of 4 hours; before it was 2.",
    )


def test_a_rule_that_a_move_breaks_is_told_once() -> None:
    """Too many hours are reported with the move that causes them, and not with the next one."""
    cho = put("Cho", "Atlas", "contributor"), put("Cho", "Band", "contributor")
    view = stands(*cho)
    assert "Cho would give 5 hours and has 2.5." in view.told
    assert next(member for member in view.people if member.name == "Cho").too_much
    assert not any("Cho would give" in sentence for sentence in stands(*cho, BEN).told)


def test_who_answers_alone_for_what_they_cannot_do_is_told() -> None:
    """Without somebody to teach them, an accountable person who falls short is not supported; with one they are."""
    alone = stands(put("Cho", "Atlas", "accountable"))
    assert not alone.work[0].supported
    assert "falls short in Maps and Songs" in alone.work[0].answers
    helped = stands(put("Cho", "Atlas", "accountable"), ANA, BEN)
    assert helped.work[0].supported
    assert "coaches in" in helped.work[0].answers


def test_no_hours_left_is_told() -> None:
    """Who could meet a need but has given all hours is named with that."""
    songs = stands(BEN, put("Ben", "Band", "contributor"), put("Ben", "Atlas", "none"), put("Ben", "Band", "none"))
    assert songs.left_out == ("Ana", "Ben", "Cho", "Dan")
    busy = stands(put("Ben", "Band", "contributor"))
    assert busy.work[0].needs[1].nearest == "Ben (level 4, 1 hour left) could"
