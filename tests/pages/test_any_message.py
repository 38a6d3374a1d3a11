"""Whatever a browser sends to a page, and wherever it says it was: the page answers, and answers in words."""

import logging
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.course.page_host import Host
from dlcourse.errors import CourseError
from dlcourse.pages.registry import PAGES, page
from dlcourse.store import Store
from tests.examples import examples
from tests.handlers.test_any_speech import ODD, SAID, USUAL, said

EXAMPLES = 40
"""Messages to each page in the test command; there are more than a dozen pages."""
PLACES: tuple[dict[str, Any], ...] = (
    {},
    {"scenario": "the-reading-gap"},
    {"session": "03-the-reading-gap"},
    {"team": "small-school"},
    {"exercise": "open-practice"},
    {"exercise": "own-practice"},
    {"exercise": "sorting"},
    {"exercise": "judgment", "time": "before"},
    {"check": "readiness"},
    {"network": "lakeside-school"},
)

VALUE = st.one_of(
    st.sampled_from(ODD),
    st.sampled_from(list(USUAL.values())),
    st.text(max_size=20),
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=5),
)
OWN_MESSAGES = ("Open", "Fetch", "Take", "Taken", "Wish", "Choose", "look", "Show", "SetSide", "SearchLog", "Portfolio")
"""What pages understand beside commands and queries."""


@st.composite
def messages(draw: st.DrawFn) -> dict[str, Any]:
    """A message that nearly makes sense: a kind that exists, with some of its parts replaced, missing or added."""
    kind = draw(st.sampled_from([*SAID, *OWN_MESSAGES]))
    whole = said(kind) if kind in SAID else {"say": kind}
    whole |= {"id": f"message-{draw(st.integers(0, 10**9))}"}
    for part in draw(st.lists(st.sampled_from([*whole, "plan", "team", "play", "ask", "page", "kind"]), max_size=2)):
        whole[part] = draw(VALUE)
    for part in draw(st.lists(st.sampled_from(sorted(whole)), max_size=1)):
        del whole[part]
    return whole


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCourse]:
    """A course with a store of its own, which all examples write to."""
    with closing(Store.open(f"sqlite:///{tmp_path_factory.mktemp('any') / 'course.db'}")) as store:
        yield LocalCourse(store, store.person, Library(files.data()))


@pytest.mark.parametrize("name", sorted(PAGES))
@settings(max_examples=examples(EXAMPLES), deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.sampled_from(PLACES), raw=messages())
def test_any_message_is_answered_in_words(
    name: str, course: LocalCourse, place: dict[str, Any], raw: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """A page takes any message within two seconds: it does what was asked, or says what is wrong. It never breaks."""
    caplog.clear()
    sent: list[dict[str, Any]] = []
    host = Host(page(name), course, sent.append, lambda _: None, logging.getLogger("any message"))
    with suppress(CourseError):
        host.start(place)
    begun = time.process_time()
    host.take(raw)
    host.stop()
    assert time.process_time() - begun < 2
    answer = sent[-1]
    assert "answered" in answer
    assert caplog.text == "", (name, place, raw)


@pytest.mark.parametrize("raw", [None, [], "x", 3, {}, {"say": []}, {"say": {"say": "Open"}}, {"id": {}}, {"hello": 3}])
def test_what_is_no_message_breaks_nothing(course: LocalCourse, raw: Any, caplog: pytest.LogCaptureFixture) -> None:
    """What is no message at all is passed over, or answered in words."""
    sent: list[dict[str, Any]] = []
    host = Host(page("home"), course, sent.append, lambda _: None, logging.getLogger("any message"))
    host.start({})
    host.take(raw)
    assert caplog.text == ""
