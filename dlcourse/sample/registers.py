"""The registers of the made-up cohort: its ground rules, its map of responsibility, what is asked, and small trials."""

from dlcourse.domain.ground_rules.messages import AdoptRule, AnswerRule, DiscussRule, ProposeRule, WriteAim
from dlcourse.domain.reciprocity.ledger import LedgerView
from dlcourse.domain.reciprocity.messages import (
    AnswerExpectation,
    AskExpectation,
    CloseExpectation,
    Ledger,
    OfferCapacity,
    TellUpward,
)
from dlcourse.domain.responsibility.messages import ShareOut, TryStrain
from dlcourse.domain.trial.messages import EndTrial, PlanTrial, RecordReading, StartTrial
from dlcourse.sample.calendar import SampleClock
from dlcourse.sample.participant import Participant, made_up_id
from dlcourse.sample.words import AIM, ASKED, CHANGES, DOUBTS, NOTICE, RULES, SHARES, TRIALS

RULE_IDS = tuple(made_up_id("rule", str(number)) for number in range(len(RULES)))
PROPOSERS = len(RULES)
"""The first people who come to the ground rules propose one each; the others answer."""


class Registers:
    """What the cohort keeps together. ``clock`` says which day it is."""

    def __init__(self, clock: SampleClock) -> None:
        """Nothing is in them yet."""
        self._clock, self._came = clock, dict[str, int]()
        self._askers: list[Participant] = []

    def keep_rules(self, person: Participant, _: str) -> None:
        """Write the aim, propose a rule, or answer the rules that are there; the last proposer adopts one."""
        place = self._come("rules")
        if place == 0:
            person.do(WriteAim, after=0, aim=AIM, notice=NOTICE)
        if place < PROPOSERS:
            person.do(ProposeRule, rule=RULE_IDS[place], words=RULES[place], change=CHANGES[place])
            return
        for number, rule in enumerate(RULE_IDS):
            self._answer_rule(person, rule, number)
        if place == PROPOSERS + 2:
            for rule in RULE_IDS[:2]:
                person.do(AdoptRule, rule=rule, version=1, review=self._clock.day(75))

    def _answer_rule(self, person: Participant, rule: str, number: int) -> None:
        if rule == RULE_IDS[-1] and person.lucky(0.3):
            person.do(AnswerRule, rule=rule, version=1, stance="dissent", words=DOUBTS[number])
        elif person.lucky(0.2):
            person.do(DiscussRule, rule=rule, words=DOUBTS[number])
        else:
            person.do(AnswerRule, rule=rule, version=1, stance="consent")

    def share_out(self, person: Participant, _: str) -> None:
        """Share a piece of leading out, or put the map to the test."""
        place = self._come("shares")
        if place < len(SHARES):
            what, leads, learns, answers = SHARES[place]
            share = made_up_id("share", str(place))
            person.do(ShareOut, share=share, after=0, what=what, leads=leads, learns=learns, answers=answers)
        person.do(TryStrain, kind="away" if place % 2 else "cut", who=SHARES[0][3], expect=DOUBTS[place % len(DOUBTS)])

    def ask(self, person: Participant, _: str) -> None:
        """Ask something of whoever came before, and give something for it; the first asks when all have come."""
        if self._askers:
            self._ask(person, self._askers[-1])
        self._askers.append(person)

    def _ask(self, person: Participant, whom: Participant) -> None:
        what, time, example = person.dice.choice(ASKED)
        expectation = person.new_id()
        role, other = person.about.role, whom.about.role
        person.do(AskExpectation, expectation=expectation, person=whom.person, role=role, whom=other, what=what)
        on = self._clock.day(60)
        person.do(OfferCapacity, expectation=expectation, what=what, time=time, example=example, on=on)

    def answer_all(self) -> None:
        """Close the ring of those who asked, and let everybody answer what is asked of them."""
        self._ask(self._askers[0], self._askers[-1])
        for person in self._askers:
            for card in person.see(Ledger(), LedgerView).cards:
                if card.side == "other":
                    answer = "accepted" if person.lucky(0.75) else "sent-back"
                    words = "" if answer == "accepted" else "I can begin once somebody has my Thursday hour."
                    person.do(
                        AnswerExpectation,
                        expectation=card.expectation,
                        answer=answer,
                        words=words,
                        after=card.length,
                    )

    def look_back(self) -> None:
        """Some say upward what helped, and whoever asked closes it."""
        for person in self._askers[::2]:
            for card in person.see(Ledger(), LedgerView).cards:
                if card.side == "other" and card.stage == "in-force":
                    told = {"helped": "Watching it once.", "missing": "Time to talk it over afterwards."}
                    person.do(TellUpward, expectation=card.expectation, **told)
        for person in self._askers:
            for card in person.see(Ledger(), LedgerView).cards:
                if card.side == "asker" and card.helped and person.lucky(0.6):
                    learned = "I had offered what I would have needed. I asked too late what they needed."
                    person.do(CloseExpectation, expectation=card.expectation, outcome="partly", learned=learned)

    def try_out(self, person: Participant, _: str) -> None:
        """Plan a small trial; most begin it, and some of them have ended it by now."""
        trial, (plan, expected, limit) = person.new_id(), person.dice.choice(TRIALS)
        bounds = {"expected": expected, "limit": limit, "worse": "below", "on": self._clock.day(70)}
        person.do(PlanTrial, trial=trial, **bounds, **plan)
        if not person.lucky(0.7):
            return
        person.do(StartTrial, trial=trial)
        value = max(limit, expected + person.dice.randint(-3, 2))
        person.do(RecordReading, trial=trial, value=value, on=self._clock.day(36))
        if person.lucky(0.5):
            taught = "Fewer came than I had thought, and those who came stayed. I had counted the wrong thing."
            person.do(EndTrial, trial=trial, decision="keep" if value >= expected else "change", taught=taught)

    def _come(self, register: str) -> int:
        place = self._came[register] = self._came.get(register, -1) + 1
        return place
