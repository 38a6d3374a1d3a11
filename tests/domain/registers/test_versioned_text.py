"""A text that several people write: no version is ever lost, and of two at once the later one waits for a decision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.packed_answers import packed
from dlcourse.domain.registers.versioned_text import VersionedText, check_rival, check_writing, versioned_view
from dlcourse.errors import CourseError

MOVES = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3)), max_size=12)


def written(moves: list[tuple[int, int]]) -> VersionedText:
    """A text after writing: each version builds on some earlier one, and settles some rival or none."""
    text = VersionedText()
    for number, (after, settles) in enumerate(moves):
        rival = text.rivals[settles % len(text.rivals)] if settles and text.rivals else 0
        text = text.write(after % (len(text.versions) + 1), f"w{number}", "ann", "", rival)
    return text


@given(MOVES)
def test_every_version_is_there_and_counts_or_waits(moves: list[tuple[int, int]]) -> None:
    """All versions stay in order; one counts, and a rival never does."""
    text = written(moves)
    assert [version.words for version in text.versions] == [f"w{number}" for number in range(len(moves))]
    assert text.head not in text.rivals
    assert bool(text.head) == bool(moves)
    assert text.newest is None or text.newest.number == text.head


@given(MOVES)
def test_a_view_shows_each_version_once(moves: list[tuple[int, int]]) -> None:
    """The newest version, the earlier ones and the rivals together are all versions, each once, with their words."""
    text = written(moves)
    texts = {version.words: packed({"rule": f"{version.words} says"}) for version in text.versions}
    view = versioned_view(text, texts, {"ann": "Ann"})
    shown = [*([view.newest] if view.newest else []), *view.earlier, *view.rivals]
    assert sorted(each.number for each in shown) == [version.number for version in text.versions]
    for each in shown:
        assert each.answers == {"rule": f"{text.versions[each.number - 1].words} says"}
        assert each.by == "Ann"


def test_of_two_at_once_the_later_one_becomes_a_rival() -> None:
    """The later text does not replace the newest one, and is compared with it word by word."""
    text = VersionedText().write(0, "a", "ann", "").write(1, "b", "ben", "").write(1, "c", "ann", "")
    assert (text.head, text.rivals) == (2, (3,))
    texts = {"a": packed({"rule": "We meet"}), "b": packed({"rule": "We meet early"}), "c": packed({"rule": "We read"})}
    (rival,) = versioned_view(text, texts, {}).rivals
    assert [(each.fate, each.words) for each in rival.changes["rule"]] == [
        ("same", "We "),
        ("removed", "meet early"),
        ("added", "read"),
    ]
    settled = text.write(2, "d", "ben", "", 3)
    assert (settled.head, settled.rivals) == (4, ())
    assert (text.set_aside(3).head, text.set_aside(3).rivals) == (2, ())


def test_what_is_not_there_cannot_be_built_on_or_decided() -> None:
    """An unknown version to build on, and a rival that is settled already, are refused."""
    text = VersionedText().write(0, "a", "ann", "")
    with pytest.raises(CourseError, match="is not there"):
        check_writing(text, 2, 0, "here")
    with pytest.raises(CourseError, match="decided"):
        check_writing(text, 1, 1, "here")
    with pytest.raises(CourseError, match="decided"):
        check_rival(text, 1, "here")
