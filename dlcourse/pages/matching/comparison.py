"""The comparison: the best plan beside one's own and the one by title, in everyday words."""

from typing import TypedDict

from dlcourse.domain.matching.board_view import MatchboardView
from dlcourse.domain.matching.comparison import ComparedPlansView, PlanComparison, Side, gain
from dlcourse.domain.matching.plan import MOST, STAGES, Measures, StageName
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.matching.words import COMPARISON, QUESTIONS, UNITS
from dlcourse.pages.props import NamedSentences, TextTable
from dlcourse.pages.words import counted, listed


class PersonInPlan(NamedSentences):
    """What somebody does in the best plan and why; ``was`` says where they were left out, if anywhere."""

    was: str


class NowIn(TypedDict):
    """Those who have a part now; ``none`` says so if nobody was left out before."""

    title: str
    none: str
    people: list[PersonInPlan]


class ReasonsProps(TypedDict):
    """Everybody's part in the best plan, and why."""

    title: str
    people: list[PersonInPlan]


class ComparisonProps(TypedDict):
    """One's own plan beside the best one and the one by title: a verdict beside a chart, and the seven questions."""

    title: str
    headline: str
    broken: str
    note: str
    chart: ChartProps
    table: TextTable
    now_in: NowIn
    answers: TextTable
    reasons: ReasonsProps
    caution: str


def comparison_props(view: ComparedPlansView, board: MatchboardView) -> ComparisonProps:
    """What the comparison shows beside this board."""
    tasks, found = [task.name for task in board.work], view.found
    return {
        "title": COMPARISON["title"],
        "headline": _headline(found),
        "broken": _unfinished(found.own.broken),
        "note": COMPARISON["note"],
        "chart": drawn(view.chart),
        "table": {
            "title": COMPARISON["questions"],
            "columns": COMPARISON["columns"].split("|"),
            "rows": [_row(found, stage, len(tasks)) for stage in STAGES],
        },
        "now_in": _now_in(found),
        "answers": {
            "title": COMPARISON["answers"],
            "columns": COMPARISON["answer_columns"].split("|"),
            "rows": [_answers(found, task) for task in tasks],
        },
        "reasons": {
            "title": COMPARISON["reasons"],
            "people": [{"name": name, "was": "", "sentences": list(why)} for name, why in found.people.items()],
        },
        "caution": COMPARISON["caution"].format(proof=COMPARISON["proven" if found.proven else "found"]),
    }


def _headline(found: PlanComparison) -> str:
    """Where one's own plan falls behind the best one, and whether it beats habit there."""
    stage = found.first_difference
    if stage is None:
        return COMPARISON["best"]
    own, best = found.own.measures, found.best.measures
    if gain(stage, own, best) < 0:
        return COMPARISON["breaks"]
    verdict = _ahead(found, stage)
    beats = gain(stage, found.by_title.measures, own) > 0
    return f"{verdict} {COMPARISON['beats_habit']}" if beats else verdict


def _ahead(found: PlanComparison, stage: StageName) -> str:
    """In what the best plan does better; people without a part are named."""
    missed = [name for name in found.own.left_out if name not in found.best.left_out]
    if stage == "without_part" and missed:
        return COMPARISON["without_part"].format(people=listed(missed), verb="has" if len(missed) == 1 else "have")
    gained = _amount(stage, found.own.measures, found.best.measures)
    return COMPARISON["ahead_in"].format(question=QUESTIONS[stage], gain=gained)


def _unfinished(broken: int) -> str:
    """A sentence on the rules that one's own plan still breaks; empty if it breaks none."""
    return COMPARISON["unfinished"].format(things=counted(broken, "thing is", "things are")) if broken else ""


def _sides(found: PlanComparison) -> tuple[Side, Side, Side]:
    return found.by_title, found.own, found.best


def _answers(found: PlanComparison, task: str) -> list[str]:
    return [task, *(side.accountable.get(task, COMPARISON["nobody"]) for side in _sides(found))]


def _row(found: PlanComparison, stage: StageName, tasks: int) -> list[str]:
    values = [_value(stage, side, tasks) for side in _sides(found)]
    return [QUESTIONS[stage], *values, _verdict(stage, found.own.measures, found.best.measures)]


def _value(stage: StageName, side: Side, tasks: int) -> str:
    value, unanswered = float(side.measures[stage]), tasks - len(side.accountable)
    if stage == "greatest_load":
        return f"{value:.0%}"
    if stage == "without_part":
        return f"{value:g}: {listed(list(side.left_out))}" if side.left_out else COMPARISON["nobody"]
    if stage == "unsupported" and unanswered:
        return COMPARISON["unanswered"].format(value=value, tasks=unanswered)
    return f"{value:g}"


def _verdict(stage: StageName, own: Measures, best: Measures) -> str:
    """What the two values mean for one's own plan; a later question may pay for an earlier one."""
    step = gain(stage, own, best)
    if not step:
        return COMPARISON["equal"]
    if step > 0:
        return COMPARISON["behind"].format(gain=_amount(stage, own, best))
    return COMPARISON["ahead"].format(gain=_amount(stage, best, own))


def _amount(stage: StageName, worse: Measures, better: Measures) -> str:
    """How much better, in words: ``2 fewer gaps``."""
    step = gain(stage, worse, better) * (100 if stage == "greatest_load" else 1)
    return f"{step:.3g} {'more' if stage in MOST else 'fewer'} {UNITS[stage][step != 1]}"


def _now_in(found: PlanComparison) -> NowIn:
    """Those who were left out by title or by oneself and have a part now, each with what they do."""
    return {
        "title": COMPARISON["now_in"],
        "none": "" if found.now_in else COMPARISON["none_out"],
        "people": [
            {"name": name, "was": _was(found, name), "sentences": list(found.people[name])} for name in found.now_in
        ],
    }


def _was(found: PlanComparison, name: str) -> str:
    sides = (("by_title", found.by_title), ("by_you", found.own))
    return COMPARISON["left_out"].format(
        where=listed([COMPARISON[key] for key, side in sides if name in side.left_out])
    )
