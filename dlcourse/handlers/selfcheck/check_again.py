"""Handler of the second self-check; its ratings are recorded with those of the first."""

from dlcourse.charts.selfcheck.change import change_chart
from dlcourse.domain.selfcheck.check_again import CheckAgain, CheckAgainView, check_again_view
from dlcourse.domain.selfcheck.readiness import Check, levels_of
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import exercise_begun, exercise_done, exercise_last, look_up
from dlcourse.handlers.selfcheck import readiness


@look_up.register
def show_check_again(query: CheckAgain, context: ReadContext) -> CheckAgainView:
    view = change(query.check, context)
    return view.model_copy(update={"chart": change_chart(view)})


def change(check: str, context: ReadContext) -> CheckAgainView:
    """Both self-checks of the person beside each other, without the chart."""
    first, second = (readiness.profile(Check(check=check, round=round_), context) for round_ in (1, 2))
    return check_again_view(first, second)


@exercise_done("check-again")
def has_answered_again(check: str, context: ReadContext) -> bool:
    return readiness.answered_all(check, context, 2)


@exercise_begun("check-again")
def has_answered_some_again(check: str, context: ReadContext) -> bool:
    return bool(levels_of(readiness.events(context.transaction, context.person), check, 2))


@exercise_last("check-again")
def last_answered_again(check: str, context: ReadContext) -> str:
    return readiness.last_rated(check, context, 2)
