"""A person who has done something in every subject, and a course over the wire."""

import json
from collections.abc import Callable
from uuid import uuid4

from dlcourse.domain.ground_rules.messages import AdoptRule, ProposeRule, WriteAim
from dlcourse.domain.inquiry.messages import AnswerCheckIn, SchedulePlan
from dlcourse.domain.matching.plan_messages import BeginPlan, PlanOf, TakeSample
from dlcourse.domain.matching.plan_views import PlanView
from dlcourse.domain.network.messages import AddColleagues, DrawTies, Guess, GuessInNetwork
from dlcourse.domain.reciprocity.messages import AskExpectation, OfferCapacity
from dlcourse.domain.reflection.commitments import AnswerCommitment, MakeCommitment
from dlcourse.domain.reflection.entries import EntryStep, WriteEntry
from dlcourse.domain.responsibility.messages import ShareOut
from dlcourse.domain.scrutiny.messages import BeginRound, Comment, PostPractice, SayLearned, Scrutiny
from dlcourse.domain.scrutiny.own_practice import ReadAs, WriteDown
from dlcourse.domain.scrutiny.round_view import ScrutinyView
from dlcourse.domain.selfcheck.judgment import Judge, Judging, JudgingView
from dlcourse.domain.selfcheck.readiness import Check, CheckView, Rate
from dlcourse.domain.selfcheck.sorting import Sort, Sorting, SortingView
from dlcourse.domain.speech import Command, Course, Query, Recorded, View, decode, encode
from dlcourse.domain.trial.messages import PLAN_WORDS, PlanTrial, RecordReading, StartTrial
from tests.person import Person
from tests.serving import until

LONG = "She knew it all along. " * 50
"""Longer than what a list of entries shows."""


class WiredCourse:
    """A course whose every word crosses the wire as JSON, as from a kernel to its server."""

    def __init__(self, course: Course) -> None:
        """``course`` is at the other end."""
        self._course = course

    def do(self, command: Command) -> Recorded:
        """Carry out a command."""
        return decode(Recorded, _sent(self._course.do(decode(Command, _sent(command)))))

    def see(self, query: Query) -> View:
        """The view, as it arrives."""
        return decode(View, _sent(self._course.see(decode(Query, _sent(query)))))

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Watch a topic."""
        return self._course.watch(topic, notice)


def do_everything(person: Person) -> None:
    """Leave something behind that every table shows."""
    _reflect(person)
    _rate_and_answer(person)
    _ask_and_try(person)
    _agree_and_share_out(person)
    _open_up(person)
    _plan(person)
    person.whole_play()
    person.begin()
    person.write_part("00-start-here")
    person.do(SchedulePlan, starts="2026-01-01")
    person.do(AnswerCheckIn, days=30, outcome="kept", seen="More of them write.")
    person.do(GuessInNetwork, network="lakeside-school", guess=Guess(most="Dolores Quintana", splits="", alone=""))
    person.do(AddColleagues, names=("Ada", "Ben"))
    person.do(DrawTies, who="Ada", to=("Ben",))


def _sent(speech: Command | Query | View) -> dict[str, object]:
    arrived: dict[str, object] = json.loads(json.dumps(encode(speech)))
    return arrived


def _reflect(person: Person) -> None:
    steps = (EntryStep(heading="What happened", words=LONG), EntryStep(words="The end."))
    same = {"session": "03-the-reading-gap", "principles": ("P1", "P9")}
    person.do(WriteEntry, entry=uuid4().hex, steps=steps, confidence=4, **same)
    promise = uuid4().hex
    person.do(MakeCommitment, commitment=promise, session="03-the-reading-gap", what="Ask the cook.", by="2100-01-01")
    person.do(AnswerCommitment, commitment=promise, outcome="partly", words="Half of it.", again="2100-02-01")


def _rate_and_answer(person: Person) -> None:
    check = person.course.see(Check(check="readiness"))
    assert isinstance(check, CheckView)
    first, second, *_ = check.groups[0].statements
    person.do(Rate, check="readiness", statement=first.id, level=0)
    person.do(Rate, check="readiness", statement=second.id, level=5)
    sorting = person.course.see(Sorting(exercise="sorting"))
    assert isinstance(sorting, SortingView)
    assert sorting.next
    person.do(Sort, exercise="sorting", situation=sorting.next.id, answer="neither")
    judging = person.course.see(Judging(exercise="judgment", time="before"))
    assert isinstance(judging, JudgingView)
    assert judging.next
    answer = judging.next.actions[0].id
    person.do(Judge, exercise="judgment", time="before", situation=judging.next.id, answer=answer, words="Because.")


def _open_up(person: Person) -> None:
    same = {"exercise": "open-practice", "round": uuid4().hex}
    person.do(BeginRound, **same, seat="principal")
    person.do(PostPractice, **same, ask="works", question="What works?")
    view = person.course.see(Scrutiny(exercise="open-practice"))
    assert isinstance(view, ScrutinyView)
    for other in view.members:
        if other.asks_you:
            person.do(Comment, **same, to=other.id, warm="Warm words.", cool="Cool words.")
    person.do(SayLearned, **same, learned="To wait.", trying="To ask first.")
    person.do(WriteDown, exercise="own-practice", parts={"what": "I decide alone."})
    person.do(ReadAs, exercise="own-practice", eyes="custodian", words="He is never asked.")


def _ask_and_try(person: Person) -> None:
    expectation, trial = uuid4().hex, uuid4().hex
    person.do(AskExpectation, expectation=expectation, role="Dean", whom="Tutor", what="Bring drafts.")
    person.do(OfferCapacity, expectation=expectation, what="Bring drafts.", time="One hour.", on="2100-01-01")
    plan = dict.fromkeys(PLAN_WORDS, "In words.")
    person.do(PlanTrial, trial=trial, **plan, expected=5, limit=8, worse="above", on="2100-01-01")
    person.do(StartTrial, trial=trial)
    person.do(RecordReading, trial=trial, value=9, on="2099-12-01")


def _agree_and_share_out(person: Person) -> None:
    rule = uuid4().hex
    person.do(WriteAim, after=0, aim="Every student can explain.")
    person.do(ProposeRule, rule=rule, words="We read first.", change="If nobody learns.")
    person.do(AdoptRule, rule=rule, version=1, review="2100-01-01")
    person.do(ShareOut, share=uuid4().hex, after=0, what="Reading", leads="Ana", answers="Ana")


def _plan(person: Person) -> None:
    team, plan = uuid4().hex, uuid4().hex
    person.do(TakeSample, team=team, sample="small-school")
    person.do(BeginPlan, plan=plan, team=team, name="Plan 1")

    def is_made() -> bool:
        view = person.course.see(PlanOf(plan=plan))
        return isinstance(view, PlanView) and view.mark.standing == "made"

    until(is_made, 60)
