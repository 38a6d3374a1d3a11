"""One part of the inquiry in its session: the problem as it was named, and the form for this part."""

from dataclasses import replace
from typing import TypedDict

from dlcourse.domain.inquiry.messages import InquiryPart, InquiryPartView, WritePart
from dlcourse.domain.inquiry.parts import FIRST
from dlcourse.pages.inquiry.part_form import SLOT, PartFormProps, part_form
from dlcourse.pages.props import LinkProps, PageProps
from dlcourse.pages.single_view import SingleState, single, single_props

FIRST_LEAD = "Take one that you see yourself and that you can do something about. You can change it at any time."
LEAD = "This adds to the problem that you named. You can change it at any time."
PRIVATE = "Only you can read this unless you share your plan."
UNNAMED = "You have not named your problem yet. You can write this now and name the problem later."
SUGGESTED = "Some of these words come from your register. Change them as you like, then save them."
UNSAVED = (
    "You have written down your problem, and not saved it yet. Save it in the session “Start here”, or in your plan."
)


class InquiryContents(TypedDict):
    """The part with its form; ``problem`` is what the person builds on, ``unnamed`` is said while there is none.

    ``unsaved`` is said instead if something stands in the form of the problem, which has the slot ``first``.
    ``suggested`` is said if words in the form come from a register, and is empty otherwise.
    """

    lead: str
    private: str
    problem_title: str
    problem: str
    unnamed: str
    unsaved: str
    first: str
    suggested: str
    part: PartFormProps
    said: str
    plan: LinkProps


class InquiryProps(PageProps):
    """What the page draws; nothing of its own until the part was seen."""

    view: InquiryContents | None


def props(state: SingleState[InquiryPartView]) -> InquiryProps:
    """What the page draws."""
    return {**single_props("inquiry", state), "view": _contents(state.view, state.saved) if state.view else None}


def _contents(view: InquiryPartView, saved: str) -> InquiryContents:
    named, begins = view.first.answer("problem"), view.card.part == FIRST
    offered = {field: words for field, words in view.suggested.items() if not view.card.answer(field)}
    return {
        "lead": FIRST_LEAD if begins else LEAD,
        "private": PRIVATE,
        "problem_title": "Your problem so far",
        "problem": "" if begins else named,
        "unnamed": "" if begins or named else UNNAMED,
        "unsaved": UNSAVED,
        "first": f"{SLOT}{FIRST}",
        "suggested": SUGGESTED if offered else "",
        "part": part_form(view.card, offered),
        "said": "It is saved, and part of your plan." if saved else "",
        "plan": {"to": "improvement-plan", "text": "See your whole plan", "note": ""},
    }


PAGE = replace(single("inquiry", InquiryPart, WritePart, InquiryPartView, props), drafts=(SLOT,))
