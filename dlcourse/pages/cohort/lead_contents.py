"""The contents of the page for those who lead a cohort."""

from collections.abc import Mapping
from typing import TypedDict

from dlcourse.domain.cohort.changes import LEADERS
from dlcourse.domain.cohort.messages import GiveRole, RenamePerson, SetSessionDate
from dlcourse.domain.cohort.views import CohortPeopleView, EditedSession, PersonCard, SessionDate
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.pages.cohort import words
from dlcourse.pages.fields import Answer, FormOption, choice, coming_day, plain_options, required_line, select
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.props import LinkProps
from dlcourse.pages.words import day


class PersonRow(TypedDict):
    """A person in the list; ``note`` says that they have left or were removed. At ``shared`` is what they share."""

    person: str
    shared: str
    name: str
    role: str
    joined: str
    note: str


class CohortAct(TypedDict):
    """Something that can be done at a click: the message, its button, and what it does."""

    say: str
    fixed: Mapping[str, str | None]
    label: str
    note: str


class OpenedPerson(TypedDict):
    """What can be changed about one person."""

    person: str
    title: str
    close: str
    name: FormProps
    role: FormProps | None
    acts: list[CohortAct]


class LeadCodes(TypedDict):
    """The codes that can be replaced; nobody can see the old ones."""

    title: str
    note: str
    acts: list[CohortAct]


class LeadCalendar(TypedDict):
    """The days of the sessions, and the form that sets one."""

    title: str
    note: str
    days: list[list[str]]
    form: FormProps
    clear: list[CohortAct]


class LeadVersion(TypedDict):
    """A session that the host has edited: which version the cohort sees, and the button that changes it."""

    title: str
    says: str
    act: CohortAct


class LeadVersions(TypedDict):
    """The sessions that the host has edited."""

    title: str
    note: str
    list: list[LeadVersion]


class LeadContents(TypedDict):
    """A cohort for those who lead it: its people, codes and calendar, and what ends it."""

    cohort: str
    status: str
    live: LinkProps
    report: LinkProps
    people_title: str
    people: list[PersonRow]
    shared: str
    change: str
    people_empty: str
    codes: LeadCodes | None
    calendar: LeadCalendar
    versions: LeadVersions | None
    end_title: str
    ends: list[CohortAct]


def lead_contents(view: CohortPeopleView) -> LeadContents:
    """What the page shows of the cohort."""
    here = [card for card in view.people if card.presence == "here" and card.role == "participant"]
    owns = view.role in LEADERS
    return {
        "cohort": view.cohort,
        "status": words.STATUS[view.status],
        "live": {"to": f"cohort/{view.cohort}/live", "text": words.LIVE, "note": words.LIVE_NOTE},
        "report": {"to": f"cohort/{view.cohort}/report", "text": words.REPORT, "note": words.REPORT_NOTE},
        "people_title": f"People, {len(here)} of them participants",
        "people": [_row(card) for card in view.people if card.role != "host"],
        "shared": "What they share",
        "change": "Change…",
        "people_empty": "Nobody has joined yet.",
        "codes": _codes(view) if owns else None,
        "calendar": _calendar(view),
        "versions": _versions(view) if view.edited else None,
        "end_title": "When the course is over",
        "ends": _ends(view) if owns else [],
    }


def opened_person(view: CohortPeopleView, person: str) -> OpenedPerson | None:
    """What can be changed about this person; None if there is nobody with this id."""
    card = next((card for card in view.people if card.person == person), None)
    if card is None:
        return None
    about = {"cohort": view.cohort, "person": person}
    asked = required_line("name", "Name", MOST_LETTERS, "", card.name)
    here = card.presence == "here"
    return {
        "person": person,
        "title": card.name or words.NO_NAME,
        "close": "Done",
        "name": form(RenamePerson, f"name-{person}", [asked], submit="Change the name", fixed=about),
        "role": _role(card, about) if here and view.role in LEADERS and card.role not in LEADERS else None,
        "acts": _acts_on(card, about),
    }


