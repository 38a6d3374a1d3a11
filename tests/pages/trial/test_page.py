"""The page of the trials, gone through as a person would, without a browser."""

import uuid
from typing import Any

from dlcourse.course.local import LocalCourse
from dlcourse.domain.trial.messages import PLAN_WORDS
from tests.pages.conftest import Reader

PLAN = {**{name: f"My {name}" for name in PLAN_WORDS}, "worse": "above", "on": "2100-03-01"}


def fill(reader: Reader, step: dict[str, Any], **answers: object) -> None:
    """Fill in a form, and send it."""
    form = step["form"]
    fresh = {form["fresh"]: uuid.uuid4().hex} if form["fresh"] else {}
    filled = {field["name"]: field.get("value", "") for field in form["fields"]} | answers
    assert set(answers) <= set(filled)
    reader.say(form["say"], **form["fixed"], **fresh, **filled)
    assert reader.shows["notice"] is None


def press(reader: Reader, button: dict[str, Any]) -> None:
    """Press a button of a trial."""
    message = dict(button["message"])
    reader.say(message.pop("say"), **message)
    assert reader.shows["notice"] is None


def cards(reader: Reader) -> list[dict[str, Any]]:
    """The trials on the page."""
    found = reader.shows["view"]["cards"]
    assert isinstance(found, list)
    return found


def test_a_trial_on_its_page(course: LocalCourse) -> None:
    """It is planned, changed, begun, read, stopped by its limit and ended, and each time the next form is open."""
    reader = Reader("trials", course)
    view = reader.start()["view"]
    assert (view["first"], view["unnamed"] != "", view["paper"]) == ("trial/new", True, None)
    fill(reader, view["new"], **PLAN, expected=3, limit=5)
    (card,) = cards(reader)
    assert (card["mark"], card["buttons"][0]["text"]) == (
        "Planned",
        "Begin, and lock the prediction",
    )
    fill(reader, card["steps"][0], expected=4, limit=5)
    assert {"name": "We expect", "text": "4"} in cards(reader)[0]["plan"]
    press(reader, cards(reader)[0]["buttons"][0])
    (card,) = cards(reader)
    assert {"name": "We expect", "text": "4 (locked)"} in card["plan"]
    assert [step["title"] for step in card["steps"]] == [
        "Write down a reading",
        "End it, and say what it taught",
        "Stop it at once",
    ]
    fill(reader, card["steps"][0], value=5, on="2100-02-01")
    assert cards(reader)[0]["alarm"] == ""
    fill(reader, cards(reader)[0]["steps"][0], value=6, on="2100-02-02", words="Too loud")
    (card,) = cards(reader)
    assert (card["mark"], card["alarm"]) == ("Stopped", "It went past its limit, and was stopped by that.")
    assert "6, past the limit. Too loud" in str(card["results"])
    (end,) = card["steps"]
    assert [each["value"] for each in end["form"]["fields"][0]["choices"]] == ["change", "drop"]
    assert reader.shows["view"]["first"] == end["form"]["slot"]
    fill(reader, reader.shows["view"]["new"], **PLAN, expected=3, limit=5)
    assert "say first what the last one taught" in cards(reader)[1]["waits"]
    fill(reader, cards(reader)[0]["steps"][0], decision="drop", taught="Ask them first")
    assert [(card["mark"], card["over"]) for card in cards(reader)] == [("Planned", False), ("Ended", True)]
    chart = cards(reader)[1]["chart"]
    assert chart["table"]["rows"][1] == ["2 February 2100", "6", "4", "at most 5", "Past the limit"]
    paper = str(reader.shows["view"]["paper"])
    assert "Ask them first" in paper
    press(reader, cards(reader)[0]["buttons"][1])
    assert [card["mark"] for card in cards(reader)] == ["Ended"]
