"""The comparison: the best plan beside one's own and the one by title, in the words of a staff room."""

from typing import TypedDict

from dlcourse.domain.matching.board_view import MatchboardView
from dlcourse.domain.matching.comparison import ComparedPlansView, Side, gain
from dlcourse.domain.matching.plan import MOST, STAGES, Measures, StageName
from dlcourse.pages.props import NamedSentences, TextTable
from dlcourse.pages.words import counted, listed

QUESTIONS: dict[StageName, str] = {
    "uncovered": "What does the work ask for that nobody there can do well enough?",
    "unsupported": "Which tasks have somebody answer for what they cannot do yet, and nobody who teaches them?",
    "without_part": "Who has no part in anything?",
    "named_experts": "How many people are called on, by name, for what they are good at?",
    "greatest_load": "How full is the fullest plate?",
    "coached": "How many wishes to learn are met?",
    "fit": "How well does it fit, in points?",
}
"""The seven aims in their order, as one would ask them."""
UNITS: dict[StageName, tuple[str, str]] = {
    "uncovered": ("gap", "gaps"),
    "unsupported": ("task", "tasks"),
    "without_part": ("person", "people"),
    "named_experts": ("person", "people"),
    "greatest_load": ("percentage point", "percentage points"),
    "coached": ("wish", "wishes"),
    "fit": ("point", "points"),
}

CAUTION = (
    "“Best” means: best by these seven questions, in this order, with these numbers. {proof} The numbers do not know "
    "who gets on with whom, who has just come back from being ill, and who is asked every time. You might. Put "
    "somebody elsewhere, and see in the table what that costs."
)
PROVEN = "No plan does better by them; that is proven."
FOUND = "It is the best that was found in the time given."


class PersonInPlan(NamedSentences):
    """What somebody does in the best plan and why; ``was`` says where they were left out, if anywhere."""

    was: str


class NowIn(TypedDict):
    """Those who have a part now; ``none`` says so where nobody was left out before."""

    title: str
    none: str
    people: list[PersonInPlan]


class ReasonsProps(TypedDict):
    """Everybody's part in the best plan, and why."""

    title: str
    people: list[PersonInPlan]


class ComparisonProps(TypedDict):
    """One's own plan beside the best one and the one by title."""

    title: str
    headline: str
    broken: str
    note: str
    table: TextTable
    now_in: NowIn
    answers: TextTable
    reasons: ReasonsProps
    caution: str


def comparison_props(view: ComparedPlansView, board: MatchboardView) -> ComparisonProps:
    """What the comparison shows beside this board."""
    tasks = [job.name for job in board.work]
    return {
        "title": "Your plan beside the best one",
        "headline": _headline(view),
        "broken": _broken(len(board.broken)),
        "note": "The seven questions are asked one after the other, and an earlier one is never given up for a later. "
        "“By title” fills each task from the top of the list of posts, as habit does.",
        "table": {
            "title": "The seven questions",
            "columns": ["Question", "By title", "Yours", "The best", "What the best gains on yours"],
            "rows": [_row(view, stage, len(tasks)) for stage in STAGES],
        },
        "now_in": _now_in(view),
        "answers": {
            "title": "Who answers for what",
            "columns": ["Task", "By title", "Yours", "The best"],
            "rows": [[task, *(side.accountable.get(task, "nobody") for side in _sides(view))] for task in tasks],
        },
        "reasons": {
            "title": "Everybody's part in the best plan, and why",
            "people": [{"name": name, "was": "", "sentences": list(why)} for name, why in view.people.items()],
        },
        "caution": CAUTION.format(proof=PROVEN if view.proven else FOUND),
    }


def _headline(view: ComparedPlansView) -> str:
    stage = view.first_difference
    if stage is None:
        return "No plan does better than yours, by any of the seven questions."
    own, best = view.own.measures, view.best.measures
    if gain(stage, own, best) < 0:
        return "Your plan scores higher at one question, by breaking a rule that the best plan keeps."
    better = gain(stage, view.by_title.measures, own) > 0
    aside = " There, your plan already does better than habit." if better else ""
    place = STAGES.index(stage)
    if not place:
        return f"The best plan is ahead from the first question on: {_gained(stage, own, best)}.{aside}"
    same = f"Your plan is as good as any in the first {_first(place)}."
    return f"{same} Then the best one is ahead: {_gained(stage, own, best)}.{aside}"


def _broken(rules: int) -> str:
    """What a plan by hand must still be told before it is compared."""
    things = counted(rules, "thing is", "things are")
    return f"In yours, {things} still to be done: see the list above. In the best plan nothing is." if rules else ""


def _first(place: int) -> str:
    numbers = ("question", "two questions", "three questions", "four questions", "five questions", "six questions")
    return numbers[place - 1]


def _sides(view: ComparedPlansView) -> tuple[Side, Side, Side]:
    return view.by_title, view.own, view.best


def _row(view: ComparedPlansView, stage: StageName, tasks: int) -> list[str]:
    values = [_value(stage, side, tasks) for side in _sides(view)]
    return [QUESTIONS[stage], *values, _gained(stage, view.own.measures, view.best.measures)]


def _value(stage: StageName, side: Side, tasks: int) -> str:
    value = float(side.measures[stage])
    if stage == "greatest_load":
        return f"{value:.0%}"
    if stage == "without_part":
        return f"{value:g}: {listed(list(side.left_out))}" if side.left_out else "nobody"
    if stage == "unsupported" and tasks > len(side.accountable):
        return f"{value:g}, and {tasks - len(side.accountable)} that nobody answers for"
    return f"{value:g}"


def _gained(stage: StageName, own: Measures, best: Measures) -> str:
    """By how much the best plan is ahead, or behind: a later question may pay for an earlier one."""
    step = gain(stage, own, best) * (100 if stage == "greatest_load" else 1)
    if not step:
        return "the same"
    unit = UNITS[stage][abs(step) != 1]
    more = (step > 0) == (stage in MOST)
    words = f"{abs(step):.0f} {unit} {'more' if more else 'fewer'}"
    return words if step > 0 else f"nothing: {words}, given up for the questions above"


def _now_in(view: ComparedPlansView) -> NowIn:
    """Those who were left out by title or by oneself and have a part now, each with what they do."""
    return {
        "title": "Who has a part now",
        "none": "" if view.now_in else "Nobody was left out, neither by title nor by you.",
        "people": [
            {"name": name, "was": _was(view, name), "sentences": list(view.people[name])} for name in view.now_in
        ],
    }


def _was(view: ComparedPlansView, name: str) -> str:
    left_by = [
        words for words, side in (("by title", view.by_title), ("in your plan", view.own)) if name in side.left_out
    ]
    return f"left out {listed(left_by)}"
