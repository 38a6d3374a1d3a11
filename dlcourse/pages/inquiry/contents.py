"""What the page of the improvement plan draws."""

from typing import TypedDict

from dlcourse.domain.inquiry.messages import ImprovementPlanView, PartCard, SharePlan
from dlcourse.domain.inquiry.parts import FIRST
from dlcourse.domain.inquiry.plan_views import begun, written
from dlcourse.domain.sharing import Visibility
from dlcourse.pages.fields import choice, options
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.inquiry.check_ins import NO_DAY, CheckInProps, check_in_props, check_in_title, result, schedule_form
from dlcourse.pages.inquiry.paper import PaperRow, about_lines, gaps, length_note, paper_rows
from dlcourse.pages.inquiry.part_form import SLOT, PartFormProps, part_form
from dlcourse.pages.inquiry.words import DOCUMENT_TITLE, PART_WORDS, TITLE
from dlcourse.pages.props import FileLink, NamedText
from dlcourse.pages.words import DAMAGED, counted

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


class NextPart(TypedDict):
    """The first part in which nothing is written yet, with its form in sight."""

    title: str
    part: PartFormProps


class PlanParts(TypedDict):
    """The forms of all parts but the next one."""

    title: str
    note: str
    list: list[PartFormProps]


class PlanDates(TypedDict):
    """The form for the dates, and the check-ins."""

    title: str
    note: str
    form: FormProps
    check_ins: list[CheckInProps]


class PlanReaders(TypedDict):
    """Who can read the plan, and the form that changes it."""

    title: str
    says: str
    form: FormProps


class PlanContents(TypedDict):
    """The page: what to write next, the plan on paper, its files, parts, dates and readers.

    ``long`` is said if the plan is longer than a printed page.
    """

    title: str
    lead: str
    state: str
    long: str
    next: NextPart | None
    paper: PlanPaper
    files: list[FileLink]
    print: str
    parts: PlanParts
    dates: PlanDates
    readers: PlanReaders


def plan_contents(view: ImprovementPlanView) -> PlanContents:
    """Everything on the page."""
    first = next((card for card in view.parts if not begun(card)), None)
    return {
        "title": TITLE,
        "lead": "What you wrote in the sessions comes together here. You can write and change each part at any time.",
        "state": _state(view),
        "long": length_note(view),
        "next": _next(first) if first else None,
        "paper": _paper(view),
        "files": _files(view),
        "print": "Print",
        "parts": {
            "title": "Write and change the parts",
            "note": "Every version that you save is kept here for you.",
            "list": [part_form(card) for card in view.parts if card != first],
        },
        "dates": {
            "title": "Dates and check-ins",
            "note": "" if view.starts else NO_DAY,
            "form": schedule_form(view),
            "check_ins": [check_in_props(card) for card in view.check_ins],
        },
        "readers": _readers(view.visibility),
    }


def _next(card: PartCard) -> NextPart:
    words = PART_WORDS[card.part]
    return {"title": f"{'Begin' if card.part == FIRST else 'Write next'}: {words.title}", "part": part_form(card)}


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
        "form": form(SharePlan, f"{SLOT}readers", [asked], submit="Change who can read it"),
    }
