"""One's own expertise: the newest answer counts, what is added can be taken away, and nothing else is changed."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.expertise.profile import (
    MOST_OWN,
    AddExpertise,
    DropExpertise,
    ExpertiseList,
    ExpertiseView,
    RateExpertise,
    SayExpertise,
    WishToLearn,
    added,
    all_rated,
    expertise_view,
    say,
    text_of,
)
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError
from tests.domain.roleplay.anybody import law

LIST = Library(files.data()).exercise("expertise", ExpertiseList)
FIRST = LIST.expertises[0].id


def command(kind: type[SayExpertise], at: int = 0, **parts: object) -> SayExpertise:
    """A command whose id says when it was sent."""
    return kind(id=f"command-{at}", **parts)


def after(commands: Sequence[SayExpertise]) -> list[Event]:
    """The events of these commands, without those of refused commands."""
    past: list[Event] = []
    for each in commands:
        try:
            past.append(say(each, LIST, past))
        except CourseError:
            continue
    return past


def view(past: Sequence[Event]) -> ExpertiseView:
    """The profile, every added expertise called by its id."""
    return expertise_view(LIST, past, {each: each for each in added(past)})


@st.composite
def talks(draw: st.DrawFn) -> list[SayExpertise]:
    """Draw a sequence of commands, some of them about lines that do not exist."""
    ids = st.sampled_from([*(each.id for each in LIST.expertises), *(f"command-{at}" for at in range(8)), "nonsense"])
    said = st.one_of(
        st.builds(lambda e, n: (RateExpertise, {"expertise": e, "level": n}), ids, st.integers(0, 5)),
        st.builds(lambda e, w: (WishToLearn, {"expertise": e, "wanted": w}), ids, st.booleans()),
        st.just((AddExpertise, {"name": "Mending bicycles"})),
        st.builds(lambda e: (DropExpertise, {"expertise": e}), ids),
    )
    return [command(kind, at, **parts) for at, (kind, parts) in enumerate(draw(st.lists(said, max_size=20)))]


@law
@given(talks())
def test_the_list_stays_and_the_newest_answer_counts(commands: list[SayExpertise]) -> None:
    """Whatever is recorded, the author's lines come first in their order, each with its latest answer."""
    past = after(commands)
    lines = view(past).lines
    assert [line.id for line in lines[: len(LIST.expertises)]] == [each.id for each in LIST.expertises]
    assert {line.id for line in lines if line.own} == set(added(past))
    for line in lines:
        levels = [c.level for c in commands if isinstance(c, RateExpertise) and c.expertise == line.id]
        assert line.level is None or line.level in levels


@law
@given(talks())
def test_what_is_taken_away_is_gone(commands: list[SayExpertise]) -> None:
    """After everything that was added is taken away again, only the author's lines are left."""
    past = after(commands)
    for at, each in enumerate(added(past), 100):
        past.append(say(command(DropExpertise, at, expertise=each), LIST, past))
    assert not any(line.own for line in view(past).lines)


def test_a_line_of_the_list_cannot_be_taken_away() -> None:
    """Only what somebody added can be dropped, and only once."""
    with pytest.raises(CourseError, match="no such line"):
        say(command(DropExpertise, expertise=FIRST), LIST, [])


def test_a_name_of_blanks_is_refused_and_others_are_tidied() -> None:
    """What is added needs a name; blanks around and inside it are tidied, and it is a text of its own."""
    with pytest.raises(CourseError, match="no name"):
        say(command(AddExpertise, name=" \n "), LIST, [])
    added_one = command(AddExpertise, name="  Mending \n bicycles ")
    assert added_one.texts() == {text_of(added_one.id): "Mending bicycles"}
    assert "bicycles" not in say(added_one, LIST, []).model_dump_json()


def test_a_list_has_an_end() -> None:
    """After twenty lines of one's own there is no room for more until one is taken away."""
    past = after([command(AddExpertise, at, name="x") for at in range(MOST_OWN)])
    assert not view(past).room
    with pytest.raises(CourseError, match="already"):
        say(command(AddExpertise, 99, name="x"), LIST, past)
    past.append(say(command(DropExpertise, 98, expertise="command-3"), LIST, past))
    assert view(past).room


def test_it_is_done_when_every_line_of_the_list_has_a_level() -> None:
    """Level 0 is an answer; what somebody added need not be answered."""
    rates = [command(RateExpertise, at, expertise=each.id, level=at % 6) for at, each in enumerate(LIST.expertises)]
    assert not all_rated(LIST, after(rates[:-1]))
    assert all_rated(LIST, after([*rates, command(AddExpertise, 99, name="x")]))


def test_a_name_that_was_erased_leaves_no_empty_line() -> None:
    """Where the words of an added expertise are gone, its line is gone too."""
    past = after([command(AddExpertise, 1, name="x"), command(RateExpertise, 2, expertise="command-1", level=3)])
    assert not any(line.own for line in expertise_view(LIST, past, {}).lines)
