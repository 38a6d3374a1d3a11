"""Words from a register stand in the form of a session's part until something is saved there."""

import pytest

from dlcourse.domain.inquiry.messages import InquiryPart, InquiryPartView, WritePart
from dlcourse.handlers import part_suggestions
from dlcourse.handlers.problem_source import PROBLEMS
from dlcourse.pages.inquiry.page import PAGE
from dlcourse.pages.program import Seen
from tests.person import Person

PART = "01-what-it-is"


def seen(person: Person) -> InquiryPartView:
    """The part as the person sees it."""
    view = person.course.see(InquiryPart(part=PART))
    assert isinstance(view, InquiryPartView)
    return view


def drawn(view: InquiryPartView) -> tuple[str, list[str]]:
    """What the page says about suggestions, and what stands in its fields."""
    state, _ = PAGE.init({"part": PART})
    state, _ = PAGE.update(state, Seen(InquiryPart(part=PART), view))
    contents = PAGE.props(state)["view"]
    assert isinstance(contents, dict)
    return contents["suggested"], [field["value"] for field in contents["part"]["form"]["fields"]]


def test_words_of_a_register_are_offered_until_something_is_saved(ann: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Suggested words fill empty fields only, and the page says where they come from; blank ones are left out."""
    words = {"knowledge": "Joy's", "authority": " "}
    monkeypatch.setitem(part_suggestions.SUGGESTIONS._known, PART, lambda _: words)
    said, values = drawn(seen(ann))
    assert (bool(said), values) == (True, ["Joy's", "", ""])
    ann.do(WritePart, part=PART, after=0, answers={"knowledge": "Mine", "authority": "I may"})
    assert drawn(seen(ann)) == ("", ["Mine", "I may", ""])


def test_the_inquiry_says_what_the_problem_is() -> None:
    """The problem that a register begins from comes from the inquiry."""
    assert list(PROBLEMS) == ["inquiry"]
