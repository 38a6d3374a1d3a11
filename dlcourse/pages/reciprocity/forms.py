"""The forms of the ledger: write an expectation down, and whatever is possible with one as it stands."""

from collections.abc import Sequence
from typing import TypedDict

from dlcourse.domain.reciprocity.expectation import OPEN
from dlcourse.domain.reciprocity.ledger import ExpectationCard, PartnerCard
from dlcourse.domain.reciprocity.messages import (
    LONGEST,
    ROLE,
    AnswerExpectation,
    AskExpectation,
    CloseExpectation,
    OfferCapacity,
    TellUpward,
)
from dlcourse.pages.fields import (
    ChoiceField,
    DayField,
    FormOption,
    TextField,
    choice,
    coming_day,
    options,
    plain_options,
    required_line,
    required_text,
    select,
    text,
)
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.reciprocity import words

SLOT = "reciprocity/"
"""How the slots of all forms of the ledger begin."""


class StepForm(TypedDict):
    """A form that opens under its title; ``said`` is told once it was sent, ``next`` whether it is what comes next."""

    title: str
    note: str
    said: str
    next: bool
    form: FormProps


def alone_form(*, begins: bool) -> StepForm:
    """The form for an expectation of which one writes both sides; ``begins`` if nothing is written down yet."""
    asked = form(AskExpectation, f"{SLOT}alone", [_sides(), *_asked()], fresh="expectation", submit=words.ASK)
    return _step(words.WRITE_ALONE, words.ALONE, words.SAVED, asked, is_next=begins)


def together_form(people: Sequence[PartnerCard], *, begins: bool) -> StepForm:
    """The form for an expectation between oneself and somebody in one's cohort."""
    who = select("person", words.WHO, words.CHOOSE_WHO, plain_options((each.person, each.name) for each in people))
    asked = form(AskExpectation, f"{SLOT}together", [who, _sides(), *_asked()], fresh="expectation", submit=words.ASK)
    return _step(words.WRITE_TOGETHER, words.TOGETHER_NOTE, words.SAVED, asked, is_next=begins)


def _sides() -> ChoiceField:
    return choice("side", words.WHICH_SIDE, options({"asker": words.I_ASK, "other": words.I_AM_ASKED}.items()))


def step_forms(card: ExpectationCard) -> list[StepForm]:
    """What the viewer can do with an expectation now, in the order in which it is done.

    If nobody is on the other side any more, all that is left is to close what they have told something about.
    """
    closes = "asker" in card.acts and card.stage == "in-force" and card.told
    if card.partner_left:
        return [_close(card)] if closes else []
    found = list[StepForm]()
    if "asker" in card.acts and card.stage in OPEN:
        found.append(_offer(card))
    if "other" in card.acts and card.stage in {"asked", "offered"}:
        found.append(_answer(card))
    if "other" in card.acts and card.stage == "in-force":
        found.append(_tell(card))
    if closes:
        found.append(_close(card))
    return found


def _asked() -> list[TextField]:
    return [
        required_line("role", words.MY_ROLE, ROLE),
        required_line("whom", words.THEIR_ROLE, ROLE),
        required_text("what", words.WHAT_ASK, LONGEST, words.WHAT_HINT),
    ]


def _offer(card: ExpectationCard) -> StepForm:
    fields: list[TextField | DayField] = [
        required_text("what", words.WHAT_ASK, LONGEST, value=card.what),
        text("time", words.TIME_ASK, LONGEST, value=card.capacity.get("time", "")),
        text("training", words.TRAINING_ASK, LONGEST, value=card.capacity.get("training", "")),
        text("example", words.EXAMPLE_ASK, LONGEST, value=card.capacity.get("example", "")),
        {**coming_day("on", words.ON_ASK, value=card.on.isoformat() if card.on else ""), "required": True},
    ]
    offered = form(OfferCapacity, _slot(card, "offer"), fields, fixed=_fixed(card), submit=words.OFFER_IT)
    title = words.OFFER_AGAIN if card.given else words.OFFER
    return _step(title, words.OFFER_NOTE, words.OFFERED, offered, is_next=card.stage != "offered")


def _answer(card: ExpectationCard) -> StepForm:
    ways: list[FormOption] = [
        {"value": answer, "html": name, "about": about}
        for answer, (name, about) in words.CHOICES.items()
        if answer != "accepted" or card.given
    ]
    title = words.ANSWER_ALONE if card.alone and "asker" in card.acts else words.ANSWER
    answered = form(
        AnswerExpectation,
        _slot(card, f"answer/{card.length}"),
        [choice("answer", title, ways), text("words", words.ANSWER_WORDS, LONGEST)],
        fixed={**_fixed(card), "after": card.length},
        submit=words.ANSWER_IT,
    )
    mine = "asker" not in card.acts
    return _step(title, "", words.ANSWERED, answered, is_next=mine or card.stage == "offered")


def _tell(card: ExpectationCard) -> StepForm:
    told = form(
        TellUpward,
        _slot(card, "tell"),
        [
            text("helped", words.HELPED_ASK, LONGEST, value=card.helped),
            text("missing", words.MISSING_ASK, LONGEST, value=card.missing),
        ],
        fixed=_fixed(card),
        submit=words.TELL_IT,
    )
    title = words.TELL_ALONE if card.alone else words.TELL
    return _step(title, words.TELL_NOTE, words.TOLD, told, is_next=not card.told)


def _close(card: ExpectationCard) -> StepForm:
    closed = form(
        CloseExpectation,
        _slot(card, "close"),
        [
            choice("outcome", words.OUTCOME_ASK, options(words.OUTCOMES.items())),
            required_text("learned", words.LEARNED_ASK, LONGEST),
        ],
        fixed=_fixed(card),
        submit=words.CLOSE,
    )
    return _step(words.CLOSE, words.CLOSE_NOTE, words.CLOSED, closed)


def _step(title: str, note: str, said: str, asked: FormProps, *, is_next: bool = True) -> StepForm:
    return {"title": title, "note": note, "said": said, "next": is_next, "form": asked}


def _fixed(card: ExpectationCard) -> dict[str, str]:
    return {"expectation": card.expectation}


def _slot(card: ExpectationCard, step: str) -> str:
    return f"{SLOT}{card.expectation}/{step}"
