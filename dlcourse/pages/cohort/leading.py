"""The page for those who lead a cohort: its people, codes and calendar, and closing, archiving or reopening it."""

from dataclasses import dataclass, replace
from typing import Any

from pydantic import Field

from dlcourse.domain.cohort.messages import (
    ArchiveCohort,
    ChooseCohortVersion,
    CloseCohort,
    CohortPeople,
    GiveRole,
    ReadmitPerson,
    RemovePerson,
    RenamePerson,
    ReopenCohort,
    ReplaceCode,
    ReplacePhrase,
    SetSessionDate,
)
from dlcourse.domain.cohort.views import CohortPeopleView
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.cohort import LEAD_PAGE
from dlcourse.pages.cohort.lead_contents import LeadContents, OpenedPerson, lead_contents, opened_person
from dlcourse.pages.cohort.once import SecretProps, secrets_of
from dlcourse.pages.messages import LookAgain, Message, Takes
from dlcourse.pages.program import Do, Done, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import PageProps, page_props


class OpenPerson(Message):
    """Show what can be changed about a person; about nobody if it is empty."""

    person: str = Field(max_length=64)


@dataclass(frozen=True)
class LeadState:
    """The cohort; ``opened`` is the id of the person who is shown in full, and ``secrets`` were just made."""

    query: CohortPeople
    view: CohortPeopleView | None = None
    opened: str = ""
    secrets: tuple[SecretProps, ...] = ()
    told: str = ""
    saved: str = ""
    notice: CourseError | None = None


class LeadProps(PageProps):
    """What the page draws; ``told`` is what became of the last step."""

    title: str
    told: str
    secrets: list[SecretProps]
    contents: LeadContents | None
    opened: OpenedPerson | None


TOLD: dict[type[Command], str] = {
    RenamePerson: "The name is changed.",
    GiveRole: "The role is changed.",
    RemovePerson: "They are removed, and signed out everywhere.",
    ReadmitPerson: "They are readmitted. They come in with this new phrase.",
    ReplacePhrase: "They have a new phrase. The old one has stopped working, and their devices are signed out.",
    ReplaceCode: "The old one has stopped working.",
    SetSessionDate: "The day is set.",
    ChooseCohortVersion: "The cohort sees the version that you chose from now on.",
    CloseCohort: "Nobody else can join.",
    ReopenCohort: "People can join and work again.",
    ArchiveCohort: "The cohort is archived.",
}


def init(place: Raw) -> Step[LeadState]:
    """Look at the cohort. Raises a `CourseError` if the place names none."""
    query = decode(CohortPeople, {TAG: "CohortPeople", "cohort": place.get("cohort", "")})
    return LeadState(query), (See(query),)


def update(state: LeadState, message: Any) -> Step[LeadState]:
    """Send commands, reload, and show one person in full."""
    match message:
        case Command():
            return replace(state, notice=None, secrets=(), told=""), (Do(message),)
        case OpenPerson(person=person):
            return replace(state, opened=person, notice=None, told=""), ()
        case Done(command=command, recorded=recorded):
            names = {card.person: card.name for card in state.view.people} if state.view else {}
            told, secrets = TOLD[type(command)], secrets_of(recorded, names)
            return replace(state, told=told, secrets=secrets, saved=recorded.at), (See(state.query),)
        case LookAgain() | Noticed():
            return state, (See(state.query),)
        case Seen(view=CohortPeopleView() as view):
            return replace(state, view=view), (Watch(view.topic),)
        case Refused(effect=effect, error=error):
            return replace(state, notice=error), (See(state.query),) if isinstance(effect, Do) else ()
        case _:
            return state, ()


def props(state: LeadState) -> LeadProps:
    """What the page draws."""
    view, place = state.view, {"cohort": state.query.cohort}
    return {
        **page_props(LEAD_PAGE, place, saved=state.saved, notice=state.notice),
        "looks": True,
        "title": view.name if view else "",
        "told": state.told,
        "secrets": list(state.secrets),
        "contents": lead_contents(view) if view else None,
        "opened": opened_person(view, state.opened) if view else None,
    }


PAGE = Page(LEAD_PAGE, init, Takes("cohort", (LookAgain, OpenPerson, *TOLD)), update, props)
