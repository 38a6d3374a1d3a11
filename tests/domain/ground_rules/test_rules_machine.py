"""Ground rules as a state machine: in whatever order people say things, no rule comes to stand where it may not."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dlcourse.domain.ground_rules.changes import Setting, decide
from dlcourse.domain.ground_rules.messages import (
    AIM,
    AdoptRule,
    AnswerRule,
    DropRule,
    EditRule,
    ProposeRule,
    ReviewRule,
    RuleAnswered,
    RulesCommand,
    SetTextAside,
    WriteAim,
)
from dlcourse.domain.ground_rules.record import RulesRecord, rules_record
from dlcourse.domain.registers.happenings import Happening
from dlcourse.errors import CourseError
from tests.examples import examples

TODAY, SOON = date(2026, 11, 28), date(2027, 1, 9)
PEOPLE = ("ann", "ben", "cleo")
SOMEBODY, NUMBER = st.sampled_from(PEOPLE), st.integers(0, 5)
OLDER, SETTLES = st.sampled_from([0, 0, 1]), st.sampled_from([0, 0, 0, 2, 3])
RULE = st.sampled_from(["rule-one", "rule-one", "rule-two"])
DAY = st.integers(-3, 40).map(lambda days: TODAY + timedelta(days=days))
WORDS = st.sampled_from(["We read first.", "We ask the students.", ""])


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

    def may_adopt(self, which: str, version: int, review: date) -> bool:
        """Whether this version of a rule could be adopted now."""
        try:
            decide(AdoptRule(id="command-now", rule=which, version=version, review=review), self.record, self.setting)
        except CourseError:
            return False
        return True

    @initialize(done=st.integers(0, 3))
    def begin(self, done: int) -> None:
        """Mostly there is a rule already. It may be adopted, and changed after that, so that more can happen."""
        if done > 0:
            self.write_aim("ann", 0, 0, "Every student can explain.")
            self.propose("ann", "rule-one", "We read first.", "No use")
        if done > 1:
            self.consent("rule-one", PEOPLE)
            self.adopt("ann", "rule-one", 0, SOON)
            assert self.record.rules["rule-one"].status == "adopted"
        if done > 2:
            self.edit("ann", "rule-one", 0, 0, "We read last.")
            assert self.record.rules["rule-one"].status == "provisional"

    @rule(by=SOMEBODY, after=NUMBER, settles=SETTLES, aim=WORDS)
    def write_aim(self, by: str, after: int, settles: int, aim: str) -> None:
        """Write the aim."""
        self.say(by, lambda name: WriteAim(id=name, after=after, aim=aim, settles=settles))

    @rule(by=SOMEBODY, which=RULE, words=WORDS, change=WORDS)
    def propose(self, by: str, which: str, words: str, change: str) -> None:
        """Propose a rule."""
        self.say(by, lambda name: ProposeRule(id=name, rule=which, words=words, change=change))

    @rule(by=SOMEBODY, which=RULE, older=OLDER, settles=SETTLES, words=WORDS)
    def edit(self, by: str, which: str, older: int, settles: int, words: str) -> None:
        """Change a rule, from its newest version or from an older one."""
        after, change = max(1, self._head(which) - older), "No use"
        self.say(
            by, lambda name: EditRule(id=name, rule=which, after=after, settles=settles, words=words, change=change)
        )

    @rule(by=SOMEBODY, item=st.sampled_from([AIM, "rule-one", "rule-two"]), rival=st.integers(1, 5))
    def aside(self, by: str, item: str, rival: int) -> None:
        """Decide against a text."""
        self.say(by, lambda name: SetTextAside(id=name, item=item, rival=rival))

    @rule(by=SOMEBODY, which=RULE, stance=st.sampled_from(["dissent", "consent"]), words=WORDS)
    def answer(self, by: str, which: str, stance: str, words: str) -> None:
        """Consent or dissent."""
        words = words or "It would harm something."
        parts = {"rule": which, "version": self._head(which), "stance": stance, "words": words}
        self.say(by, lambda name: AnswerRule.model_validate({"id": name, **parts}))

    @rule(which=RULE, people=st.sampled_from([PEOPLE[:1], PEOPLE[1:], PEOPLE]))
    def consent(self, which: str, people: tuple[str, ...]) -> None:
        """Several people consent, one after the other."""
        for by in people:
            self.answer(by, which, "consent", "")

    @rule(by=SOMEBODY, which=RULE, older=OLDER, review=DAY)
    def adopt(self, by: str, which: str, older: int, review: date) -> None:
        """Adopt a rule, in its newest words or in older ones."""
        version = max(1, self._head(which) - older)
        self.say(by, lambda name: AdoptRule(id=name, rule=which, version=version, review=review))

    @rule(by=SOMEBODY, which=RULE, review=DAY, words=WORDS)
    def review_rule(self, by: str, which: str, review: date, words: str) -> None:
        """Review a rule."""
        self.say(by, lambda name: ReviewRule(id=name, rule=which, review=review, words=words))

    @rule(by=SOMEBODY, which=RULE, words=st.sampled_from(["", "", "", "No use"]))
    def drop(self, by: str, which: str, words: str) -> None:
        """Drop a rule."""
        self.say(by, lambda name: DropRule(id=name, rule=which, words=words))

    def _head(self, which: str) -> int:
        found = self.record.rules.get(which)
        return found.text.head if found else 1

    @invariant()
    def adopted_only_with_consent(self) -> None:
        """A rule can be adopted in its newest words, if two consent to these and nobody dissents, with a day ahead."""
        for name, each in self.record.rules.items():
            answers = [one.event for one in each.answers.values() if isinstance(one.event, RuleAnswered)]
            now = [answer.stance for answer in answers if answer.version == each.text.head]
            agreed = now.count("consent") >= 2 and "dissent" not in now and not each.text.rivals
            assert self.may_adopt(name, each.text.head, SOON) == (agreed and each.status == "provisional")
            assert not self.may_adopt(name, each.text.head, TODAY)
            assert not any(self.may_adopt(name, version, SOON) for version in range(1, each.text.head))

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
TestRulesMachine.settings = settings(max_examples=examples(60), stateful_step_count=30, deadline=None)
