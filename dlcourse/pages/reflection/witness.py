"""The page about witnesses: one's own promises, and what others ask one to be a witness of."""

from dataclasses import replace
from typing import TypedDict

from dlcourse.domain.reflection.witness import (
    AnswerWitness,
    AskWitness,
    WitnessedPromise,
    Witnessing,
    WitnessState,
    WitnessView,
)
from dlcourse.domain.speech import Command
from dlcourse.pages.fields import plain_options, select
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.props import LinkProps, PageProps
from dlcourse.pages.single_view import SingleState, single, single_props
from dlcourse.pages.words import day

TITLE = "Promises and their witnesses"
NOTE = (
    "A witness knows what you promised and by when, and nothing else that you write. It helps to keep it. Whoever you "
    "ask may decline, and then does not see the promise any more."
)
MINE, OTHERS = "Your open promises", "What others ask of you"
NO_PROMISE = "You have no open promise. Make one in a session or in your log."
NOBODY_ASKS = "Nobody has asked you to be a witness."
STATES: dict[WitnessState, str] = {
    "asked": "{name} was asked and has not answered yet.",
    "accepted": "{name} is your witness.",
    "declined": "{name} has declined. You can ask somebody else.",
}


class MyPromise(TypedDict):
    """A promise of one's own: its words, its day and its witness in words; ``form`` asks somebody."""

    words: str
    day: str
    witness: str
    form: FormProps | None


class AskedPromise(TypedDict):
    """A promise of somebody else; ``accept`` is empty once one has accepted."""

    author: str
    commitment: str
    name: str
    words: str
    day: str
    accept: str
    decline: str


class WitnessContents(TypedDict):
    """Both lists, and what is said where one is empty."""

    title: str
    note: str
    mine_title: str
    mine: list[MyPromise]
    mine_empty: str
    others_title: str
    others: list[AskedPromise]
    others_empty: str
    back: LinkProps


class WitnessProps(PageProps):
    """What the page draws; ``view`` is None until it is loaded."""

    view: WitnessContents | None


def props(state: SingleState[WitnessView]) -> WitnessProps:
    """What the page draws."""
    return {**single_props("witness", state), "view": _contents(state.view) if state.view else None}


def _contents(view: WitnessView) -> WitnessContents:
    return {
        "title": TITLE,
        "note": NOTE,
        "mine_title": MINE,
        "mine": [_mine(promise, view) for promise in view.mine],
        "mine_empty": "" if view.mine else NO_PROMISE,
        "others_title": OTHERS,
        "others": [_asked(promise) for promise in view.others],
        "others_empty": "" if view.others else NOBODY_ASKS,
        "back": {"to": "cohort", "text": "Your cohort", "note": ""},
    }


def _mine(promise: WitnessedPromise, view: WitnessView) -> MyPromise:
    known = promise.state and promise.name
    return {
        "words": promise.words,
        "day": _by(promise),
        "witness": STATES[promise.state].format(name=promise.name) if promise.state and known else "",
        "form": _ask(promise, view) if view.people and promise.state != "accepted" else None,
    }


def _ask(promise: WitnessedPromise, view: WitnessView) -> FormProps:
    people = plain_options((each.person, each.name) for each in view.people)
    asked = select("person", "Whom do you ask to be your witness?", "Choose somebody", people)
    fixed = {"commitment": promise.commitment}
    return form(AskWitness, f"witness/{promise.commitment}", [asked], submit="Ask", fixed=fixed)


def _asked(promise: WitnessedPromise) -> AskedPromise:
    accepted = promise.state == "accepted"
    return {
        "author": promise.author,
        "commitment": promise.commitment,
        "name": promise.name,
        "words": promise.words,
        "day": _by(promise),
        "accept": "" if accepted else "I will be the witness",
        "decline": "No longer be the witness" if accepted else "Decline",
    }


def _by(promise: WitnessedPromise) -> str:
    return f"By {day(promise.by.isoformat())}" if promise.by else "No day set"


PAGE = replace(
    single("witness", Witnessing, Command, WitnessView, props),
    parse=Takes("witness", (LookAgain, AskWitness, AnswerWitness)),
)
