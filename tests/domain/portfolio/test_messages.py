"""What is in a portfolio: nothing by itself, everything once, in the order that its author gave it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.portfolio.messages import (
    MOST,
    ItemPutIn,
    ItemsArranged,
    ItemsSwapped,
    ItemTakenOut,
    PutIn,
    SwapItems,
    SwapSections,
    TakeOut,
    chosen,
    put_in,
    swap,
    swap_sections,
    take_out,
)
from dlcourse.domain.speech import Command, Event, decode
from dlcourse.errors import CourseError

ITEMS = [f"entry/{number}" for number in range(5)]
item = st.sampled_from(ITEMS)
events = st.lists(
    st.one_of(
        st.builds(ItemPutIn, item=item),
        st.builds(ItemTakenOut, item=item),
        st.builds(ItemsSwapped, item=item, other=item),
        st.builds(ItemsArranged, items=st.lists(item, unique=True).map(tuple)),
    )
)


@given(events)
def test_each_piece_is_in_once_or_not_at_all(happened: list[Event]) -> None:
    """Whatever happened, a piece is in exactly if it was put in and not taken out since."""
    order = chosen(happened)
    assert len(set(order)) == len(order)
    for one in ITEMS:
        last = [each for each in happened if isinstance(each, ItemPutIn | ItemTakenOut) and each.item == one][-1:]
        assert (one in order) == any(isinstance(each, ItemPutIn) for each in last)


@given(events, item, item)
def test_two_pieces_change_places_and_no_other_moves(happened: list[Event], one: str, other: str) -> None:
    """Swapping two pieces twice changes nothing, and swapping them once moves no other piece."""
    before = chosen(happened)
    swapped = ItemsSwapped(item=one, other=other)
    after = chosen([*happened, swapped])
    assert chosen([*happened, swapped, swapped]) == before
    assert [each for each in after if each not in {one, other}] == [each for each in before if each not in {one, other}]
    if one in before and other in before:
        assert (after.index(one), after.index(other)) == (before.index(other), before.index(one))


@given(st.lists(item, unique=True, min_size=2), st.data())
def test_two_sections_change_places_and_nothing_is_lost(order: list[str], data: st.DataObject) -> None:
    """Two sections change places as wholes; pieces that are not shown come last; done twice, all is as it was."""
    cut = data.draw(st.integers(1, len(order) - 1))
    hidden = "play/gone-for-now"
    sections = [order[:cut], order[cut:]]
    command = SwapSections(id="a-command", item=sections[1][-1], other=sections[0][0])
    arranged = swap_sections(command, sections, [hidden, *order])
    put = [ItemPutIn(item=each) for each in (hidden, *order)]
    assert chosen([*put, arranged]) == (*sections[1], *sections[0], hidden)
    again = swap_sections(command, sections[::-1], list(arranged.items))
    assert chosen([*put, arranged, again]) == (*order, hidden)


def test_what_cannot_be_is_refused() -> None:
    """A piece is not put in twice, nor taken out or moved when it is not in; a portfolio has an end."""
    same = {"id": "a-command"}
    with pytest.raises(CourseError, match="already"):
        put_in(PutIn(item=ITEMS[0], **same), (ITEMS[0],))
    with pytest.raises(CourseError, match="Take one out first"):
        put_in(PutIn(item=ITEMS[0], **same), tuple(f"entry/x{number}" for number in range(MOST)))
    with pytest.raises(CourseError, match="not in it any more"):
        take_out(TakeOut(item=ITEMS[0], **same), ())
    with pytest.raises(CourseError, match="not in it any more"):
        swap(SwapItems(item=ITEMS[0], other=ITEMS[1], **same), (ITEMS[0],))
    with pytest.raises(CourseError, match="not in it any more"):
        swap_sections(SwapSections(item=ITEMS[0], other=ITEMS[1], **same), [[ITEMS[0]]], (ITEMS[0],))


@pytest.mark.parametrize(
    "name", ["", "entry/", "entry/a b", "entry/../x", "ENTRY/x", "entry/" + "x" * 65, "x" * 33 + "/x", "/x"]
)
def test_only_pieces_can_be_named(name: str) -> None:
    """Whatever else a browser sends as a piece is refused."""
    with pytest.raises(CourseError):
        decode(Command, {"say": "PutIn", "id": "a-command", "item": name})
