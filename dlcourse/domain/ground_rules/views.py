"""What a person sees of ground rules: the aim, each rule with what was said about it, and everything that happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dlcourse.domain.ground_rules.changes import Setting, stances_now, why_not_adopted
from dlcourse.domain.ground_rules.messages import (
    RuleAdopted,
    RuleAnswered,
    RuleDropped,
    RuleReviewed,
    RuleStatus,
)
from dlcourse.domain.ground_rules.record import GroundRule, RulesRecord
from dlcourse.domain.registers.happenings import Happening, register_steps
from dlcourse.domain.registers.streams import RegisterStep, RegisterView
from dlcourse.domain.registers.versioned_text import VersionedView, versioned_view
from dlcourse.domain.speech import Value

SaidKind = Literal["consent", "dissent", "said", "adopted", "reviewed", "dropped"]


class RuleSaid(Value):
    """Something that was said about a rule: its kind, by whom, when (ISO 8601), and in which words.

    ``mine`` if the viewer said it; an answer is ``current`` if the words of the rule are still the same. It ``counts``
    if it is also the newest of somebody who is still in the cohort.
    """

    kind: SaidKind
    by: str
    at: str
    words: str = ""
    mine: bool = False
    current: bool = True
    counts: bool = False


class RuleCard(Value):
    """A rule: its text and where it stands; ``hindrance`` says what keeps it from being adopted, or is empty.

    ``overdue`` if its day of review has come. ``consents`` and ``dissents`` are how many people of the cohort answered
    so to its present words. ``authors`` are the names of those who wrote its words.
    """

    id: str
    text: VersionedView
    status: RuleStatus
    review: date | None
    overdue: bool
    hindrance: str
    consents: int
    dissents: int
    authors: tuple[str, ...]
    said: tuple[RuleSaid, ...]

    @property
    def words(self) -> str:
        """The rule in its newest words."""
        return self.text.answer("rule")


class GroundRulesView(RegisterView):
    """The register as it is, or as it was after ``step`` events (0 for now).

    ``together`` if it belongs to a cohort, in which so many ``people`` can answer; ``only_read`` if the viewer can
    change nothing in it. ``steps`` are all events, the newest first.
    """

    together: bool
    people: int = 0
    only_read: bool = False
    aim: VersionedView
    rules: tuple[RuleCard, ...]
    step: int
    steps: tuple[RegisterStep, ...]
    changed: str
    today: date
    damaged: int = 0

    def of_status(self, *statuses: RuleStatus) -> tuple[RuleCard, ...]:
        """The rules that stand so."""
        return tuple(rule for rule in self.rules if rule.status in statuses)


@dataclass(frozen=True)
class Known:
    """What is known besides the events: the words by their ids, the names of people, who looks, and the setting."""

    texts: Mapping[str, str]
    names: Mapping[str, str]
    viewer: str
    setting: Setting


def ground_rules_view(
    record: RulesRecord, known: Known, topic: str, step: int = 0, steps: tuple[Happening, ...] = ()
) -> GroundRulesView:
    """The register after its first ``step`` events, if that is not 0; ``steps`` is everything that ever happened."""
    return GroundRulesView(
        topic=topic,
        together=bool(known.names),
        people=len(known.setting.people),
        aim=versioned_view(record.aim, known.texts, known.names),
        rules=tuple(_card(rule, known) for rule in record.rules.values()),
        step=step,
        steps=register_steps(steps, known.names),
        changed=record.changed,
        today=known.setting.today,
        damaged=record.damaged,
    )


def _card(rule: GroundRule, known: Known) -> RuleCard:
    authors = dict.fromkeys(known.names.get(version.by, "") for version in rule.text.versions)
    stances = stances_now(rule, known.setting)
    answers = list(stances.values())
    return RuleCard(
        id=rule.id,
        text=versioned_view(rule.text, known.texts, known.names),
        status=rule.status,
        review=rule.review,
        overdue=rule.review is not None and rule.review <= known.setting.today,
        hindrance=why_not_adopted(rule, known.setting),
        consents=answers.count("consent"),
        dissents=answers.count("dissent"),
        authors=tuple(filter(None, authors)),
        said=tuple(_said(each, rule, known, there=each.by in stances) for each in rule.talk),
    )


def _said(each: Happening, rule: GroundRule, known: Known, *, there: bool) -> RuleSaid:
    event = each.event
    newest = rule.answers.get(each.by) == each
    return RuleSaid(
        kind=_kind(each),
        by=known.names.get(each.by, ""),
        at=each.at,
        words=known.texts.get(each.words, ""),
        mine=each.by == known.viewer,
        current=not isinstance(event, RuleAnswered) or (rule.current(each) and newest),
        counts=there and newest and rule.current(each),
    )


def _kind(each: Happening) -> SaidKind:
    match each.event:
        case RuleAnswered(stance=stance):
            return stance
        case RuleAdopted():
            return "adopted"
        case RuleReviewed():
            return "reviewed"
        case RuleDropped():
            return "dropped"
        case _:
            return "said"
