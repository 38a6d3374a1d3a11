"""The cache of folded streams: each length is folded once, and the size is limited."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.roleplay.messages import Ask, BeginPlay
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.fold_cache import FoldCache, GrowingFolds
from dlcourse.handlers.roleplay import plays as roleplay
from dlcourse.store import StreamSummary
from tests.person import Person
from tests.store.samples import Tallied


def test_an_unchanged_stream_is_folded_once() -> None:
    """The same stream at the same length is not folded again; a longer one is."""
    folded, asked = FoldCache[int](), list[int]()

    def fold() -> int:
        asked.append(1)
        return len(asked)

    assert [folded.get("a", version, fold) for version in (1, 1, 2, 1)] == [1, 1, 2, 1]
    assert folded.get("b", 1, fold) == 3


def test_what_was_not_asked_for_the_longest_gives_way() -> None:
    """The entry that was not used for the longest time is removed when there is no more room."""
    folded = FoldCache[str](most=2)
    for stream in ("a", "b", "a", "c"):
        folded.get(stream, 1, lambda stream=stream: stream)  # type: ignore[misc]
    assert len(folded) == 2
    assert folded.get("a", 1, lambda: "folded again") == "a"
    assert folded.get("b", 1, lambda: "folded again") == "folded again"


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 1), st.lists(st.integers(0, 2), max_size=5))))
def test_a_fold_that_is_gone_on_with_equals_one_from_the_start(asked: list[tuple[str, int, list[int]]]) -> None:
    """Whatever streams held when they were folded before, longer, shorter or other events, the fold is that of now."""
    folds = GrowingFolds[tuple[int, ...]](lambda so_far, events: (*so_far, *(numbers(events))), most=1)
    for stream, start, values in asked:
        assert folds.fold(stream, (start,), tuple(Tallied(n=value) for value in values)) == (start, *values)


def test_only_new_events_are_folded() -> None:
    """A stream that has grown is gone on with."""
    gone_on = list[tuple[int, ...]]()

    def go_on(so_far: int, events: tuple[Event, ...]) -> int:
        gone_on.append(numbers(events))
        return so_far + sum(numbers(events))

    folds, events = GrowingFolds(go_on), tuple(Tallied(n=value) for value in (1, 2, 3))
    assert [folds.fold("a", 0, events[:length]) for length in (2, 2, 3, 1)] == [3, 3, 6, 1]
    assert gone_on == [(1, 2), (), (3,), (1,)]


def numbers(events: tuple[Event, ...]) -> tuple[int, ...]:
    """What was counted in these events."""
    return tuple(each.n for each in events if isinstance(each, Tallied))


def test_a_move_folds_its_own_play_only(
    ann: Person, person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With many plays, listing the attempts after a move folds only the play that changed, and the list is right."""
    plays = [ann.talk() for _ in range(5)]
    ann.attempts()
    folded: list[str] = []
    fold = roleplay._attempt

    def noted(context: ReadContext, kept: StreamSummary) -> Attempt:
        folded.append(kept.stream)
        return fold(context, kept)

    monkeypatch.setattr(roleplay, "_attempt", noted)
    ann.do(Ask, play=plays[2], how="open")
    assert {attempt.play: attempt.moves for attempt in ann.attempts()}[plays[2]] > 1
    assert folded == [f"play/{plays[2]}"]
    assert person("ann").attempts() == ann.attempts()


@pytest.mark.parametrize("play", ["", "a/b", "x" * 65, "a b", "é"])
def test_a_new_play_has_an_id_of_the_usual_form(ann: Person, play: str) -> None:
    """An id that no page creates is refused, and nothing is begun."""
    with pytest.raises((CourseError, ValueError)):
        ann.do(BeginPlay, play=play, scenario="the-reading-gap", seat="principal")
    assert ann.attempts() == ()
