"""What a browser is sent: everything once, then only changes, in as few bytes as possible."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dlcourse.course.props_feed import PropsFeed, changes
from tests.props import with_news

LEAVES = st.none() | st.booleans() | st.integers(0, 3) | st.floats(0, 3) | st.text("ab\ud800", max_size=2)
KEYS = st.sampled_from("abc")
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=20
)
PROPS = st.dictionaries(KEYS, JSON, max_size=3)


@given(PROPS, PROPS)
def test_the_changes_make_the_one_out_of_the_other(before: Any, after: Any) -> None:
    """Whatever a page showed before and shows now, applying the changes gives the new props."""
    found = json.loads(json.dumps({"changes": changes(before, after)}))
    assert json.dumps(with_news(before, found), sort_keys=True) == json.dumps(after, sort_keys=True)
    assert changes(after, after) == changes(after, json.loads(json.dumps(after))) == []


@given(st.lists(JSON, max_size=4), st.data())
def test_nothing_is_sent_of_items_whose_json_is_the_same(before: list[Any], data: st.DataObject) -> None:
    """Items are equal if their JSON is: 1 is not true, and what a page builds anew is not sent again."""
    after = json.loads(json.dumps(before))
    place = data.draw(st.integers(0, len(after)))
    after[place : place + 1] = data.draw(st.lists(JSON, max_size=2))
    differ = [json.dumps(one) != json.dumps(other) for one, other in zip(before, after, strict=False)]
    touched = {change["at"][0] for change in changes(before, after) if change["at"]}
    assert all(differ[each] for each in touched)
    assert bool(changes([before], [after])) == (json.dumps(before, sort_keys=True) != json.dumps(after, sort_keys=True))


@given(st.lists(PROPS, max_size=4), st.sets(st.integers(0, 3)))
def test_a_browser_has_what_the_page_shows(shown: list[Any], forgets: set[int]) -> None:
    """After each update a browser has exactly these props, even if it lost them in between."""
    feed, has = PropsFeed(), dict[str, Any]()
    for place, props in enumerate(shown):
        if place in forgets:
            feed.forget()
            has = {}
        has = with_news(has, feed.next(props) or {})
        assert {key: value for key, value in has.items() if key != "revision"} == props


def test_what_has_not_changed_is_not_sent_again() -> None:
    """Everything is sent first and after a loss, equal props send nothing, and changes name the props they follow."""
    feed = PropsFeed()
    assert feed.next({"a": 1}) == {"props": {"a": 1, "revision": 1}}
    assert feed.next({"a": 1}) is None
    news = feed.next({"a": 1, "b": [1, 2]})
    assert news is not None
    assert (news["since"], news["revision"]) == (1, 2)
    assert {"at": ["b"], "set": [1, 2]} in news["changes"]
    feed.forget()
    assert feed.next({"a": 1, "b": [1, 2]}) == {"props": {"a": 1, "b": [1, 2], "revision": 3}}


def test_an_item_that_is_added_is_all_that_is_sent_of_a_list() -> None:
    """A list that gets an item at either end, or loses one, is not sent again as a whole."""
    lines = [{"key": at, "words": "x" * 50} for at in range(20)]
    new = {"key": "new", "words": "y"}
    for after in ([*lines, new], [new, *lines], [*lines[:7], new, *lines[8:]], lines[1:]):
        assert len(json.dumps(changes(lines, after))) < 120
