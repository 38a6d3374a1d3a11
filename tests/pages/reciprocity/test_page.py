"""The page of the ledger, gone through as a person would, without a browser."""

import base64
import io
import uuid
from typing import Any

import docx

from dlcourse.course.local import LocalCourse
from tests.pages.conftest import Reader


def fill(reader: Reader, step: dict[str, Any], **answers: str) -> None:
    """Fill in a form, and send it."""
    form = step["form"]
    fresh = {form["fresh"]: uuid.uuid4().hex} if form["fresh"] else {}
    filled = {field["name"]: field.get("value", "") for field in form["fields"]} | answers
    assert set(answers) <= set(filled)
    reader.say(form["say"], **form["fixed"], **fresh, **filled)
    assert reader.shows["notice"] is None


def card(reader: Reader) -> dict[str, Any]:
    """The only expectation on the page."""
    (found,) = reader.shows["view"]["cards"]
    assert isinstance(found, dict)
    return found


def titles(reader: Reader) -> list[str]:
    """What can be done with it now."""
    return [step["title"] for step in card(reader)["steps"]]


def sentences(reader: Reader) -> str:
    """What is said about asking and giving."""
    return " ".join(reader.shows["view"]["balance"]["sentences"])


def test_an_expectation_from_a_demand_to_a_lesson(course: LocalCourse) -> None:
    """At each stage the page offers what is possible, says what is missing, and opens what comes next."""
    reader = Reader("reciprocity", course)
    view = reader.start()["view"]
    assert (view["first"], view["together"], view["balance"], view["paper"]) == ("reciprocity/alone", None, None, None)
    fill(reader, view["alone"], side="asker", role="Principal", whom="Teacher", what="Bring student work")
    assert (card(reader)["mark"], card(reader)["bare"]) == ("Nothing given yet", True)
    assert "gives nothing for it yet" in sentences(reader)
    offer, answer = card(reader)["steps"]
    assert [each["value"] for each in answer["form"]["fields"][0]["choices"]] == ["sent-back", "declined"]
    fill(reader, offer, time="One free period", on="2100-02-01")
    assert titles(reader) == ["Change what is asked or given", "What did the other side answer?"]
    assert reader.shows["view"]["first"] == card(reader)["steps"][1]["form"]["slot"]
    assert sentences(reader) == "Principal asks Teacher for something, and Teacher never asks Principal."
    fill(reader, card(reader)["steps"][1], answer="accepted")
    assert (titles(reader), card(reader)["withdraw"]) == (["What did they say helped?"], None)
    assert "when the other side has said" in card(reader)["waits"]
    assert [each["value"] for each in reader.shows["view"]["paper"]["files"]] == ["docx", "ics"]
    fill(reader, card(reader)["steps"][0], helped="The period")
    fill(reader, card(reader)["steps"][1], outcome="met", learned="Mondays are full")
    assert (card(reader)["mark"], card(reader)["over"], titles(reader)) == ("Closed", True, [])
    assert {"name": "Learned about making it possible", "text": "Mondays are full"} in card(reader)["lines"]


def test_what_is_refused_says_why_and_what_was_taken_back_is_on_no_paper(course: LocalCourse) -> None:
    """An offer of nothing is refused in words; what was taken back stays visible, and is not in the document."""
    reader = Reader("reciprocity", course)
    fill(reader, reader.start()["view"]["alone"], side="other", role="Teacher", whom="Dean", what="Smile more")
    form = card(reader)["steps"][0]["form"]
    reader.say("OfferCapacity", **form["fixed"], what="Smile more", on="2100-02-01")
    assert "time, training, or an example" in reader.shows["notice"]["remedy"]
    message = dict(card(reader)["withdraw"]["message"])
    reader.say(message.pop("say"), **message)
    assert (card(reader)["mark"], reader.shows["view"]["balance"]) == ("Taken back", None)
    reader.say("FetchRegister", ask="the-file", form="docx")
    taken = reader.shows["taken"]
    document = docx.Document(io.BytesIO(base64.b64decode(taken["content"])))
    assert (taken["ask"], taken["name"]) == ("the-file", "expectations.docx")
    assert all("Smile more" not in cell.text for table in document.tables for row in table.rows for cell in row.cells)
