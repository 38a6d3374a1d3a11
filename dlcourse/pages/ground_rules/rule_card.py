"""A rule as it is drawn: its words, where it stands, what was said about it, and what one can do with it."""

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

from dlcourse.domain.ground_rules.messages import (
    WORDS,
    AdoptRule,
    AnswerRule,
    DiscussRule,
    DropRule,
    EditRule,
    ReviewRule,
    RuleCommand,
    SetTextAside,
)
from dlcourse.domain.ground_rules.views import RuleCard, RuleSaid
from dlcourse.pages.fields import Answer, required_day, required_text, text
from dlcourse.pages.form import FormProps, FormWay, form, form_of_ways, way
from dlcourse.pages.ground_rules import words
from dlcourse.pages.registers.versioned_text import KEEP_NEWEST, VersionedProps, versioned_props
from dlcourse.pages.words import day, listed

SLOT = "ground-rules/"
"""How the slots of all forms begin."""


class SaidProps(TypedDict):
    """Something that was said about a rule: what somebody did, when (ISO 8601), and their words."""

    text: str
    at: str
    words: str


class RuleProps(TypedDict):
    """A rule. ``state`` is in words, ``kind`` for how it is marked; ``ways`` is None for a rule that was dropped."""

    id: str
    words: str
    change_label: str
    change: str
    kind: str
    state: str
    note: str
    authors: str
    said_title: str
    said: list[SaidProps]
    ways: FormProps | None
    opens: str
    text: VersionedProps


def rule_props(rule: RuleCard, *, together: bool) -> RuleProps:
    """The rule as it is drawn."""
    return {
        "id": rule.id,
        "words": rule.words or words.GONE,
        "change_label": words.RULE_LABELS["change"],
        "change": rule.text.answer("change"),
        "kind": "overdue" if rule.overdue else rule.status,
        "state": state_of(rule),
        "note": rule.hindrance or words.PROVISIONAL_NOTE if rule.status == "provisional" else "",
        "authors": words.BY.format(people=listed(list(rule.authors))) if rule.authors else "",
        "said_title": words.TALK,
        "said": [_said(each, together=together) for each in rule.said],
        "ways": _ways(rule, together=together),
        "opens": words.CHANGE_RULE,
        "text": _versions(rule),
    }


def state_of(rule: RuleCard) -> str:
    """Where a rule stands, in words, with its day of review."""
    if rule.overdue or rule.review is None:
        return words.OVERDUE if rule.overdue else words.STATUS[rule.status]
    return f"{words.STATUS[rule.status]} {words.UNTIL.format(day=day(rule.review.isoformat()))}"


def _said(said: RuleSaid, *, together: bool) -> SaidProps:
    did = f"{said.by} {words.SAID[said.kind]}" if together else words.SAID_ALONE[said.kind]
    return {"text": did if said.current else f"{did} {words.EARLIER_WORDS}", "at": said.at, "words": said.words}


def _ways(rule: RuleCard, *, together: bool) -> FormProps | None:
    if rule.status == "dropped":
        return None
    ways = [*(_answers(rule) if together else ()), *_next(rule)]
    return form_of_ways(f"{SLOT}{rule.id}", ways, legend=words.WAYS, note="", submit=words.DO_IT, leave="")


def _answers(rule: RuleCard) -> Iterator[FormWay]:
    fixed: dict[str, Any] = {"rule": rule.id, "version": rule.text.count}
    said = text("words", words.WORDS_ASK, WORDS)
    reason = required_text("words", words.REASON_ASK, WORDS)
    yield _way("consent", words.CONSENT, AnswerRule, fixed | {"stance": "consent"}, said)
    yield _way("dissent", words.DISSENT, AnswerRule, fixed | {"stance": "dissent"}, reason)


def _next(rule: RuleCard) -> Iterator[FormWay]:
    here: dict[str, Any] = {"rule": rule.id}
    review = required_day("review", words.REVIEW_ASK)
    if rule.status == "provisional" and not rule.hindrance:
        yield _way("adopt", words.ADOPT, AdoptRule, {**here, "version": rule.text.count}, review)
    if rule.status == "adopted":
        seen = required_text("words", words.SEEN_ASK, WORDS)
        later = required_day("review", words.NEXT_ASK)
        yield _way("review", words.REVIEW, ReviewRule, here, seen, later)
    yield _way("discuss", words.DISCUSS, DiscussRule, here, required_text("words", words.WORDS_ASK, WORDS))
    yield _way("drop", words.DROP, DropRule, here, required_text("words", words.DROP_ASK, WORDS))


def _way(
    key: str, said: tuple[str, str], command: type[RuleCommand], fixed: dict[str, Any], *fields: Answer
) -> FormWay:
    label, hint = said
    return way(key, label, command, fixed, fields, hint=hint)


def _versions(rule: RuleCard) -> VersionedProps:
    return versioned_props(
        rule.text,
        words.RULE_LABELS,
        lambda after, settles, answers: _edit(rule.id, after, settles, answers),
        lambda rival: aside_form(rule.id, rival),
    )


def _edit(rule: str, after: int, settles: int, answers: Mapping[str, str]) -> FormProps:
    return form(
        EditRule,
        f"{SLOT}{rule}/{after}/{settles}",
        [
            required_text("words", words.RULE_ASK, WORDS, value=answers.get("rule", "")),
            required_text("change", words.CHANGE_ASK, WORDS, value=answers.get("change", "")),
        ],
        fixed={"rule": rule, "after": after, "settles": settles},
        submit=words.SAVE_CHOSEN if settles else words.SAVE_CHANGES,
    )


def aside_form(item: str, rival: int) -> FormProps:
    """The form that keeps the newest text of an item and decides against a rival."""
    return form(
        SetTextAside, f"{SLOT}{item}/aside/{rival}", [], fixed={"item": item, "rival": rival}, submit=KEEP_NEWEST
    )
