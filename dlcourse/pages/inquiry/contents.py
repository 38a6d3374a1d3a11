"""What the page of the improvement plan draws."""

from typing import TypedDict

from dlcourse.domain.inquiry.messages import ImprovementPlanView, SharePlan
from dlcourse.domain.inquiry.plan_views import begun, written
from dlcourse.domain.sharing import Visibility
from dlcourse.pages.fields import choice, options
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.inquiry.check_ins import NO_DAY, CheckInProps, check_in_props, check_in_title, result, schedule_form
from dlcourse.pages.inquiry.paper import PaperRow, about_lines, gaps, length_note, paper_rows
from dlcourse.pages.inquiry.part_form import NOT_WRITTEN, SLOT, PartFormProps, part_form
from dlcourse.pages.inquiry.words import DOCUMENT_TITLE, TITLE
from dlcourse.pages.props import FileLink, NamedText
from dlcourse.pages.words import DAMAGED, counted, day

READERS: dict[Visibility, tuple[str, str]] = {
    "private": ("Only me", "Only you can read your plan."),
    "facilitator": ("Me and the facilitator", "You and the facilitator of your cohort can read your plan."),
    "reviewers": ("Me and my reviewers", "You and those who review your practice can read your plan."),
    "cohort": ("Everyone in my cohort", "Everyone in your cohort can read your plan, the facilitator included."),
}
"""For each visibility: the choice, and what it means. Others never see earlier versions."""


ALONE = "As long as you take the course by yourself, there is nobody else who could."


class PlanPaper(TypedDict):
    """The plan as it is printed; ``check_ins`` are the dates with what became of the plan."""

    title: str
    name: str
    about: list[str]
    rows: list[PaperRow]
    check_ins_title: str
    check_ins: list[NamedText]


class PlanParts(TypedDict):
    """The forms of all parts; ``said`` is told once one is saved."""

    title: str
    note: str
    said: str
    list: list[PartFormProps]


class PlanDates(TypedDict):
    """The form for the dates, and the check-ins once they have a day. ``opens`` opens the form."""

    title: str
    note: str
    opens: str
    state: str
    said: str
    form: FormProps
    check_ins: list[CheckInProps]


class PlanReaders(TypedDict):
    """Who can read the plan, and the form that changes it, which ``opens`` opens."""

    title: str
    says: str
    opens: str
    said: str
    form: FormProps


class PlanContents(TypedDict):
    """The page: the plan on paper, its files, and the forms for its parts, dates and readers.

    One form is open at a time: ``slots`` are those of all forms, and ``next`` is that of the first part without an
    answer, or empty. The paper is open at first if the plan is ``whole``, with something written in each part.
    ``long`` is said if the plan is longer than a printed page, ``unsaved`` if there are ``{parts}`` that are not saved.
    """

    title: str
    lead: str
    state: str
    unsaved: str
    long: str
    whole: bool
    slots: list[str]
    next: str
    paper_title: str
    paper: PlanPaper
    files: list[FileLink]
    print: str
    parts: PlanParts
    dates: PlanDates
    readers: PlanReaders


def plan_contents(view: ImprovementPlanView) -> PlanContents:
    """Everything on the page."""
    parts = [part_form(card) for card in view.parts]
    dates, readers = _dates(view), _readers(view.visibility)
    following = next((card.part for card in view.parts if not begun(card)), "")
    forms = [*(part["form"] for part in parts), dates["form"], *(each["form"] for each in dates["check_ins"])]
    return {
        "title": TITLE,
        "lead": "What you wrote in the sessions comes together here. You can write and change each part at any time.",
        "state": _state(view),
        "unsaved": "Not saved yet: {parts}.",
        "long": length_note(view),
        "whole": not following,
        "slots": [form["slot"] for form in (*forms, readers["form"])],
        "next": f"{SLOT}{following}" if following else "",
        "paper_title": "The plan on one page",
        "paper": _paper(view),
        "files": _files(view),
        "print": "Print",
        "parts": {
            "title": "Write and change the parts",
            "note": "Every version that you save is kept here for you.",
            "said": "This part is saved.",
            "list": parts,
        },
        "dates": dates,
        "readers": readers,
    }


def _dates(view: ImprovementPlanView) -> PlanDates:
    return {
        "title": "Dates and check-ins",
        "note": "" if view.starts else NO_DAY,
        "opens": "First day, your name and your witness",
        "state": day(view.starts.isoformat()) if view.starts else NOT_WRITTEN,
        "said": "The dates are saved.",
        "form": schedule_form(view),
        "check_ins": [check_in_props(card) for card in view.check_ins if card.on],
    }


def _state(view: ImprovementPlanView) -> str:
    there = f"You have begun {written(view)} of {len(view.parts)} parts."
    missing = gaps(view)
    said = f"{there} {counted(missing, 'answer is', 'answers are')} not written yet." if missing else there
    return f"{said} {DAMAGED}" if view.damaged else said


def _paper(view: ImprovementPlanView) -> PlanPaper:
    dates: list[NamedText] = [{"name": check_in_title(card), "text": result(card)} for card in view.check_ins]
    return {
        "title": DOCUMENT_TITLE,
        "name": view.name,
        "about": about_lines(view),
        "rows": paper_rows(view),
        "check_ins_title": "Check-ins",
        "check_ins": dates,
    }


def _files(view: ImprovementPlanView) -> list[FileLink]:
    document: FileLink = {"form": "docx", "to": "improvement-plan.docx", "text": "Word document"}
    calendar: FileLink = {"form": "ics", "to": "check-ins.ics", "text": "Check-ins and promises for your calendar"}
    return [document, calendar] if view.starts else [document]


def _readers(visibility: Visibility) -> PlanReaders:
    asked = choice(
        "visibility", "Who may read your plan?", options((each, text) for each, (text, _) in READERS.items())
    )
    return {
        "title": "Who can read it",
        "says": f"{READERS[visibility][1]} {ALONE}",
        "opens": "Change who can read it",
        "said": "It is changed.",
        "form": form(SharePlan, f"{SLOT}readers", [asked], submit="Change it"),
    }
