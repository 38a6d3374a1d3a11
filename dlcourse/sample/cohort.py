"""Builds the made-up cohort in a home: who joins, who does what on which day, and how far it is by today.

Answers and ids are the same each time; only the days move with today.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from dlcourse.course.entrance import Entrance
from dlcourse.course.home import database
from dlcourse.course.open_home import library, local_course
from dlcourse.domain.cohort.messages import CreateCohort, SetSessionDate
from dlcourse.domain.cohort.views import CohortMade
from dlcourse.domain.curriculum.facilitating import ChooseFacilitating
from dlcourse.domain.sessions import Exercise, Session
from dlcourse.domain.viewer import Viewer
from dlcourse.sample import answers, own_work
from dlcourse.sample.calendar import DAYS, TODAY, SampleClock
from dlcourse.sample.live import finished, in_its_talk
from dlcourse.sample.log import Logs
from dlcourse.sample.participant import Participant, made_up_id
from dlcourse.sample.people import MadeUpPerson, made_up_people
from dlcourse.sample.plays import play
from dlcourse.sample.registers import Registers
from dlcourse.sample.rounds import hold_rounds
from dlcourse.store import Store, utc_now

NAME = "Sample cohort (made up)"
LEAD = MadeUpPerson("Robin Sayers", "facilitator", "", 0, 1.0, "asks", 0.0)
"""Who leads the cohort: the host of the home."""
COHORT = made_up_id("cohort")
EARLY = TODAY - 1
"""On this day, some do the sessions ahead that the cohort has not come to yet."""
AT_TABLES, IN_TALK = 20, 6
"""How many people are in the live session that is over, and in the one that is open."""
Does = Callable[[Participant, str], None]
"""Does an exercise; the text is what the exercise is about."""
Told = Callable[[int, int], None]
"""Is told how many turns are done, and how many there are. In a turn, somebody does a session."""
KINDS: Mapping[str, Does] = MappingProxyType(
    {
        "about-you": answers.introduce,
        "self-check": answers.rate,
        "check-again": answers.rate_again,
        "judgment": answers.judge,
        "judgment-again": answers.judge_again,
        "sort": answers.sort,
        "match": answers.match,
        "averages": answers.guess_average,
        "expertise": answers.say_expertise,
        "worked-example": answers.mend,
        "network": answers.guess_network,
        "problem": own_work.write_part,
        "plan": own_work.plan_team,
        "school": own_work.try_schools,
        "own-place": own_work.set_place,
        "own-practice": own_work.write_practice,
        "improvement-plan": own_work.schedule,
        "portfolio": own_work.arrange,
        "certificate": own_work.certify,
        "play": play,
    }
)
"""What is done alone, by the kind of the exercise. What people do together is in the registers and the rounds."""


@dataclass(frozen=True)
class SampleCohort:
    """The codes of a made-up cohort, for somebody who wants to join it."""

    cohort: str
    join_code: str
    facilitator_key: str


def make_sample_cohort(home: Path, told: Told, now: datetime | None = None) -> SampleCohort:
    """Build the cohort in this empty home, as of ``now``; ``told`` is told how far it is."""
    clock = SampleClock(now or utc_now())
    with closing(Store.open(database(home), clock)) as store:
        return _Builder(store, home, clock).build(told)


class _Builder:
    def __init__(self, store: Store, home: Path, clock: SampleClock) -> None:
        self._store, self._home, self._clock = store, home, clock
        self._library = library(home)
        self._entrance = Entrance(store, lambda viewer: local_course(store, viewer, home))
        self._registers, self._logs = Registers(clock), Logs(clock)
        self._lead = self._participant(LEAD, Viewer(store.person), -1)
        self._kinds = dict(KINDS) | {
            "ground-rules": self._registers.keep_rules,
            "responsibility": self._registers.share_out,
            "reciprocity": self._registers.ask,
            "trial": self._registers.try_out,
        }

    def build(self, told: Told) -> SampleCohort:
        sample = self._open()
        people = [self._join(about, place, sample.join_code) for place, about in enumerate(made_up_people())]
        sessions = self._library.curriculum().sessions
        turns = [(number, person) for number in range(len(sessions)) for person in people if _comes(person, number)]
        for done, (number, person) in enumerate(turns):
            told(done, len(turns))
            self._take(person, sessions[number], number)
            if turns[done + 1 :][:1] != [] and turns[done + 1][0] == number:
                continue
            self._together(sessions[number], [each for each in people if each.about.sessions > number])
        own_work.wait_for_plans(people)
        self._clock.turn(TODAY, -1)
        in_its_talk(self._lead, COHORT, people[:IN_TALK])
        told(len(turns), len(turns))
        return sample

    def _open(self) -> SampleCohort:
        self._lead.do(ChooseFacilitating, chosen=True)
        made = self._lead.do(CreateCohort, cohort=COHORT, name=NAME, role="facilitator", my_name=LEAD.name)
        assert isinstance(made, CohortMade)
        for session, day in DAYS.items():
            self._lead.do(SetSessionDate, cohort=COHORT, session=session, on=self._clock.day(day))
        return SampleCohort(COHORT, made.join_code, made.facilitator_key)

    def _join(self, about: MadeUpPerson, place: int, code: str) -> Participant:
        viewer = self._entrance.join(code, about.name, made_up_id("join", about.name)).viewer
        return self._participant(about, viewer, place)

    def _participant(self, about: MadeUpPerson, viewer: Viewer, place: int) -> Participant:
        course = local_course(self._store, viewer, self._home)
        return Participant(about, viewer.person, place, course, self._library)

    def _take(self, person: Participant, session: Session, number: int) -> None:
        """Let somebody do a session; whoever has not done it yet only begins it."""
        self._clock.turn(min(DAYS.get(session.id, TODAY), EARLY), person.place)
        done = person.about.sessions > number
        for exercise in session.exercises if done else session.exercises[:1]:
            self._do(person, exercise)
        if done:
            self._logs.write(person, session, number)

    def _do(self, person: Participant, exercise: Exercise) -> None:
        if does := self._kinds.get(exercise.kind):
            does(person, exercise.of or "")

    def _together(self, session: Session, people: list[Participant]) -> None:
        """What people do together once all have done this session."""
        kinds = {exercise.kind: exercise.of or "" for exercise in session.exercises}
        if session.id == "03-the-reading-gap":
            finished(self._lead, COHORT, people[:AT_TABLES])
        if "reciprocity" in kinds:
            self._registers.answer_all()
        if "trial" in kinds:
            self._registers.look_back()
        if "open-practice" in kinds:
            hold_rounds(kinds["open-practice"], people)


def _comes(person: Participant, number: int) -> bool:
    """Whether somebody does the session of this number, or has begun it."""
    return person.about.sessions >= number
