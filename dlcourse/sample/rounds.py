"""Rounds of open practice in the made-up cohort: small circles in which everyone gives comments and receives them."""

from dlcourse.domain.scrutiny.messages import (
    BeginOwnRound,
    CloseRound,
    Comment,
    PostPractice,
    SayLearned,
    Scrutiny,
)
from dlcourse.domain.scrutiny.round_view import ScrutinyView
from dlcourse.sample.participant import Participant
from dlcourse.sample.words import PRACTICES, SEEN

CIRCLE = 3
"""People in a round."""


def hold_rounds(exercise: str, people: list[Participant]) -> None:
    """Hold a round with each three of these people; the last one is not over yet, and who is left over has none."""
    circles = [people[place : place + CIRCLE] for place in range(0, len(people) - CIRCLE + 1, CIRCLE)]
    for circle in circles:
        _begin(exercise, circle)
    for circle in circles[:-1]:
        _finish(exercise, circle)


def _begin(exercise: str, circle: list[Participant]) -> None:
    """Let the first one begin, and everybody open a practice, the leader first."""
    leader, *others = circle
    whom = [person.person for person in others]
    leader.do(BeginOwnRound, exercise=exercise, round=leader.new_id(), people=whom)
    for place, person in enumerate(circle):
        view = _view(exercise, person)
        words = PRACTICES[place % len(PRACTICES)]
        ask = person.dice.choice(view.asks).id
        person.do(PostPractice, exercise=exercise, round=view.round, ask=ask, words=words, question="What puzzles you?")


def _finish(exercise: str, circle: list[Participant]) -> None:
    """Let everybody comment on the next one's practice and say what they learned, and close the round."""
    views = [_view(exercise, person) for person in circle]
    for place, person in enumerate(circle):
        to = views[(place + 1) % CIRCLE].you
        remarks = {"warm": "You say plainly what you are not sure of.", "cool": SEEN[place % len(SEEN)]}
        person.do(Comment, exercise=exercise, round=views[0].round, to=to, **remarks)
    for person in circle:
        words = {"learned": "I had not seen what the others wait for.", "trying": "I count to five before I speak."}
        person.do(SayLearned, exercise=exercise, round=views[0].round, **words)
    circle[0].do(CloseRound, exercise=exercise, round=views[0].round)


def _view(exercise: str, person: Participant) -> ScrutinyView:
    return person.see(Scrutiny(exercise=exercise), ScrutinyView)
