"""What figures about a cohort count of role-plays: the first play of each scenario that somebody brought to its end."""

from collections.abc import Iterator, Mapping

from dlcourse.content.library import Library
from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.domain.measured import Answers, AskedQuestion, FigureWords, Measured
from dlcourse.domain.roleplay.play import Play
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.sessions import Curriculum
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.measures import measure
from dlcourse.handlers.roleplay.play_records import play_of
from dlcourse.handlers.roleplay.plays import plays

QUESTIONS = {
    "solved": AskedQuestion("The best option was chosen", fits=("yes",)),
    "decoy": AskedQuestion("The option was chosen to which what everybody knew points"),
    "changed": AskedQuestion("Somebody prefers another option after the talk than before"),
    "coverage": AskedQuestion("Facts said that not everybody had, as a share of all of these"),
}
ANSWERS = {"yes": "yes", "no": "no", "unsaid": "not said"}


def describe_plays(library: Library) -> Mapping[str, FigureWords]:
    """The scenarios of the course that have a talk to be scored, in the order in which they are played."""
    curriculum = library.curriculum()
    scenarios = (playable_scenario(library, of) for of in curriculum.role_plays)
    return {
        each.id: FigureWords(each.title, _session(each, curriculum), QUESTIONS, ANSWERS)
        for each in scenarios
        if each.panel and each.best
    }


@measure("plays", 20, describe_plays)
def measure_plays(context: ReadContext) -> Mapping[str, Measured]:
    """Of each scenario of the course, what came of the first play that was decided and brought to its end."""
    return dict(_first_plays(context))


def _first_plays(context: ReadContext) -> Iterator[tuple[str, Measured]]:
    mine = [attempt for attempt in reversed(plays(context)) if attempt.ended and attempt.decided]
    known = set(context.library.curriculum().role_plays)
    for scenario in known & {attempt.scenario for attempt in mine}:
        first = next(attempt for attempt in mine if attempt.scenario == scenario)
        play = play_of(context.transaction, first.play)
        if play.scenario.panel and play.scenario.best:
            yield scenario, Measured(_scores(play, context.person), first.play[:8])


def _scores(play: Play, person: str) -> Answers:
    seat = next(role for role, holder in play.seats.items() if holder == person)
    before, after = play.before.get(seat, ""), play.after.get(seat, "")
    unique = {fact.id for fact in play.scenario.unique}
    assert play.decided is not None
    return {
        "solved": _said(yes=play.decided.option == play.scenario.best),
        "decoy": _said(yes=play.decided.option == play.scenario.decoy),
        "changed": _said(yes=before != after) if before and after else "unsaid",
        "coverage": f"{len(unique & play.voiced.keys()) / len(unique) if unique else 1:.1f}",
    }


def _said(*, yes: bool) -> str:
    return "yes" if yes else "no"


def _session(scenario: Scenario, curriculum: Curriculum) -> str:
    """The first session that has this scenario as an exercise; empty if none has."""
    there = (each.id for each in curriculum.sessions if any(one.of == scenario.id for one in each.exercises))
    return next(there, "")
