"""Merging a file into existing work: nothing of either is lost, and nothing existing is replaced by something older."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.mywork.merge import Here, Merged, as_person, merge
from dlcourse.domain.mywork.work import StoredText, Stream, Unsent, Work, renamed
from dlcourse.errors import CourseError
from tests.domain.mywork.works import OWN, PLAY, SMALL, stream, work

Said = list[tuple[str, int]]


def after(here: Work, merged: Merged) -> Work:
    """The work here after it was written."""
    streams = {each.name: each for each in here.streams}
    for change in merged.changes:
        before = streams[change.stream].lines[: change.after] if change.stream in streams else ()
        streams[change.stream] = Stream(name=change.stream, lines=before + change.lines)
    texts, drafts = here.texts + merged.texts, here.drafts + merged.drafts
    return here.model_copy(update={"streams": tuple(streams.values()), "texts": texts, "drafts": drafts})


def bring(file: Work, here: Work) -> Work:
    """The work here after the file was merged."""
    return after(here, merge(file, Here(here)))


def told(one: Stream) -> list[tuple[str, str]]:
    """The contents of a stream, whatever the ids of its commands."""
    return [(str(line.body["statement"]), line.at) for line in one.lines]


@st.composite
def histories(draw: st.DrawFn) -> tuple[Said, Said]:
    """Two continuations from one beginning, each in the order of its time; sometimes at the same moment."""
    begun = draw(st.integers(1, 3))
    tails = [draw(st.lists(st.integers(10, 30), max_size=5)) for _ in range(2)]
    first = [(f"begun-{n}", n) for n in range(begun)]
    one, other = (
        [(f"{side}-{n}", at) for n, at in enumerate(sorted(tail))] for side, tail in zip("ab", tails, strict=True)
    )
    return first + one, first + other


@given(histories())
def test_one_s_own_streams_are_put_together_by_time(both: tuple[Said, Said]) -> None:
    """Every event of both sides is there once, in its side's order, the newest last; merging again changes nothing."""
    here, file = (work(stream(OWN, said)) for said in both)
    joined = bring(file, here)
    commands = [line.command for line in joined.streams[0].lines]
    assert sorted(commands) == sorted({command for said in both for command, _ in said})
    for said in both:
        assert [command for command in commands if command in dict(said)] == [command for command, _ in said]
    assert [line.version for line in joined.streams[0].lines] == list(range(1, len(commands) + 1))
    moments = [line.at for line in joined.streams[0].lines]
    assert moments == sorted(moments)
    assert bring(file, joined) == joined


@given(histories())
def test_plays_that_went_on_differently_stand_beside_each_other(both: tuple[Said, Said]) -> None:
    """The play here is unchanged or continued as in the file, the other one is added completely, and only once."""
    here, file = (work(stream(PLAY, said)) for said in both)
    merged = bring(file, here)
    assert merged.streams[0].lines[: len(here.streams[0].lines)] == here.streams[0].lines
    stories = [told(each) for each in merged.streams]
    assert any(story[: len(both[1])] == told(file.streams[0]) for story in stories)
    assert len(stories) == 1 or stories[0] == told(here.streams[0])
    assert bring(file, merged) == merged
    commands = [line.command for each in merged.streams for line in each.lines]
    assert len(set(commands)) == len(commands)


@given(histories())
def test_bringing_to_and_fro_doubles_nothing(both: tuple[Said, Said]) -> None:
    """Two homes that merge each other's work end up the same, and then have nothing more to merge."""
    one, other = (work(stream(PLAY, said), stream(OWN, [("own-" + c, s) for c, s in said])) for said in both)
    other = bring(one, other)
    one = bring(other, one)
    assert sorted(sorted(told(each)) for each in one.streams) == sorted(sorted(told(each)) for each in other.streams)
    assert bring(one, other) == other
    assert bring(other, one) == one


