"""What the made-up people do in exercises that have answers: the self-check, sorting, judging, mending, guessing."""

from dlcourse.content.matching.samples import sample_team
from dlcourse.domain.expertise.profile import ExpertiseList, RateExpertise, WishToLearn
from dlcourse.domain.matching.averages import Averages, AveragesView, GuessHighest
from dlcourse.domain.matching.board import CompareBoard, PassOn
from dlcourse.domain.network.messages import GuessInNetwork
from dlcourse.domain.selfcheck.judgment import Judge, Judging, JudgingView, Time
from dlcourse.domain.selfcheck.judgment_forms import JudgmentExercise
from dlcourse.domain.selfcheck.readiness import Introduce, Rate, SelfCheck
from dlcourse.domain.selfcheck.situations import KindOf, Situation, SortingExercise
from dlcourse.domain.selfcheck.sorting import Sort, Sorting, SortingView
from dlcourse.domain.worked_example.mending import MendLine, WorkedExample
from dlcourse.sample.participant import Participant

GROUPS = (2.9, 2.3, 3.4, 2.6, 3.1, 2.2)
"""How the groups of statements are rated on average, in turn."""
GROWTH = 0.7
"""By how many steps people rate higher at the end, on average."""
NETWORK_GUESSES = ("Yolanda Prescott", "Dolores Quintana", "Samuel Acheampong", "Graciela Fuentes")


def introduce(person: Participant, _: str) -> None:
    """Say who one is."""
    person.do(Introduce, name=person.about.name, role=person.about.role, leads=person.about.leads)


def rate(person: Participant, check: str) -> None:
    """Answer the self-check at the start."""
    _rate(person, check, 1, 0.0)


def rate_again(person: Participant, check: str) -> None:
    """Answer the self-check at the end."""
    _rate(person, check, 2, GROWTH)


def _rate(person: Participant, check: str, round_: int, more: float) -> None:
    for number, group in enumerate(person.library.exercise(check, SelfCheck).groups):
        for statement in group.items:
            level = person.dice.gauss(GROUPS[number % len(GROUPS)] + more, 0.9)
            unseen = person.lucky(0.04)
            step = 0 if unseen else max(1, min(5, round(level)))
            person.do(Rate, check=check, statement=statement.id, level=step, round=round_)


def judge(person: Participant, exercise: str) -> None:
    """Judge the situations before the course."""
    _judge(person, exercise, "before", person.about.skill - 0.25)


def judge_again(person: Participant, exercise: str) -> None:
    """Judge the other situations after the course."""
    _judge(person, exercise, "after", person.about.skill)


def _judge(person: Participant, exercise: str, time: Time, chance: float) -> None:
    forms = person.library.exercise(exercise, JudgmentExercise).forms
    best = {each.id: each.best for form in forms for each in form.situations}
    while now := person.see(Judging(exercise=exercise, time=time), JudgingView).next:
        wrong = [each.id for each in now.actions if each.id != best[now.id]]
        answer = best[now.id] if person.lucky(chance) else person.dice.choice(wrong)
        person.do(Judge, exercise=exercise, time=time, situation=now.id, answer=answer)


def sort(person: Participant, exercise: str) -> None:
    """Sort all situations; those that were missed come back until they are right."""
    about = person.library.exercise(exercise, SortingExercise)
    situations, first = {each.id: each for each in about.every}, set[str]()
    while (view := person.see(Sorting(exercise=exercise), SortingView)).seen < view.all or view.missed:
        assert view.next is not None
        answer = _sorted(person, situations[view.next.id], about.kinds, again=view.next.id in first)
        first.add(view.next.id)
        person.do(Sort, exercise=exercise, situation=view.next.id, answer=answer)


def _sorted(person: Participant, situation: Situation, kinds: tuple[KindOf, ...], *, again: bool) -> str:
    if again or person.lucky(0.3 + person.about.skill / 2):
        return situation.answer
    return person.dice.choice([kind.id for kind in kinds if not situation.accepts(kind.id)])


def mend(person: Participant, exercise: str) -> None:
    """Mend a worked example line by line, at times not at the first try."""
    for line in person.library.exercise(exercise, WorkedExample).lines:
        if not person.lucky(person.about.skill):
            wrong = next(choice.id for choice in line.choices if not choice.mends)
            person.do(MendLine, exercise=exercise, line=line.id, choice=wrong)
        right = next(choice.id for choice in line.choices if choice.mends)
        person.do(MendLine, exercise=exercise, line=line.id, choice=right)


def match(person: Participant, team: str) -> None:
    """Put some people to work by hand, and compare with the best plan."""
    about = sample_team(person.library, team)
    for task in about.work:
        person.do(PassOn, team=team, person=person.dice.choice(about.people).name, task=task.name)
    person.do(CompareBoard, team=team)


def guess_average(person: Participant, team: str) -> None:
    """Guess which occupation is best at something on average."""
    view = person.see(Averages(team=team), AveragesView)
    person.do(GuessHighest, skill=view.skills[0], occupation=person.dice.choice(view.occupations))


def say_expertise(person: Participant, exercise: str) -> None:
    """Say what one knows, and one thing that one would like to learn."""
    known = person.library.exercise(exercise, ExpertiseList).expertises
    for each in known:
        person.do(RateExpertise, expertise=each.id, level=min(5, max(0, round(person.dice.gauss(2.6, 1.3)))))
    person.do(WishToLearn, expertise=person.dice.choice(known).id, wanted=True)


def guess_network(person: Participant, network: str) -> None:
    """Guess who is turned to most, whose absence splits the group, and who is alone."""
    most, splits, alone = person.dice.sample(NETWORK_GUESSES, 3)
    person.do(GuessInNetwork, network=network, guess={"most": most, "splits": splits, "alone": alone})
