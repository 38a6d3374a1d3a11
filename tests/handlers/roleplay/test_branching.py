"""Going back in a play: a new attempt from where a move begins, and two attempts side by side."""

import pytest

from dlcourse.domain.roleplay.messages import Ask, ChoiceMade, CloseTalk, Decide, ShareFact, VoiceIdea
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError
from dlcourse.store import Store
from tests.person import Person


def moves_of(store: Store, play: str) -> list[Event]:
    """Return what happened in a play since it began."""
    return [kept.event for kept in store.read(lambda transaction: transaction.events(f"play/{play}", after=1))]


def test_branching(store: Store, ann: Person) -> None:
    """A play is begun again wherever a move of mine begins, with the same first moves; elsewhere it is refused."""
    play = ann.talk(seat="teacher")
    ann.do(Ask, play=play, how="open")
    ann.do(ShareFact, play=play, fact="eleven-oclock")
    ann.do(VoiceIdea, play=play, option="extra-hour", words="Mine.")
    ann.do(CloseTalk, play=play, option="extra-hour")
    ann.go_on(play)
    events = moves_of(store, play)
    mine = [event.model_dump()["role"] == "teacher" or isinstance(event, ChoiceMade) for event in events]
    begins = [at for at, is_mine in enumerate(mine) if is_mine]
    assert len(begins) == 5 + 2
    for moves in range(len(events) + 3):
        if moves in begins:
            again = ann.branch(play, moves)
            assert moves_of(store, again) == events[:moves]
            assert ann.table(again).moves == moves
        else:
            with pytest.raises(CourseError, match=f"no move begins after {moves} moves"):
                ann.branch(play, moves)
    assert moves_of(store, play) == events


def test_branching_a_play_that_goes_on(ann: Person) -> None:
    """A play that has not ended can be branched where it stands."""
    play = ann.talk()
    again = ann.branch(play, 1)
    assert ann.table(again).stage == "talk"
    assert ann.table(again).passages == ann.table(play).passages


def test_every_own_line_says_where_to_go_back_to(ann: Person) -> None:
    """The number of moves at each line of mine is a place to branch from, just before it was said."""
    play = ann.talk(seat="teacher")
    ann.do(Ask, play=play, how="rank")
    ann.do(VoiceIdea, play=play, option="extra-hour")
    ann.do(CloseTalk, play=play, option="extra-hour")
    ann.go_on(play)
    told = [line for passage in ann.table(play).passages for line in passage.lines]
    for place, line in enumerate(told):
        if line.role == "teacher":
            again = ann.table(ann.branch(play, line.moves))
            assert [line for passage in again.passages for line in passage.lines] == told[:place]


def test_comparing(ann: Person) -> None:
    """Two ended attempts side by side say after how many moves they part; the words of both are there."""
    play = ann.talk()
    ann.do(ShareFact, play=play, fact="hours-open")
    ann.do(Decide, play=play, option="buy-program", reason="Books.")
    ann.go_on(play)
    again = ann.branch(play, 3)
    ann.do(Decide, play=again, option="move-block", reason="Time.")
    ann.go_on(again)
    both = ann.compare(play, again)
    alone = [ann.debrief(each).model_copy(update={"chart": None}) for each in (play, again)]
    assert (both.first, both.second, both.common) == (*alone, 3)
    assert ann.compare(play, play).common == both.first.moves
    with pytest.raises(CourseError, match="not ended"):
        ann.compare(play, ann.begin())
