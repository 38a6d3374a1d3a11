"""What the events of a register of ground rules add up to.

A rule is provisional until it is adopted, and again as soon as its words are changed. Nothing is ever deleted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from dlcourse.domain.ground_rules.messages import (
    AIM,
    AimWritten,
    RuleAdopted,
    RuleAnswered,
    RuleDiscussed,
    RuleDropped,
    RuleEdited,
    RuleProposed,
    RuleReviewed,
    RuleStatus,
    TextSetAside,
)
from dlcourse.domain.registers.happenings import Happening, RegisterRecord
from dlcourse.domain.registers.versioned_text import VersionedText


@dataclass(frozen=True, slots=True)
class GroundRule:
    """A rule: its text and where it stands.

    ``review`` is the day of the next review of an adopted rule. ``answers`` are the newest by person, ``talk`` is
    everything else that was said about it, in order.
    """

    id: str
    text: VersionedText
    status: RuleStatus = "provisional"
    review: date | None = None
    answers: Mapping[str, Happening] = field(default_factory=dict)
    talk: tuple[Happening, ...] = ()

    def current(self, answer: Happening) -> bool:
        """Whether somebody answered to the words that the rule has now."""
        return isinstance(answer.event, RuleAnswered) and answer.event.version == self.text.head


@dataclass(frozen=True, slots=True)
class RulesRecord(RegisterRecord):
    """The aim, the rules by their ids in the order in which they were proposed, and everything that happened."""

    aim: VersionedText = field(default_factory=VersionedText)
    rules: Mapping[str, GroundRule] = field(default_factory=dict)


def rules_record(happened: Iterable[Happening]) -> RulesRecord:
    """The record after these events."""
    record = RulesRecord()
    for each in happened:
        record = record_after(record, each)
    return record


def record_after(record: RulesRecord, each: Happening) -> RulesRecord:
    """The record after one more event."""
    return replace(_after(record, each), happened=(*record.happened, each))


def _after(record: RulesRecord, each: Happening) -> RulesRecord:
    match each.event:
        case AimWritten(after=after, words=words, settles=settles):
            return replace(record, aim=record.aim.write(after, words, each.by, each.at, settles))
        case TextSetAside(item=item, rival=rival) if item == AIM:
            return replace(record, aim=record.aim.set_aside(rival))
        case RuleProposed(rule=rule, words=words):
            proposed = GroundRule(rule, VersionedText().write(0, words, each.by, each.at))
            return _with(record, record.rules.get(rule, proposed))
        case TextSetAside(item=rule) | RuleEdited(rule=rule) | RuleDiscussed(rule=rule) | RuleAnswered(rule=rule):
            return _changed(record, rule, each)
        case RuleAdopted(rule=rule) | RuleReviewed(rule=rule) | RuleDropped(rule=rule):
            return _changed(record, rule, each)
        case _:
            return record


def _changed(record: RulesRecord, rule: str, each: Happening) -> RulesRecord:
    """The record after something happened to a rule; unchanged if its proposal is lost."""
    found = record.rules.get(rule)
    return _with(record, _rule_after(found, each)) if found else record


def _rule_after(rule: GroundRule, each: Happening) -> GroundRule:
    match each.event:
        case RuleEdited(after=after, words=words, settles=settles):
            text = rule.text.write(after, words, each.by, each.at, settles)
            return replace(rule, text=text) if text.head == rule.text.head else _provisional(replace(rule, text=text))
        case TextSetAside(rival=rival):
            return replace(rule, text=rule.text.set_aside(rival))
        case RuleAnswered():
            return replace(rule, answers={**rule.answers, each.by: each}, talk=(*rule.talk, each))
        case RuleAdopted(review=review):
            return replace(rule, status="adopted", review=review, talk=(*rule.talk, each))
        case RuleReviewed(review=review):
            return replace(rule, review=review, talk=(*rule.talk, each))
        case RuleDropped():
            return replace(rule, status="dropped", review=None, talk=(*rule.talk, each))
        case _:
            return replace(rule, talk=(*rule.talk, each))


def _provisional(rule: GroundRule) -> GroundRule:
    return replace(rule, status="provisional", review=None)


def _with(record: RulesRecord, rule: GroundRule) -> RulesRecord:
    return replace(record, rules={**record.rules, rule.id: rule})
