"""What a scripted participant makes of the messages of a page."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.course.props_feed import PropsFeed
from dlcourse.rehearsing.news import plain_words, texts_in, with_changes
from tests.examples import examples

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.text("ab", max_size=2),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("xyz", max_size=1), inner, max_size=3),
    max_leaves=8,
)
PAGES = st.dictionaries(st.text("xyz", min_size=1, max_size=1), VALUES, max_size=3)


@settings(max_examples=examples(100))
@given(st.lists(PAGES, min_size=1, max_size=5))
def test_changes_lead_to_the_props_that_the_server_has(pages: list[dict[str, Any]]) -> None:
    """However a page changes, following its messages gives the props that the server meant."""
    feed, props = PropsFeed(), dict[str, Any]()
    for page in pages:
        news = feed.next(page)
        props = dict(with_changes(props, news)) if news else props
        assert {key: part for key, part in props.items() if key != "revision"} == page


def test_changes_to_other_props_are_skipped() -> None:
    """A change that does not fit the props that are there changes nothing."""
    assert with_changes({"revision": 2, "a": 1}, {"changes": [{"at": ["a"], "set": 5}], "since": 1}) == {
        "revision": 2,
        "a": 1,
    }


def test_words_are_found_whatever_surrounds_them() -> None:
    """A text and the same text as HTML, with other letters and signs, have the same words."""
    assert plain_words("It&#39;s <em>Tue</em>sday, at 3!") == plain_words("it's tuesday at 3") == " it s tuesday at 3 "
    assert list(texts_in({"a": ["b", {"c": "d"}], "e": 1})) == ["a", "b", "c", "d", "e"]
