"""Ground rules as a state machine: in whatever order people say things, no rule comes to stand where it may not."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from dlcourse.domain.ground_rules.changes import Setting, decide
from dlcourse.domain.ground_rules.messages import (
    AIM,
    AdoptRule,
    AnswerRule,
    DropRule,
    EditRule,
    ProposeRule,
    ReviewRule,
    RuleAdopted,
    RuleAnswered,
    RulesCommand,
    SetTextAside,
    WriteAim,
)
from dlcourse.domain.ground_rules.record import Happening, RulesRecord, rules_record
from dlcourse.errors import CourseError
from tests.examples import examples

TODAY = date(2026, 11, 28)
PEOPLE = ("ann", "ben", "cleo")
SOMEBODY, NUMBER = st.sampled_from(PEOPLE), st.integers(0, 5)
RULE = st.sampled_from(["rule-one", "rule-two"])
DAY = st.integers(-3, 40).map(lambda days: TODAY + timedelta(days=days))
WORDS = st.sampled_from(["", "We read first.", "We ask the students."])


class RulesMachine(RuleBasedStateMachine):
    """Three people of a cohort say anything about an aim and two rules."""

    def __init__(self) -> None:
        super().__init__()
        self.happened: tuple[Happening, ...] = ()
        self.setting = Setting(TODAY, frozenset(PEOPLE))

    @property
    def record(self) -> RulesRecord:
        """What it adds up to."""
        return rules_record(self.happened)

    def say(self, by: str, make: Callable[[str], RulesCommand]) -> None:
        """Say it, and record what happens, or nothing if it is refused."""
        before = self.record
        try:
            event = decide(make(f"command-{len(self.happened)}"), before, self.setting)
        except CourseError:
            return
        self.happened = (*self.happened, Happening(event, by, f"2026-11-28T10:00:{len(self.happened):02}"))
        if isinstance(event, RuleAdopted):
            self.check_adopted(before, event)

    def check_adopted(self, before: RulesRecord, event: RuleAdopted) -> None:
        """It was adopted in the words that it has, with two who consent to them and nobody who dissents."""
        adopted = before.rules[event.rule]
        now = [each.event for each in adopted.answers.values() if adopted.current(each)]
        stances = [each.stance for each in now if isinstance(each, RuleAnswered)]
        assert stances.count("consent") >= 2
        assert "dissent" not in stances
        assert (event.version, adopted.text.rivals) == (adopted.text.head, ())
        assert event.review > TODAY

    @rule(by=SOMEBODY, after=NUMBER, settles=NUMBER, aim=WORDS)
    def write_aim(self, by: str, after: int, settles: int, aim: str) -> None:
        """Write the aim."""
        self.say(by, lambda name: WriteAim(id=name, after=after, aim=aim, settles=settles))

    @rule(by=SOMEBODY, which=RULE, words=WORDS, change=WORDS)
    def propose(self, by: str, which: str, words: str, change: str) -> None:
        """Propose a rule."""
        self.say(by, lambda name: ProposeRule(id=name, rule=which, words=words, change=change))

    @rule(by=SOMEBODY, which=RULE, after=st.integers(1, 5), settles=NUMBER, words=WORDS)
    def edit(self, by: str, which: str, after: int, settles: int, words: str) -> None:
        """Change a rule, from any version."""
        self.say(
            by, lambda name: EditRule(id=name, rule=which, after=after, settles=settles, words=words, change="No use")
        )

    @rule(by=SOMEBODY, item=st.sampled_from([AIM, "rule-one", "rule-two"]), rival=st.integers(1, 5))
    def aside(self, by: str, item: str, rival: int) -> None:
        """Decide against a text."""
        self.say(by, lambda name: SetTextAside(id=name, item=item, rival=rival))

    @rule(by=SOMEBODY, which=RULE, stance=st.sampled_from(["consent", "consent", "dissent"]), words=WORDS)
    def answer(self, by: str, which: str, stance: str, words: str) -> None:
        """Consent or dissent."""
        found = self.record.rules.get(which)
        version = found.text.head if found else 1
        parts = {"rule": which, "version": version, "stance": stance, "words": words}
        self.say(by, lambda name: AnswerRule.model_validate({"id": name, **parts}))

    @rule(by=SOMEBODY, which=RULE, version=st.integers(1, 5), review=DAY)
    def adopt(self, by: str, which: str, version: int, review: date) -> None:
        """Adopt a rule."""
        self.say(by, lambda name: AdoptRule(id=name, rule=which, version=version, review=review))

    @rule(by=SOMEBODY, which=RULE, review=DAY, words=WORDS)
    def review_rule(self, by: str, which: str, review: date, words: str) -> None:
        """Review a rule."""
        self.say(by, lambda name: ReviewRule(id=name, rule=which, review=review, words=words))

    @rule(by=SOMEBODY, which=RULE, words=WORDS)
    def drop(self, by: str, which: str, words: str) -> None:
        """Drop a rule."""
        self.say(by, lambda name: DropRule(id=name, rule=which, words=words))

    @invariant()
    def adopted_means_a_day_of_review(self) -> None:
        """A rule has a day of review exactly while it is adopted, and no rule is there without an aim."""
        record = self.record
        assert all((each.status == "adopted") == (each.review is not None) for each in record.rules.values())
        assert record.aim.newest or not record.rules

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every text that was ever saved is a version of the aim or of a rule, or was said about one."""
        record = self.record
        texts = [*record.aim.versions, *(one for each in record.rules.values() for one in each.text.versions)]
        said = [getattr(one.event, "words", "") for each in record.rules.values() for one in each.talk]
        assert sorted(record.words) == sorted([*(one.words for one in texts), *filter(None, said)])


TestRulesMachine = RulesMachine.TestCase
TestRulesMachine.settings = settings(max_examples=examples(40), stateful_step_count=30, deadline=None)
