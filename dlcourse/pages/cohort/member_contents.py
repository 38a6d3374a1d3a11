"""The contents of the page of one's cohort, and of the list of cohorts."""

from typing import TypedDict

from dlcourse.domain.cohort.messages import ChooseReviewers, CreateCohort, RenameMyself
from dlcourse.domain.cohort.views import CohortCard, CohortsView, MyCohortView, NamedPerson
from dlcourse.domain.policy import FACILITATORS
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.pages.cohort import privacy, words
from dlcourse.pages.fields import many, plain_options, required_line
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.props import LinkProps


class CohortEntry(TypedDict):
    """A cohort in the list; ``lead`` is the address at which one leads it, or empty.

    ``switch`` is the label of the button that goes on in it; empty where one is already, or is no member.
    """

    cohort: str
    name: str
    note: str
    lead: str
    switch: str


class CohortListProps(TypedDict):
    """The cohorts of somebody who is in several or runs the server; ``create`` is a form for the host."""

    title: str
    note: str
    list: list[CohortEntry]
    lead: str
    create_title: str
    create: FormProps | None


class DatedSession(TypedDict):
    """A session of the course and its day, in words."""

    title: str
    to: str
    day: str


class CalendarProps(TypedDict):
    """The days of the cohort's sessions; ``file`` is the link to all of one's days as a file."""

    title: str
    note: str
    list: list[DatedSession]
    empty: str
    file: LinkProps


class LeaveProps(TypedDict):
    """Leaving: what it means, what to do before, and the button."""

    title: str
    note: str
    work: LinkProps
    button: str


class PhraseProps(TypedDict):
    """Making a new phrase for oneself."""

    title: str
    note: str
    button: str


class MyCohortProps(TypedDict):
    """One's cohort. An observer has no ``reviewers`` and no ``witness``.

    ``leaders`` and ``others`` lead to what they share; ``seen`` and ``unseen`` are about oneself.
    """

    cohort: str
    role: str
    status: str
    leaders_title: str
    leaders: list[LinkProps]
    nobody_leads: str
    others_title: str
    others_note: str
    others: list[LinkProps]
    seen_title: str
    seen: list[str]
    unseen_title: str
    unseen: list[str]
    figures: str
    privacy: LinkProps
    calendar: CalendarProps
    witness: LinkProps | None
    name_title: str
    name: FormProps
    reviewers_title: str
    reviewers_note: str
    reviewers: FormProps | None
    phrase: PhraseProps
    leave: LeaveProps


def cohort_list(view: CohortsView) -> CohortListProps | None:
    """The list of cohorts; None for somebody who is in one only, and does not run the server."""
    if len(view.cohorts) < 2 and not view.may_create:
        leads = any(card.role in FACILITATORS for card in view.cohorts)
        if not leads:
            return None
    asked = [
        required_line("name", words.CREATE_NAME, MOST_LETTERS, words.CREATE_HINT),
        required_line("my_name", "Your name", MOST_LETTERS, "People see it as the name of their facilitator."),
    ]
    create = form(
        CreateCohort, "create-cohort", asked, submit=words.CREATE, fixed={"role": "facilitator"}, fresh="cohort"
    )
    return {
        "title": words.HOST_TITLE,
        "note": words.HOST_NOTE if view.may_create else "",
        "list": [_entry(card, view) for card in view.cohorts],
        "lead": "Lead it",
        "create_title": "Create a cohort",
        "create": create if view.may_create else None,
    }


def _entry(card: CohortCard, view: CohortsView) -> CohortEntry:
    leads = view.may_create or card.role in FACILITATORS
    switches = not view.may_create and card.role is not None and card.cohort != view.current
    return {
        "cohort": card.cohort,
        "name": card.name,
        "note": f"{words.people(card.people)}. {words.STATUS[card.status]}",
        "lead": f"cohort/{card.cohort}" if leads else "",
        "switch": "Go on in this one" if switches else "",
    }


def my_cohort(view: MyCohortView) -> MyCohortProps:
    """One's cohort, as its members see it."""
    dated, takes_part = [each for each in view.dates if each.on], view.role != "observer"
    return {
        "cohort": view.cohort,
        "role": words.ROLES[view.role] if takes_part else words.OBSERVER,
        "status": "" if view.status == "open" else words.STATUS[view.status],
        "leaders_title": "Who leads it",
        "leaders": [_link(each) for each in view.leaders],
        "nobody_leads": "" if view.leaders else "Nobody yet.",
        "others_title": "Who else is in it",
        "others_note": "Choose a name to see what that person shares with you.",
        "others": [_link(each) for each in view.others],
        "seen_title": privacy.SEEN_TITLE,
        "seen": list(privacy.SEEN),
        "unseen_title": privacy.NOT_SEEN_TITLE,
        "unseen": list(privacy.NOT_SEEN),
        "figures": privacy.FIGURES,
        "privacy": {"to": "privacy", "text": privacy.NOTICE_TITLE, "note": ""},
        "calendar": {
            "title": "Calendar",
            "note": words.CALENDAR_NOTE if dated else "",
            "list": [
                {"title": each.title, "to": f"session/{each.session}", "day": words.day(each.on)} for each in dated
            ],
            "empty": "" if dated else "Your facilitators have set no days yet.",
            "file": {"to": "check-ins.ics", "text": "Download your days as a calendar file", "note": ""},
        },
        "witness": {"to": "witness", "text": words.WITNESS, "note": words.WITNESS_NOTE} if takes_part else None,
        "name_title": "Your name here",
        "name": _name(view),
        "reviewers_title": "Your reviewers",
        "reviewers_note": words.REVIEWERS_NOTE,
        "reviewers": _reviewers(view) if takes_part else None,
        "phrase": {"title": words.PHRASE_TITLE, "note": words.PHRASE_ASK, "button": "Make a new phrase"},
        "leave": {
            "title": "Leave the cohort",
            "note": words.LEAVE_NOTE,
            "work": {"to": "work", "text": "Download or erase your work", "note": ""},
            "button": "Leave the cohort now",
        },
    }


def _link(person: NamedPerson) -> LinkProps:
    return {"to": f"shared/{person.person}", "text": person.name, "note": ""}


def _name(view: MyCohortView) -> FormProps:
    asked = required_line("name", "Your name", MOST_LETTERS, "Everybody in the cohort sees it.", view.my_name)
    return form(RenameMyself, "my-name", [asked], submit="Change my name", fixed={"cohort": view.cohort})


def _reviewers(view: MyCohortView) -> FormProps | None:
    """The form with everybody else of the cohort; None if there is nobody else."""
    people = plain_options((each.person, each.name) for each in (*view.leaders, *view.others) if each.person != view.me)
    if not people:
        return None
    asked = many("people", "Who reviews what you share with reviewers?", people, view.reviewers)
    return form(ChooseReviewers, "reviewers", [asked], submit="Choose them", fixed={"cohort": view.cohort})
