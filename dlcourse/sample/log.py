"""What the made-up people write in their logs: entries for some readers, and promises of which most are kept."""

from datetime import timedelta

from dlcourse.domain.reflection.commitments import AnswerCommitment, MakeCommitment
from dlcourse.domain.reflection.entries import WriteEntry
from dlcourse.domain.sessions import Session
from dlcourse.domain.sharing import Visibility
from dlcourse.sample.calendar import SampleClock
from dlcourse.sample.participant import Participant
from dlcourse.sample.words import BECAME, PROMISED, WRITTEN

OUTCOMES = ("kept", "kept", "kept", "kept", "partly", "partly", "not kept", "dropped")
AUDIENCES: tuple[Visibility, ...] = ("cohort", "facilitator")
WEEK = timedelta(days=7)
LAST = 2
"""Promises that are this young have not been asked about yet."""


class Logs:
    """The logs of all made-up people. ``clock`` says which day it is."""

    def __init__(self, clock: SampleClock) -> None:
        """Nobody has written anything yet."""
        self._clock = clock
        self._open: dict[str, list[str]] = {}

    def write(self, person: Participant, session: Session, number: int) -> None:
        """Answer for earlier promises, write to a prompt of the session, and promise something."""
        self._answer(person)
        if session.prompts and person.lucky(0.8):
            _write_entry(person, session, number)
        if session.commitment and person.lucky(0.75):
            self._promise(person, session)

    def _promise(self, person: Participant, session: Session) -> None:
        promise, by = person.new_id(), self._clock().date() + WEEK
        what = person.dice.choice(PROMISED)
        person.do(MakeCommitment, commitment=promise, session=session.id, what=what, by=by)
        self._open.setdefault(person.person, []).append(promise)

    def _answer(self, person: Participant) -> None:
        waiting = self._open.get(person.person, [])
        while len(waiting) >= LAST:
            outcome = person.dice.choice(OUTCOMES)
            person.do(AnswerCommitment, commitment=waiting.pop(0), outcome=outcome, words=BECAME[outcome])


def _write_entry(person: Participant, session: Session, number: int) -> None:
    prompt = person.dice.choice(session.prompts)
    open_to = person.dice.choice(AUDIENCES) if person.lucky(person.about.shares) else "private"
    confidence = max(1, min(5, round(person.dice.gauss(2.2 + 0.22 * number, 0.7))))
    steps = [{"heading": "", "words": person.dice.choice(WRITTEN)}]
    person.do(
        WriteEntry,
        entry=person.new_id(),
        session=session.id,
        prompt=prompt.id,
        steps=steps,
        principles=prompt.principles,
        confidence=confidence,
        visibility=open_to,
    )
