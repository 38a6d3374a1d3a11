"""A page in a notebook: what is sent to the browser and received from it, without a browser."""

import threading
from collections.abc import Iterator
from typing import Any

import comm.base_comm
import pytest

from dlcourse.errors import CourseError
from dlcourse.pages.program import Page, Raw, Step
from dlcourse.widgets.page import PageWidget
from tests.server.toy.course import ToyCourse
from tests.server.toy.page import PAGE, State
from tests.serving import PATIENCE, until

STANDARD = {("comm_open", ""), ("comm_msg", "update"), ("comm_msg", "custom"), ("comm_close", "")}
"""The messages to the browser that every tool with notebook widgets understands, each with its method."""


class Browser:
    """A fake browser: records what the widget sends, and sends messages."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Listen to every widget made from now on."""
        self.heard: list[dict[str, Any]] = []
        monkeypatch.setattr(comm.base_comm.BaseComm, "publish_msg", self._hear)
        monkeypatch.setattr(comm, "create_comm", comm.base_comm.BaseComm)

    def say(self, widget: PageWidget, content: Any) -> None:
        """Send a message as the notebook's front end does."""
        widget.comm.handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})

    def told(self, key: str, value: object) -> dict[str, Any]:
        """The message to the browser in which ``key`` is ``value``, once it has arrived."""
        return until(lambda: next((said for said in self.heard if said.get(key, ...) == value), None), 10)

    def _hear(self, _: str, data: dict[str, Any], **__: Any) -> None:
        self.heard.append(data.get("content") or data.get("state") or {})


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    """A fake browser."""
    return Browser(monkeypatch)


@pytest.fixture
def course() -> ToyCourse:
    """A course that counts."""
    return ToyCourse()


@pytest.fixture
def widget(browser: Browser, course: ToyCourse) -> Iterator[PageWidget]:
    """Show the toy page."""
    assert browser
    made = PageWidget(PAGE, course=course)
    yield made
    made.close()


def test_the_first_props_are_there_at_once(widget: PageWidget) -> None:
    """A notebook shows something as soon as the cell has run."""
    assert widget.page == "toy"
    assert widget.props["count"] == 0
    assert "export default" in widget._esm or "export{" in widget._esm
    assert widget._css


def test_a_message_is_worked_through_and_answered(widget: PageWidget, browser: Browser) -> None:
    """The answer comes after the new props."""
    browser.say(widget, {"id": "first-bump", "say": "bump"})
    assert browser.told("answered", "first-bump")["error"] is None
    assert widget.props["count"] == 1


def test_only_what_has_changed_is_sent(widget: PageWidget, browser: Browser) -> None:
    """After a message the browser gets only the changes; the model has everything for later views."""
    browser.say(widget, {"id": "first-bump", "say": "bump"})
    browser.told("answered", "first-bump")
    assert [said for said in browser.heard if "props" in said and "layout" not in said] == []
    (news,) = [said for said in browser.heard if "changes" in said]
    assert {"at": ["count"], "set": 1} in news["changes"]
    assert widget.get_state("props")["props"]["revision"] == news["revision"]


def test_an_error_is_answered_in_words(widget: PageWidget, browser: Browser) -> None:
    """An unknown message and an internal error are answered without a traceback."""
    browser.say(widget, {"id": "not-known", "say": "nonsense"})
    assert browser.told("answered", "not-known")["error"]["where"] == "toy"
    browser.say(widget, {"id": "a-fault", "say": "crash", "words": "a secret"})
    error = browser.told("answered", "a-fault")["error"]
    assert error == {
        "where": "page",
        "what": "Something went wrong on our side",
        "remedy": "What was saved is safe. Reload the page.",
    }


