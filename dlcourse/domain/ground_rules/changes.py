"""What may be said about ground rules, and what happens then.

No rule without an aim, and no adopted rule without a day of review and something that would make us change it.
In a cohort, a rule is adopted once two people consent to its words and nobody dissents.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dlcourse.domain.ground_rules.messages import (
    AIM,
    AdoptRule,
    AimWritten,
    AnswerRule,
    DiscussRule,
    DropRule,
    EditRule,
    ProposeRule,
    ReviewRule,
    RuleAdopted,
    RuleAnswered,
    RuleDiscussed,
    RuleDropped,
    RuleEdited,
    RuleProposed,
    RuleReviewed,
    RulesCommand,
    RuleText,
    SetTextAside,
    Stance,
    TextSetAside,
    WriteAim,
)
from dlcourse.domain.ground_rules.record import GroundRule, RulesRecord, record_after
from dlcourse.domain.registers.happenings import Happening
from dlcourse.domain.registers.versioned_text import check_rival, check_writing
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError

WHERE = "ground rules"
ENOUGH = 2
"""How many people of a cohort must consent to a rule before it is adopted."""


@dataclass(frozen=True)
class Setting:
    """The day on which something is said, and the people of the cohort; nobody for somebody who is in none."""

    today: date
    people: frozenset[str] = frozenset()


def decide(command: RulesCommand, record: RulesRecord, setting: Setting) -> Event:
    """The event that the command leads to, or a `CourseError`."""
    match command:
        case WriteAim():
            return _write_aim(command, record)
        case ProposeRule():
            return _propose(command, record)
        case SetTextAside(item=item, rival=rival):
            check_rival(record.aim if item == AIM else rule_of(record, item).text, rival, WHERE)
            return TextSetAside(item=item, rival=rival)
        case EditRule():
            return _edit(command, rule_of(record, command.rule))
        case AdoptRule():
            return _adopt(command, rule_of(record, command.rule), setting)
        case ReviewRule():
            return _review(command, rule_of(record, command.rule), setting)
        case AnswerRule():
            return _answer(command, rule_of(record, command.rule))
        case DiscussRule() | DropRule():
            return _say(command, rule_of(record, command.rule))
        case _:
            raise CourseError(WHERE, "nobody here can do that", "Reload the page.")


def rule_of(record: RulesRecord, rule: str) -> GroundRule:
    """The rule with this id; `CourseError` if there is none."""
    if rule not in record.rules:
        raise CourseError(WHERE, "there is no such rule", "Reload the page.")
    return record.rules[rule]


def why_not_adopted(rule: GroundRule, setting: Setting) -> str:
    """What keeps a rule from being adopted, in one sentence; empty if nothing does."""
    if rule.text.rivals:
        return "Two texts of it were written at the same time, and nobody has decided between them."
    if not setting.people:
        return ""
    stances = list(stances_now(rule, setting).values())
    if "dissent" in stances:
        return "Somebody dissents. Change the rule, or talk with them until they can consent."
    if stances.count("consent") < ENOUGH:
        return "At least two of you have to consent to it first."
    return ""


def stances_now(rule: GroundRule, setting: Setting) -> dict[str, Stance]:
    """How the people of the cohort answered to the words that the rule has now, by person."""
    now = {by: each.event for by, each in rule.answers.items() if by in setting.people and rule.current(each)}
    return {by: event.stance for by, event in now.items() if isinstance(event, RuleAnswered)}


def check_adoptions(happened: Iterable[Happening]) -> None:
    """Raise a `CourseError` if a rule of a cohort was adopted without the consent of enough people to its words."""
    record = RulesRecord()
    for each in happened:
        if isinstance(each.event, RuleAdopted) and each.event.rule in record.rules:
            rule = record.rules[each.event.rule]
            everybody = Setting(each.event.review, frozenset(rule.answers))
            if list(stances_now(rule, everybody).values()).count("consent") < ENOUGH:
                raise CourseError(WHERE, "a rule was adopted without consent", "Take the file as it was written.")
        record = record_after(record, each)


def _write_aim(command: WriteAim, record: RulesRecord) -> AimWritten:
    _need(command.aim, "the aim is empty", "Write it in one sentence.")
    check_writing(record.aim, command.after, command.settles, WHERE)
    return AimWritten(words=command.id, after=command.after, settles=command.settles)


def _propose(command: ProposeRule, record: RulesRecord) -> RuleProposed:
    if not record.aim.newest:
        raise CourseError(WHERE, "there is no aim yet", "Write the aim first; a rule is for something.")
    if command.rule in record.rules or command.rule == AIM:
        raise CourseError(WHERE, "there is a rule with this id already", "Reload the page, then propose it again.")
    _need_text(command)
    return RuleProposed(rule=command.rule, words=command.id)


def _edit(command: EditRule, rule: GroundRule) -> RuleEdited:
    _refuse_dropped(rule)
    _need_text(command)
    check_writing(rule.text, command.after, command.settles, WHERE)
    return RuleEdited(rule=rule.id, words=command.id, after=command.after, settles=command.settles)


def _answer(command: AnswerRule, rule: GroundRule) -> RuleAnswered:
    _refuse_dropped(rule)
    _same_words(command.version, rule)
    if command.stance == "dissent":
        _need(command.words, "a dissent needs a reason", "Say what would have to be different.")
    return RuleAnswered(rule=rule.id, version=command.version, stance=command.stance, words=command.id)


def _adopt(command: AdoptRule, rule: GroundRule, setting: Setting) -> RuleAdopted:
    _refuse_dropped(rule)
    _same_words(command.version, rule)
    if rule.status == "adopted":
        raise CourseError(WHERE, "this rule is adopted already", "Review it, or change its words.")
    if why := why_not_adopted(rule, setting):
        raise CourseError(WHERE, "this rule cannot be adopted yet", why)
    _ahead(command.review, setting)
    return RuleAdopted(rule=rule.id, version=command.version, review=command.review)


def _review(command: ReviewRule, rule: GroundRule, setting: Setting) -> RuleReviewed:
    if rule.status != "adopted":
        raise CourseError(WHERE, "only an adopted rule is reviewed", "Adopt it first, with a day of review.")
    _need(command.words, "nothing is said about what you saw", "Say in a sentence what the rule has changed.")
    _ahead(command.review, setting)
    return RuleReviewed(rule=rule.id, review=command.review, words=command.id)


def _say(command: DiscussRule | DropRule, rule: GroundRule) -> RuleDiscussed | RuleDropped:
    if isinstance(command, DiscussRule):
        _need(command.words, "there are no words in it", "Write a sentence, then save it.")
        return RuleDiscussed(rule=rule.id, words=command.id)
    _refuse_dropped(rule)
    _need(command.words, "dropping a rule needs a reason", "Say in a sentence why you drop it.")
    return RuleDropped(rule=rule.id, words=command.id)


def _refuse_dropped(rule: GroundRule) -> None:
    if rule.status == "dropped":
        raise CourseError(WHERE, "this rule was dropped", "Propose it again as a new one.")


def _same_words(version: int, rule: GroundRule) -> None:
    if version != rule.text.head:
        raise CourseError(WHERE, "its words have changed since you read them", "Read the newest text, then answer.")


def _ahead(review: date, setting: Setting) -> None:
    if review <= setting.today:
        raise CourseError(WHERE, "the day of review is not ahead", "Choose a later day.")


def _need_text(command: RuleText) -> None:
    _need(command.words, "the rule is empty", "Write what you will do differently.")
    _need(command.change, "nothing is said about what would make you change it", "Say what you would have to see.")


def _need(words: str, what: str, remedy: str) -> None:
    if not words.strip():
        raise CourseError(WHERE, what, remedy)
