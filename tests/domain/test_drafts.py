"""Drafts: the newest count wins whatever the order of arrival, and a deleted draft does not come back."""

from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.drafts import Draft, KeepDraft, keep, kept, put_away


def keeping(count: int, words: str = "") -> KeepDraft:
    """A command that stores a draft."""
    fields = {"words": words or f"version {count}"}
    return KeepDraft(id=f"keep-{count:04}", draft="draft-01", slot="prompt/who", count=count, fields=fields)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=20))
def test_any_order_of_arrival_ends_with_the_newest(arrivals: list[int]) -> None:
    """Copies that come late, twice or in the wrong order never replace a newer one."""
    found: Draft | None = None
    for count in arrivals:
        found = keep(keeping(count), found) or found
    assert found is not None
    assert found.fields == {"words": f"version {max(arrivals)}"}


def test_a_late_copy_does_not_bring_back_what_was_put_away() -> None:
    """A deleted draft stays deleted up to the words that it had; words written later are stored."""
    put = put_away(keep(keeping(3), None), 3)
    assert put is not None
    assert put.fields is None
    assert keep(keeping(3), put) is None
    assert keep(keeping(4), put) is not None


def test_what_was_written_on_is_not_put_away() -> None:
    """Deleting or taking over a draft has no effect if it was continued in the meantime."""
    assert put_away(keep(keeping(4), None), 3) is None


def test_what_was_never_kept_can_be_put_away() -> None:
    """A draft that was taken over before it arrived stays deleted when it arrives."""
    put = put_away(None, 3)
    assert keep(keeping(3), put) is None
    assert keep(keeping(4), put) is not None


def test_a_row_of_another_kind_is_no_draft() -> None:
    """Data of another program under the same name is ignored."""
    assert [kept(words) for words in (None, "", "words", "[]", '{"slot": 1}')] == [None] * 5
