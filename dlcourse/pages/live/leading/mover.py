"""Giving somebody another place by hand, before a live session starts."""

from typing import TypedDict

from pydantic import Field

from dlcourse.domain.live.console_views import LiveConsoleView, LivePerson
from dlcourse.domain.live.messages import MOST_GROUPS, PlaceSomebody
from dlcourse.domain.words import Id
from dlcourse.pages.fields import menu, plain_options
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.live.leading import console_words as words
from dlcourse.pages.messages import Message

OBSERVING = "-"
"""The seat of those who observe, in the menu. No role has this id."""


class PickPerson(Message):
    """Show where this person can sit; nobody if it is empty."""

    person: str = Field(max_length=64)


class SeatSomebody(Message):
    """Give somebody this seat in a group."""

    id: str = Field(min_length=8, max_length=64)
    person: Id
    group: int = Field(ge=1, le=MOST_GROUPS)
    seat: str = Field(max_length=64)


class Mover(TypedDict):
    """The form that gives somebody another place."""

    person: str
    title: str
    note: str
    form: FormProps
    close: str


def place_somebody(said: SeatSomebody, cohort: Id, session: str) -> PlaceSomebody:
    """The command of what was chosen."""
    role = "" if said.seat == OBSERVING else said.seat
    return PlaceSomebody(id=said.id, cohort=cohort, session=session, person=said.person, group=said.group, role=role)


def mover(view: LiveConsoleView, person: str) -> Mover | None:
    """The form for this person; None if nobody has this id."""
    picked = next((each for each in view.people if each.person == person), None)
    if picked is None:
        return None
    name = picked.name or words.NO_NAME
    return {
        "person": person,
        "title": words.MOVE_TITLE.format(name=name),
        "note": words.ONLY_OBSERVES if picked.watches else words.MOVE_NOTE,
        "form": _form(view, picked),
        "close": words.CLOSE_MOVE,
    }


def _form(view: LiveConsoleView, picked: LivePerson) -> FormProps:
    last = max((group.number for group in view.groups), default=0)
    numbers = [(str(number), words.GROUP.format(number=number)) for number in range(1, last + 1)]
    groups = [*numbers, (str(last + 1), words.NEW_GROUP)]
    roles = [] if picked.watches else [(role.id, role.name) for role in view.roles]
    fields = [
        menu("group", words.WHICH_GROUP, plain_options(groups), str(picked.group or 1)),
        menu("seat", words.WHICH_SEAT, plain_options([*roles, (OBSERVING, words.OBSERVE)]), picked.role or OBSERVING),
    ]
    fixed = {"person": picked.person}
    return form(SeatSomebody, f"seat-{picked.person}", fields, submit=words.MOVE_SUBMIT, fixed=fixed)
