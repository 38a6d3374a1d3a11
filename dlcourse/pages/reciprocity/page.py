"""The page of the reciprocity ledger: what is asked and given, the balance of roles, and one page for a meeting."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypedDict

from dlcourse.domain.reciprocity.expectation import GOING_ON, OPEN
from dlcourse.domain.reciprocity.ledger import ExpectationCard, LedgerView, PairBalance
from dlcourse.domain.reciprocity.messages import Ledger, ReciprocityCommand, TakeLedger
from dlcourse.pages.props import NamedText, TextTable
from dlcourse.pages.reciprocity import words
from dlcourse.pages.reciprocity.document import asks, balance_rows, given, ledger_document, stage_name
from dlcourse.pages.reciprocity.forms import SLOT, StepForm, alone_form, step_forms, together_form
from dlcourse.pages.registers.page import RegisterProps, RegisterState, register_page, register_props
from dlcourse.pages.registers.paper import PaperProps, dated_paper, paper
from dlcourse.pages.words import day


class WithdrawMessage(TypedDict):
    """The command that takes an expectation back."""

    say: Literal["WithdrawExpectation"]
    expectation: str


class WithdrawProps(TypedDict):
    """The button that takes an expectation back."""

    text: str
    message: WithdrawMessage


class ExpectationProps(TypedDict):
    """An expectation: who asks whom, where it stands, what was said so far, and what can be done now.

    ``bare`` is true while nothing is given for it. ``waits`` says what it waits for, or is empty. One that is ``over``
    is folded. The focus goes to the one that is the ``goal`` when the viewer has changed something.
    """

    id: str
    title: str
    mark: str
    bare: bool
    over: bool
    goal: bool
    lines: list[NamedText]
    waits: str
    steps: list[StepForm]
    withdraw: WithdrawProps | None


class LedgerBalanceProps(TypedDict):
    """Asking and giving in sentences, and as a table."""

    title: str
    sentences: list[str]
    table: TextTable


class LedgerContents(TypedDict):
    """The page. ``slots`` are those of all forms, of which one is open at a time; ``first`` is open at the start.

    ``together`` is None for somebody who is alone. ``balance`` and ``paper`` are None until something is written down.
    """

    title: str
    lead: str
    private: str
    trouble: str
    slots: list[str]
    first: str
    empty: str
    cards: list[ExpectationProps]
    together: StepForm | None
    alone: StepForm
    balance: LedgerBalanceProps | None
    paper_title: str
    paper: PaperProps | None


class ReciprocityProps(RegisterProps):
    """What the page draws; nothing of its own until the ledger was loaded. ``heading`` changes with the goal."""

    heading: str
    view: LedgerContents | None


def props(state: RegisterState[LedgerView]) -> ReciprocityProps:
    """What the page draws."""
    frame, view = register_props("reciprocity", state), state.view
    if view is None:
        return {**frame, "heading": "", "view": None}
    goal = _goal(view)
    return {**frame, "heading": f"{goal.expectation} {goal.length}" if goal else "", "view": _contents(view)}


def _goal(view: LedgerView) -> ExpectationCard | None:
    """What only the viewer can have changed, and changed last."""
    alone = [card for card in view.cards if card.alone or card.length == 1]
    return max(alone, key=lambda card: card.at, default=None)


def _contents(view: LedgerView) -> LedgerContents:
    goal = _goal(view)
    cards = [_card(card, card is goal) for card in view.cards]
    begins = not view.cards
    together = together_form(view.people, begins=begins) if view.people else None
    alone = alone_form(begins=begins)
    forms = [*(step for card in cards for step in card["steps"]), *([together] if together else []), alone]
    return {
        "title": words.TITLE,
        "lead": words.LEAD,
        "private": words.PRIVATE if view.people else "",
        "trouble": words.DAMAGED.of(view.unreadable) if view.unreadable else "",
        "slots": [each["form"]["slot"] for each in forms],
        "first": next((each["form"]["slot"] for each in forms if each["next"]), ""),
        "empty": "" if cards else words.NONE_YET,
        "cards": cards,
        "together": together,
        "alone": alone,
        "balance": _balance(view) if view.balance else None,
        "paper_title": words.PAPER_TITLE,
        "paper": _paper(view) if cards else None,
    }


def _card(card: ExpectationCard, goal: bool) -> ExpectationProps:  # noqa: FBT001 (part of what is drawn)
    ends = card.stage in GOING_ON if card.partner_left else card.stage in OPEN and "asker" in card.acts
    return {
        "id": card.expectation,
        "title": asks(card),
        "mark": stage_name(card),
        "bare": card.without_capacity,
        "over": card.over,
        "goal": goal,
        "lines": [{"name": name, "text": said} for name, said in _lines(card) if said],
        "waits": _waits(card),
        "steps": step_forms(card),
        "withdraw": _withdraw(card) if ends else None,
    }


def _waits(card: ExpectationCard) -> str:
    """What keeps it from going on, if anything does."""
    if card.partner_left and card.stage in GOING_ON:
        return words.PARTNER_LEFT
    return words.CLOSE_WAITS if card.stage == "in-force" and "asker" in card.acts and not card.told else ""


def _lines(card: ExpectationCard) -> Sequence[tuple[str, str]]:
    """What was said so far, each part under its name; a part without words is left out by whoever asks."""
    return [
        (words.WHAT, card.what),
        (words.GIVEN, "\n".join(given(card)) or words.NOTHING_GIVEN),
        (words.LOOK_ON, day(card.on.isoformat()) if card.on else ""),
        *((words.ANSWERS[each.answer], each.words) for each in card.answers),
        (words.HELPED, card.helped),
        (words.MISSING, card.missing),
        (words.CAME_OF_IT, words.OUTCOMES[card.outcome] if card.outcome else ""),
        (words.LEARNED, card.learned),
    ]


def _withdraw(card: ExpectationCard) -> WithdrawProps:
    text = words.END_IT if card.partner_left else words.WITHDRAW
    return {"text": text, "message": {"say": "WithdrawExpectation", "expectation": card.expectation}}


def _balance(view: LedgerView) -> LedgerBalanceProps:
    rows = balance_rows(view.balance)
    return {
        "title": words.BALANCE,
        "sentences": _sentences(view),
        "table": {
            "title": words.BALANCE_TABLE,
            "columns": words.BALANCE_COLUMNS,
            "rows": [list(row) for row in rows],
        },
    }


def _sentences(view: LedgerView) -> list[str]:
    """Who asks and gives nothing, and who is only ever asked."""
    bare: dict[str, int] = {}
    for card in view.cards:
        if card.without_capacity:
            bare[card.asker] = bare.get(card.asker, 0) + 1
    said = [words.WITHOUT.of(count, role=role) for role, count in bare.items()]
    said += [sentence for pair in view.balance for sentence in _one_way(pair)]
    return said or [words.ALL_BACKED]


def _one_way(pair: PairBalance) -> list[str]:
    if pair.one == pair.other or all(pair.asked):
        return []
    one, other = (pair.one, pair.other) if pair.asked[0] else (pair.other, pair.one)
    return [words.ONE_WAY.format(one=one, other=other)]


def _paper(view: LedgerView) -> PaperProps:
    document = ledger_document(view)
    return dated_paper(document) if any(card.stage == "in-force" for card in view.cards) else paper(document)


PAGE = replace(register_page("reciprocity", Ledger, ReciprocityCommand, LedgerView, TakeLedger, props), drafts=(SLOT,))
