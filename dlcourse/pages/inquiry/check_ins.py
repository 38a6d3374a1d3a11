"""The dates of a plan: its first day, and the check-ins after 30, 60 and 90 days with what became of it."""

from typing import TypedDict

from dlcourse.domain.inquiry.messages import (
    LONGEST,
    NAME,
    AnswerCheckIn,
    CheckInCard,
    CheckInOutcome,
    Days,
    ImprovementPlanView,
    SchedulePlan,
)
from dlcourse.domain.inquiry.parts import FIRST
from dlcourse.pages.fields import choice, line, options, required_day, text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.inquiry.part_form import SAVE, SAVE_CHANGES, SLOT
from dlcourse.pages.words import day

OUTCOMES: dict[CheckInOutcome, str] = {
    "kept": "We keep to the plan",
    "changed": "We changed it",
    "ended": "We ended it",
}
NO_DAY = "Choose the first day of your plan. Then the three check-ins have a date."


class CheckInAnswerProps(TypedDict):
    """What became of the plan, what was seen, and when it was said (ISO 8601)."""

    outcome: str
    seen: str
    at: str


class CheckInProps(TypedDict):
    """A check-in: its day, the answers to it, and the form for one; ``said`` is told once that is saved."""

    days: int
    title: str
    state: str
    said: str
    answers: list[CheckInAnswerProps]
    form: FormProps


def schedule_form(view: ImprovementPlanView) -> FormProps:
    """The form for whose plan it is, its first day and its witness."""
    return form(
        SchedulePlan,
        f"{SLOT}schedule",
        [
            required_day("starts", "First day of the plan", view.starts.isoformat() if view.starts else ""),
            line("name", "Your name on the plan", NAME, view.name),
            line("witness", "Who will ask you about it?", NAME, view.witness),
        ],
        submit=SAVE_CHANGES if view.starts else SAVE,
    )


def check_in_props(card: CheckInCard) -> CheckInProps:
    """A check-in that has a day, as it is shown."""
    return {
        "days": card.days,
        "title": check_in_title(card),
        "state": OUTCOMES[card.answers[-1][0]] if card.answers else "Not answered yet",
        "said": "Your check-in is saved.",
        "answers": [{"outcome": OUTCOMES[outcome], "seen": seen, "at": at} for outcome, seen, at in card.answers],
        "form": _form(card),
    }


def check_in_title(card: CheckInCard) -> str:
    """When a check-in is, with its date once the plan has a first day."""
    return f"After {card.days} days{f': {day(card.on.isoformat())}' if card.on else ''}"


def result(card: CheckInCard) -> str:
    """What became of the plan by a check-in, for a printed page; empty if nothing was said."""
    if not card.answers:
        return ""
    outcome, seen, _ = card.answers[-1]
    return f"{OUTCOMES[outcome]}. {seen}".strip()


def calendar_words(days: Days, view: ImprovementPlanView) -> tuple[str, str]:
    """The title of a check-in in a calendar, and more about it."""
    problem = next(card.answer("problem") for card in view.parts if card.part == FIRST)
    witness = f"Witness: {view.witness}" if view.witness.strip() else ""
    ask = "Did you keep to the plan, change it or end it? What did you see?"
    return f"Improvement plan: check-in after {days} days", "\n".join(filter(None, [problem, witness, ask]))


def _form(card: CheckInCard) -> FormProps:
    return form(
        AnswerCheckIn,
        f"{SLOT}check-in/{card.days}",
        [
            choice("outcome", "What became of the plan?", options(OUTCOMES.items())),
            text("seen", "What did you see?", LONGEST, "For example: 15 of 24 students now fill a page."),
        ],
        fixed={"days": card.days},
        submit=SAVE,
    )
