"""The live sessions of the made-up cohort: one that is over, with several groups, and one in the middle of its talk."""

from collections.abc import Iterable

from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.domain.live.messages import (
    CloseLive,
    EnterLive,
    LiveAsk,
    LiveDecide,
    LiveIdea,
    LivePrefer,
    LiveShare,
    MoveOn,
    OpenLive,
    RevealRoom,
    SeatEveryone,
    StartLive,
)
from dlcourse.domain.live.polls import AnswerRoom, AskRoom, CloseQuestion
from dlcourse.domain.live.queries import LiveSeat
from dlcourse.domain.live.seat_views import LiveGroupView, LiveSeatView
from dlcourse.domain.live.settings import Arm, LiveSettings, PhaseMinutes
from dlcourse.sample.participant import Participant, made_up_id

DONE, OPEN = "the-reading-gap", "the-same-mistake"
"""The scenarios of the session that is over, and of the one that is open."""
TURNS = 3
"""How often each person speaks in a talk."""
NO_TIMERS = PhaseMinutes(preference=0, talk=0, decision=0, choice=0, outcome=0)
QUESTION = "Who spoke first at your table?"
ANSWERS = ("Whoever decided", "Somebody who knew something", "Nobody, for a while")
REASON = "Three of us had seen it, each a different part of it."


class LiveSession:
    """A live session of the cohort, led by ``lead``."""

    def __init__(self, lead: Participant, cohort: str, scenario: str, settings: LiveSettings) -> None:
        """Open it."""
        self._lead, self._scenario = lead, scenario
        self.parts = {"cohort": cohort, "session": made_up_id("live", scenario)}
        lead.do(OpenLive, **self.parts, scenario=scenario, settings=settings)

    def begin(self, people: Iterable[Participant]) -> list[Participant]:
        """Let these people in, seat everybody and start; returns them."""
        inside = list(people)
        for person in inside:
            person.do(EnterLive, **self.parts)
        self._lead.do(SeatEveryone, **self.parts)
        self._lead.do(StartLive, **self.parts)
        return inside

    def move_on(self) -> None:
        """Go on to the next phase in all groups."""
        self._lead.do(MoveOn, **self.parts)

    def prefer(self, people: Iterable[Participant]) -> None:
        """Let everybody say which option they would choose."""
        for person, seat, group in self._seated(people):
            option = person.dice.choice(group.options).id
            person.do(LivePrefer, session=seat.session, group=seat.number, option=option)

    def talk(self, people: Iterable[Participant]) -> None:
        """Let everybody speak some times: groups differ in how much of what only one knows comes up."""
        inside = list(people)
        for turn in range(TURNS):
            for person, seat, group in self._seated(inside):
                _speak(person, seat, group, turn)

    def decide(self, people: Iterable[Participant]) -> None:
        """Let those who decide do so: well where enough was said, and else as they preferred."""
        best = playable_scenario(self._lead.library, self._scenario).best
        for person, seat, group in self._seated(people):
            if group.decider == seat.role:
                heard = {fact.by for fact in group.facts if fact.by} - {seat.role}
                well = len(heard) > 2 and person.lucky(0.6)
                option = best if best and well else group.before or group.options[0].id
                parts = {"option": option, "reason": REASON, "credits": sorted(heard)[:2]}
                person.do(LiveDecide, session=seat.session, group=seat.number, **parts)

    def ask_the_room(self, people: Iterable[Participant]) -> None:
        """Put a question to everybody, have it answered, and close it."""
        self._lead.do(AskRoom, **self.parts, words=QUESTION, answers=ANSWERS)
        for person in people:
            answer = str(person.dice.randint(1, len(ANSWERS)))
            person.do(AnswerRoom, session=self.parts["session"], number=1, answer=answer)
        self._lead.do(CloseQuestion, **self.parts, number=1)

    def close(self) -> None:
        """Show the figures of the room to everybody, and end the session."""
        self._lead.do(RevealRoom, **self.parts)
        self._lead.do(CloseLive, **self.parts)

    def _seated(self, people: Iterable[Participant]) -> Iterable[tuple[Participant, LiveSeatView, LiveGroupView]]:
        for person in people:
            seat = person.see(LiveSeat(session=self.parts["session"]), LiveSeatView)
            if seat.group and seat.role:
                yield person, seat, seat.group


def finished(lead: Participant, cohort: str, people: Iterable[Participant]) -> None:
    """A whole session, in which every second group could see who knows how much."""
    arms = (Arm(), Arm(knowledge_map=True))
    live = LiveSession(lead, cohort, DONE, LiveSettings(minutes=NO_TIMERS, arms=arms))
    inside = live.begin(people)
    live.prefer(inside)
    live.move_on()
    live.talk(inside)
    live.move_on()
    live.decide(inside)
    live.move_on()
    live.move_on()
    live.ask_the_room(inside)
    live.close()


def in_its_talk(lead: Participant, cohort: str, people: Iterable[Participant]) -> None:
    """A session that is open now, with two groups in their talk; nobody's time runs out."""
    live = LiveSession(lead, cohort, OPEN, LiveSettings(minutes=NO_TIMERS, gone_after=900))
    inside = live.begin(people)
    live.prefer(inside)
    live.move_on()
    live.talk(inside[: len(inside) // 2])


def _speak(person: Participant, seat: LiveSeatView, group: LiveGroupView, turn: int) -> None:
    own = [fact.id for fact in group.facts if fact.since == "own" and not fact.by]
    shared = [fact.id for fact in group.facts if fact.since == "everyone" and not fact.by]
    where = {"session": seat.session, "group": seat.number}
    if own and person.lucky(0.45 if seat.number % 2 else 0.75):
        person.do(LiveShare, **where, fact=own[0])
    elif person.about.talk == "asks":
        person.do(LiveAsk, **where, how="dissent" if turn % 2 else "open")
    elif shared and person.about.talk == "names":
        person.do(LiveShare, **where, fact=shared[0])
    else:
        person.do(LiveIdea, **where, option=group.before or group.options[0].id)
