"""The page of the trials: what they begin from, each with what can be done now, and one page for a meeting."""

from dataclasses import replace
from typing import Literal, TypedDict

from dlcourse.domain.trial.bench_view import BenchView, TrialCard
from dlcourse.domain.trial.messages import Bench, TakeTrials, TrialCommand
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.props import NamedText
from dlcourse.pages.registers.page import RegisterProps, RegisterState, register_page, register_props
from dlcourse.pages.registers.paper import PaperProps, dated_paper, paper
from dlcourse.pages.trial import words
from dlcourse.pages.trial.document import plan_rows, result_rows, trials_document
from dlcourse.pages.trial.forms import SLOT, TrialStep, new_form, step_forms


class TrialMessage(TypedDict):
    """A command about a trial that needs nothing else."""

    say: Literal["StartTrial", "DiscardTrial"]
    trial: str


class TrialButton(TypedDict):
    """A button with what it means; the ``main`` one is what comes next."""

    text: str
    note: str
    main: bool
    message: TrialMessage


class TrialProps(TypedDict):
    """A trial: where it stands, what was written, what can be done now, and its chart once something was measured.

    ``alarm`` says that it was stopped, or is empty. ``note`` says who watches it or whose it is, ``waits`` why it
    cannot begin. A trial that is ``over`` is folded. The focus goes to the one that is the ``goal`` when it has come to
    another stage.
    """

    id: str
    title: str
    mark: str
    alarm: str
    note: str
    plan_title: str
    plan: list[NamedText]
    results: list[NamedText]
    chart: ChartProps | None
    waits: str
    buttons: list[TrialButton]
    steps: list[TrialStep]
    over: bool
    goal: bool


class BenchContents(TypedDict):
    """The page. ``slots`` are those of all forms, of which one is open at a time; ``first`` is open at the start."""

    title: str
    lead: str
    private: str
    problem_title: str
    problem: str
    unnamed: str
    trouble: str
    slots: list[str]
    first: str
    cards: list[TrialProps]
    new: TrialStep
    paper_title: str
    paper: PaperProps | None


class TrialsProps(RegisterProps):
    """What the page draws; nothing of its own until the trials were loaded. ``heading`` changes with the goal."""

    heading: str
    view: BenchContents | None


def props(state: RegisterState[BenchView]) -> TrialsProps:
    """What the page draws."""
    frame, view = register_props("trials", state), state.view
    if view is None:
        return {**frame, "heading": "", "view": None}
    goal = _goal(view)
    return {**frame, "heading": f"{goal.trial} {goal.stage}" if goal else "", "view": _contents(view)}


def _goal(view: BenchView) -> TrialCard | None:
    """The viewer's own trial that has changed last."""
    mine = [card for card in view.cards if card.mine and card.stage != "discarded"]
    return max(mine, key=lambda card: card.at, default=None)


def _contents(view: BenchView) -> BenchContents:
    shown = [card for card in view.cards if card.stage != "discarded"]
    mine = any(card.mine for card in shown)
    cards, new = [_card(card, view) for card in shown], new_form(begins=not mine)
    forms = [*(step for card in cards for step in card["steps"]), new]
    return {
        "title": words.TITLE,
        "lead": words.LEAD,
        "private": words.PRIVATE if view.people else "",
        "problem_title": words.PROBLEM,
        "problem": view.problem,
        "unnamed": "" if view.problem else words.UNNAMED,
        "trouble": words.DAMAGED.of(view.unreadable) if view.unreadable else "",
        "slots": [each["form"]["slot"] for each in forms],
        "first": next((each["form"]["slot"] for each in forms if each["next"]), ""),
        "cards": cards,
        "new": new,
        "paper_title": words.PAPER_TITLE,
        "paper": _paper(view) if mine else None,
    }


def _card(card: TrialCard, view: BenchView) -> TrialProps:
    alarm = words.BREACHED if card.breached else words.BY_RULE if card.by_rule else ""
    waits = _waits(view) if card.mine and card.stage == "planned" else ""
    return {
        "id": card.trial,
        "title": card.plan["test"] or words.PAPER_TABLE,
        "mark": words.STAGES[card.stage],
        "alarm": f"{alarm} {card.why}".strip(),
        "note": _note(card),
        "plan_title": words.PLAN_TITLE,
        "plan": [{"name": name, "text": said} for name, said in plan_rows(card) if said],
        "results": [{"name": name, "text": said} for name, said in _results(card) if said],
        "chart": drawn(card.chart) if card.chart else None,
        "waits": words.WAITS.format(why=waits) if waits else "",
        "buttons": _buttons(card, waits),
        "steps": step_forms(card, view.people),
        "over": card.stage == "ended",
        "goal": card is _goal(view),
    }


def _results(card: TrialCard) -> list[tuple[str, str]]:
    """What was measured and what it taught, and how that compares with what was expected."""
    found = [row for row in result_rows(card) if row[0] != words.STAGES["stopped"]]
    if card.stage != "ended":
        return found
    value = max(card.readings, key=lambda each: each.on).value if card.readings else None
    said = words.RESULT.format(expected=card.expected, value=value) if value is not None else words.NO_RESULT
    return [*found, (words.PREDICTION, said)]


def _note(card: TrialCard) -> str:
    if not card.mine:
        return words.OF_SOMEBODY.format(name=card.owner)
    if not card.watcher or card.stage not in {"planned", "running"}:
        return ""
    return words.WATCHER_LEFT if card.watcher_left else words.WATCHED_BY.format(name=card.watcher)


def _waits(view: BenchView) -> str:
    stages = {card.stage for card in view.cards if card.mine}
    return words.ANOTHER_RUNS if "running" in stages else words.NOT_TAUGHT if "stopped" in stages else ""


def _buttons(card: TrialCard, waits: str) -> list[TrialButton]:
    if not card.mine or card.stage != "planned":
        return []
    away = _button("DiscardTrial", card, words.PUT_AWAY)
    start: TrialButton = {**_button("StartTrial", card, words.START), "note": words.START_NOTE, "main": True}
    return [away] if waits else [start, away]


def _button(say: Literal["StartTrial", "DiscardTrial"], card: TrialCard, name: str) -> TrialButton:
    return {"text": name, "note": "", "main": False, "message": {"say": say, "trial": card.trial}}


def _paper(view: BenchView) -> PaperProps:
    document = trials_document(view)
    running = any(card.stage in {"planned", "running"} for card in view.cards if card.mine)
    return dated_paper(document) if running else paper(document)


PAGE = replace(register_page("trials", Bench, TrialCommand, BenchView, TakeTrials, props), drafts=(SLOT,))
