"""How good a plan is proven to be, stage by stage, and which bounds contradict each other, in sentences."""

from fractions import Fraction

from dlcourse.domain.matching.gaps import number
from dlcourse.domain.matching.outcome import Bound, Conflict, Stage
from dlcourse.domain.matching.plan import MOST, StageName
from dlcourse.domain.matching.team import Team

WORDS: dict[StageName, tuple[str, str]] = {
    "uncovered": ("requirement uncovered", "requirements uncovered"),
    "unsupported": ("task whose accountable person lacks support", "tasks whose accountable person lacks support"),
    "without_part": ("person without a part", "people without a part"),
    "named_experts": ("person is a named expert", "people are named experts"),
    "greatest_load": ("of somebody's hours is the greatest load", "of somebody's hours is the greatest load"),
    "coached": ("wish to learn is met", "wishes to learn are met"),
    "fit": ("point of fit", "points of fit"),
}


def verdict(stage: Stage) -> str:
    """One sentence about a stage: its value, and whether any plan can do better."""
    value, best = _said(stage.name, stage.value), "more" if stage.name in MOST else "fewer"
    if stage.name == "greatest_load":
        best = "less"
    if stage.proven:
        return f"{value}: no plan has {best}."
    limit = "at most" if stage.name in MOST else "at least"
    return f"{value}: not proven best; the best plan has {limit} {_figure(stage.name, stage.bound)}."


def contradiction(team: Team, conflict: Conflict) -> tuple[str, ...]:
    """A sentence that says what to do, then one for each of the bounds that cannot all be satisfied."""
    if not conflict.bounds:
        return ("No plan was found in the time given: allow more seconds.",)
    some = "one of these" if conflict.minimal else "some of these"
    size = "No fewer bounds contradict." if conflict.smallest else "Perhaps fewer bounds contradict too."
    head = f"These bounds contradict each other; change {some} and try again. {size}"
    return (head, *(sentence(team, bound) for bound in conflict.bounds))


def sentence(team: Team, bound: Bound) -> str:
    """What a bound demands, as a sentence."""
    value, people = number(bound.value), len(team.people)
    person, _, task = bound.on.partition("=")
    return {
        "least": f"{bound.on} needs at least {value} people; the team has {people}.",
        "most": f"{bound.on} holds at most {value} {'person' if bound.value == 1 else 'people'}.",
        "hours": f"{bound.on} has {value} hours.",
        "pin": f"{person} is pinned to {task}.",
        "pin_lead": f"{person} is pinned to answer for {task}.",
        "keep_off": f"{person} is kept off {task}.",
        "keep_off_lead": f"{person} is not to answer for {task}.",
    }[bound.bound]


def _said(name: StageName, value: Fraction) -> str:
    return f"{_figure(name, value)} {WORDS[name][value != 1]}"


def _figure(name: StageName, value: Fraction) -> str:
    return f"{float(value):.1%}" if name == "greatest_load" else number(value)