def test_a_fault_is_logged_without_its_words(
    widget: PageWidget, browser: Browser, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log has the place in the code, and nothing that a person may have written."""
    monkeypatch.setattr(widget.log, "propagate", True)
    browser.say(widget, {"id": "a-fault", "say": "crash", "words": "a secret"})
    browser.told("answered", "a-fault")
    assert "Running a page: ZeroDivisionError" in caplog.text
    assert "in parse" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("content", [None, 1, "x", [], {}, {"id": None}, {"say": "bump"}, {"hello": 1}])
def test_nonsense_harms_nobody(widget: PageWidget, browser: Browser, content: Any) -> None:
    """Whatever a browser sends, the page goes on working."""
    browser.say(widget, content)
    browser.say(widget, {"id": "afterwards", "say": "bump"})
    assert browser.told("answered", "afterwards")["error"] is None


def test_a_ping_is_answered_while_the_page_works(widget: PageWidget, browser: Browser) -> None:
    """A ping is answered even during slow work, so the page does not seem dead."""
    browser.say(widget, {"id": "slow", "say": "wait", "seconds": 1})
    browser.say(widget, {"ping": 7})
    assert browser.heard[-1] == {"pong": 7}
    assert not [said for said in browser.heard if said.get("answered") == "slow"]
    browser.told("answered", "slow")


def test_the_browser_s_place_begins_the_page_anew(widget: PageWidget, browser: Browser) -> None:
    """After a reload the page continues where the browser was; without a stored place it shows the current state."""
    browser.say(widget, {"id": "one", "hello": {"step": 8}})
    browser.told("answered", "one")
    assert widget.props["step"] == 8
    browser.heard.clear()
    browser.say(widget, {"id": "two", "hello": {}})
    browser.told("answered", "two")
    assert widget.props["step"] == 8
    assert [said for said in browser.heard if "props" in said]


def test_a_change_by_others_is_shown(widget: PageWidget, course: ToyCourse) -> None:
    """The page follows what it watches until it is closed."""
    other = PageWidget(PAGE, course=course)
    other._take({"id": "by-another", "say": "bump"})
    assert until(lambda: widget.props["count"] == 1)
    other.close()
    widget.close()
    assert not course.watchers


def test_a_page_that_cannot_begin_says_why(browser: Browser, course: ToyCourse) -> None:
    """An unknown page or place is reported on the page itself."""
    assert browser
    assert PageWidget("nonsense", course=course).props["problem"]["where"] == "page"
    refused = PageWidget(PAGE, {"scenario": "unknown"}, course=course)
    assert refused.props["problem"]["what"] == "there is none called 'unknown'"
    browser.say(refused, {"id": "anything", "say": "bump"})


def test_a_notice_while_the_page_is_made_is_not_lost(browser: Browser) -> None:
    """A change between the first look and the creation of the widget is shown afterwards."""
    assert browser

    class Eager(ToyCourse):
        def watch(self, _: str, notice: Any) -> Any:
            notice()
            return lambda: None

    seen = threading.Event()

    def update(state: State, message: Any) -> Step[State]:
        if type(message).__name__ == "Noticed":
            seen.set()
        return PAGE.update(state, message)

    def init(place: Raw) -> Step[State]:
        if place.get("scenario"):
            raise CourseError("scenario", "there is none", "")
        return PAGE.init(place)

    widget = PageWidget(Page("toy", init, PAGE.parse, update, PAGE.props), course=Eager())
    assert seen.wait(PATIENCE)
    widget.close()


def test_only_standard_widget_messages_are_sent(
    monkeypatch: pytest.MonkeyPatch, browser: Browser, course: ToyCourse
) -> None:
    """Whatever shows notebook widgets, such as VS Code, can show a page: it is opened and told things like all."""
    said: list[tuple[str, dict[str, Any]]] = []
    hear: Any = comm.base_comm.BaseComm.publish_msg

    def record(one: Any, kind: str, data: dict[str, Any], **rest: Any) -> None:
        said.append((kind, data))
        hear(kind, data, **rest)

    monkeypatch.setattr(comm.base_comm.BaseComm, "publish_msg", record)
    made = PageWidget(PAGE, course=course)
    browser.say(made, {"say": "bump", "id": "1"})
    browser.told("answered", "1")
    made.close()
    opened = [data["state"] for kind, data in said if kind == "comm_open"]
    assert {state["_model_module"] for state in opened} == {"anywidget", "@jupyter-widgets/base"}
    assert {(kind, data.get("method", "")) for kind, data in said} <= STANDARD