def test_a_wrong_clock_brings_nothing_before_what_it_goes_on_from() -> None:
    """If a clock was slow, a newer version of an entry still comes after the entry."""
    here = work(stream(OWN, [("write", 100), ("more", 120)]))
    both = bring(work(stream(OWN, [("write", 100), ("anew", 50), ("last", 110)])), here)
    assert [line.command for line in both.streams[0].lines] == ["write", "anew", "last", "more"]


def test_what_went_on_in_the_file_goes_on_beside_it_too() -> None:
    """A second attempt is continued when its file comes again with more of it."""
    here = work(stream(PLAY, [("begin", 1), ("left", 2)]))
    once = bring(work(stream(PLAY, [("begin", 1), ("right", 2)])), here)
    again = bring(work(stream(PLAY, [("begin", 1), ("right", 2), ("on", 3)])), once)
    assert [len(each.lines) for each in again.streams] == [2, 3]


def test_words_that_stand_here_are_kept() -> None:
    """Existing drafts and texts are kept, missing ones are added, and the others are counted.

    A text that was deleted here does not come back, because its step is already here.
    """
    moment = "2026-03-01T10:00:00.000+00:00"
    drafts = [Unsent(key="a", words="mine", at=moment)]
    here = work(stream(OWN, [("t", 1), ("gone", 2)]), drafts=drafts, texts=[StoredText(id="t", words="said here")])
    drafts = [Unsent(key="a", words="other", at="2027" + moment[4:]), Unsent(key="b", words="new", at=moment)]
    words = {"t": "made up", "gone/name": "taken away", "u/name": "more", "nothing": "of no step"}
    texts = [StoredText(id=name, words=said) for name, said in words.items()]
    file = work(stream(OWN, [("t", 1), ("gone", 2), ("u", 3)]), drafts=drafts, texts=texts)
    merged = merge(file, Here(here))
    assert merged.drafts_left == 1
    assert [draft.words for draft in after(here, merged).drafts] == ["mine", "new"]
    assert [text.words for text in after(here, merged).texts] == ["said here", "more"]


def test_a_person_s_own_name_is_theirs_here() -> None:
    """Wherever the file names the person, in streams, drafts and events, the name becomes their name here."""
    here = as_person(SMALL, "zoe")
    assert [each.name for each in here.streams] == [PLAY, "start/zoe"]
    assert {line.actor for each in here.streams for line in each.lines} == {"zoe"}
    assert here.drafts[0].key == "log/zoe"
    assert renamed({"seats": {"a": "ann"}, "by": ["ann", "anna", "x/ann/y"]}, {"ann": "zoe"}) == {
        "seats": {"a": "zoe"},
        "by": ["zoe", "anna", "x/zoe/y"],
    }


@pytest.mark.parametrize(
    "here",
    [
        Here(work(person="ann"), people=frozenset({"first"})),
        Here(work(person="ann"), texts=frozenset({"go-on"})),
        Here(work(person="ann"), texts=frozenset({"who-i-am/role"})),
        Here(work(person="ann"), texts=frozenset({"who-i-am/name"})),
        Here(work(stream("play/other", [("begin-it", 1)]))),
    ],
    ids=["their stream", "their text", "their texts", "their words", "a command from elsewhere"],
)
def test_what_is_somebody_else_s_is_not_touched(here: Here) -> None:
    """A file that would change another person's stream, or show another person's words, is refused completely."""
    with pytest.raises(CourseError, match="somebody else"):
        merge(SMALL, here)


def test_what_others_have_a_part_in_is_left_and_counted() -> None:
    """A stream that others share, or of which the file has only one part, is not merged, and that is reported."""
    shared = SMALL.streams[0].model_copy(update={"shared": True})
    merged = merge(work(shared), Here(work()))
    assert (merged.changes, merged.fates) == ((), {"left": 1})
    merged = merge(work(SMALL.streams[0]), Here(work(), taken=frozenset({PLAY})))
    assert (merged.changes, merged.fates) == ((), {"left": 1})
