"""The page of ground rules: the aim, the rules, what can be done with each, the printed page, and what happened."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypedDict

from dlcourse.domain.ground_rules.messages import (
    AIM,
    WORDS,
    GroundRules,
    ProposeRule,
    RulesCommand,
    TakeRules,
    WriteAim,
)
from dlcourse.domain.ground_rules.views import GroundRulesView
from dlcourse.domain.registers.versioned_text import VersionedView
from dlcourse.pages.fields import required_text, text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.ground_rules import words
from dlcourse.pages.ground_rules.document import rules_document
from dlcourse.pages.ground_rules.rule_card import SLOT, RuleProps, aside_form, rule_props
from dlcourse.pages.props import LinkProps, NamedText
from dlcourse.pages.registers.history import RegisterHistory, RegisterPast, history, past
from dlcourse.pages.registers.page import ONLY_READ, RegisterProps, RegisterState, register_page, register_props
from dlcourse.pages.registers.paper import PaperProps, dated_paper
from dlcourse.pages.registers.room import OPEN
from dlcourse.pages.registers.versioned_text import VersionedProps, named_answers, versioned_props
from dlcourse.pages.words import DAMAGED


class AimProps(TypedDict):
    """The aim: what is written, or ``empty`` if nothing is; ``open`` if its form is open from the start."""

    title: str
    empty: str
    lines: list[NamedText]
    opens: str
    open: bool
    text: VersionedProps


class GroundRulesContents(TypedDict):
    """Everything on the page. ``past`` is None for the rules as they are; ``fixed`` if they cannot be changed.

    ``room`` leads to the page for a screen.
    """

    title: str
    who: str
    damaged: str
    past: RegisterPast | None
    fixed: bool
    room: LinkProps | None
    aim: AimProps
    rules_title: str
    rules_note: str
    rules: list[RuleProps]
    propose: FormProps | None
    propose_title: str
    paper_title: str
    paper: PaperProps
    history: RegisterHistory


class GroundRulesProps(RegisterProps):
    """What the page draws; nothing of its own until the rules were seen."""

    view: GroundRulesContents | None


def props(state: RegisterState[GroundRulesView]) -> GroundRulesProps:
    """What the page draws."""
    return {**register_props("ground-rules", state), "view": contents(state.view) if state.view else None}


def contents(view: GroundRulesView) -> GroundRulesContents:
    """The register as it is drawn."""
    there = bool(view.aim.newest)
    return {
        "title": words.TITLE,
        "who": ONLY_READ if view.only_read else words.TOGETHER if view.together else words.ALONE,
        "damaged": DAMAGED if view.damaged else "",
        "past": past(view.step, len(view.steps), words.HISTORY),
        "fixed": view.only_read or bool(view.step),
        "room": {"to": "ground-rules/room", "text": OPEN, "note": ""} if view.together else None,
        "aim": _aim(view.aim),
        "rules_title": words.RULES,
        "rules_note": "" if view.rules else words.NO_RULES if there else words.RULES_LATER,
        "rules": [rule_props(rule, together=view.together) for rule in view.rules],
        "propose": _propose() if there else None,
        "propose_title": words.PROPOSE,
        "paper_title": words.PAPER,
        "paper": dated_paper(rules_document(view)),
        "history": history(view.steps, words.HISTORY),
    }


def _aim(aim: VersionedView) -> AimProps:
    there = aim.newest is not None
    return {
        "title": words.AIM,
        "empty": "" if there else words.NO_AIM,
        "lines": named_answers(aim.newest.answers, words.AIM_LABELS) if aim.newest else [],
        "opens": words.CHANGE_AIM if there else words.WRITE_AIM,
        "open": not there,
        "text": versioned_props(aim, words.AIM_LABELS, _write_aim, lambda rival: aside_form(AIM, rival)),
    }


def _write_aim(after: int, settles: int, answers: Mapping[str, str]) -> FormProps:
    return form(
        WriteAim,
        f"{SLOT}{AIM}/{after}/{settles}",
        [
            required_text("aim", words.AIM_ASK, WORDS, words.AIM_HINT, answers.get("aim", "")),
            text("notice", words.NOTICE_ASK, WORDS, words.NOTICE_HINT, answers.get("notice", "")),
        ],
        fixed={"after": after, "settles": settles},
        submit=words.SAVE_CHOSEN if settles else words.SAVE_CHANGES if after else words.SAVE,
    )


def _propose() -> FormProps:
    return form(
        ProposeRule,
        f"{SLOT}propose",
        [
            required_text("words", words.RULE_ASK, WORDS, words.RULE_HINT),
            required_text("change", words.CHANGE_ASK, WORDS, words.CHANGE_HINT),
        ],
        fresh="rule",
        submit=words.PROPOSE,
    )


PAGE = replace(
    register_page("ground-rules", GroundRules, RulesCommand, GroundRulesView, TakeRules, props), drafts=(SLOT,)
)