def _row(card: PersonCard) -> PersonRow:
    return {
        "person": card.person,
        "shared": f"shared/{card.person}" if card.presence == "here" else "",
        "name": card.name or words.NO_NAME,
        "role": words.ROLES[card.role],
        "joined": day(card.joined),
        "note": words.PRESENCE[card.presence],
    }


def _role(card: PersonCard, about: dict[str, str]) -> FormProps:
    roles: list[FormOption] = [
        {"value": role, "html": words.ROLES[role], "about": words.ROLE_NOTES[role]}
        for role in ("participant", "co-facilitator", "observer")
        if role != card.role
    ]
    asked = choice("role", f"Now: {words.ROLES[card.role]}. Make them:", roles)
    return form(GiveRole, f"role-{card.person}", [asked], submit="Change the role", fixed=about)


def _acts_on(card: PersonCard, about: dict[str, str]) -> list[CohortAct]:
    if card.presence != "here":
        note = "They find everything of theirs again, and get a new phrase to come in."
        return [{"say": "ReadmitPerson", "fixed": about, "label": "Let them back in", "note": note}]
    return [
        {
            "say": "ReplacePhrase",
            "fixed": about,
            "label": "New phrase",
            "note": "If they lost theirs. The old one and all their devices stop working.",
        },
        {
            "say": "RemovePerson",
            "fixed": about,
            "label": "Remove from the cohort",
            "note": "At once and on all devices. Their work stays theirs, and you can let them back in.",
        },
    ]


def _codes(view: CohortPeopleView) -> LeadCodes:
    acts: list[CohortAct] = [
        {
            "say": "ReplaceCode",
            "fixed": {"cohort": view.cohort, "kind": kind},
            "label": f"New {title[0].lower()}{title[1:]}",
            "note": "",
        }
        for kind, title in words.CODE_TITLES.items()
    ]
    return {"title": "Codes", "note": words.CODES_NOTE, "acts": acts}


def _calendar(view: CohortPeopleView) -> LeadCalendar:
    dated = [each for each in view.dates if each.on]
    sessions = plain_options((each.session, each.title) for each in view.dates)
    fields: list[Answer] = [select("session", "Session", "Choose a session", sessions), coming_day("on", "Day")]
    return {
        "title": "Calendar",
        "note": words.CALENDAR_NOTE,
        "days": [[each.title, words.day(each.on)] for each in dated],
        "form": form(SetSessionDate, "session-date", fields, submit="Set the day", fixed={"cohort": view.cohort}),
        "clear": [_clear(view, each) for each in dated],
    }


def _clear(view: CohortPeopleView, dated: SessionDate) -> CohortAct:
    fixed = {"cohort": view.cohort, "session": dated.session, "on": None}
    return {"say": "SetSessionDate", "fixed": fixed, "label": "No day", "note": ""}


def _versions(view: CohortPeopleView) -> LeadVersions:
    return {
        "title": words.VERSIONS,
        "note": words.VERSIONS_NOTE,
        "list": [_version(view, each) for each in view.edited],
    }


def _version(view: CohortPeopleView, edited: EditedSession) -> LeadVersion:
    fixed = {"cohort": view.cohort, "session": edited.session, "version": "course" if edited.shown else "host"}
    says, label = words.VERSION_SHOWN[edited.shown]
    return {
        "title": edited.title,
        "says": says,
        "act": {"say": "ChooseCohortVersion", "fixed": fixed, "label": label, "note": ""},
    }


def _ends(view: CohortPeopleView) -> list[CohortAct]:
    about = {"cohort": view.cohort}
    close: CohortAct = {
        "say": "CloseCohort",
        "fixed": about,
        "label": "Close it",
        "note": "Nobody else can join. Those who are in it go on.",
    }
    archive: CohortAct = {"say": "ArchiveCohort", "fixed": about, "label": "Archive it", "note": words.ARCHIVE_NOTE}
    reopen: CohortAct = {
        "say": "ReopenCohort",
        "fixed": about,
        "label": "Reopen it",
        "note": "People can join with the code, and work.",
    }
    return {"open": [close, archive], "closed": [reopen, archive], "archived": [reopen]}[view.status]
