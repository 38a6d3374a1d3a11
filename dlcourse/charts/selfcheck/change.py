"""What changed between the two self-checks: how often somebody saw each subject at the start, and how often now."""

from dlcourse.charts.selfcheck.scale import described, steps, subject
from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.selfcheck.check_again import CheckAgainView, GroupChange
from dlcourse.pages.selfcheck import words
from dlcourse.pages.selfcheck.readiness import word
from dlcourse.pages.words import counted


def change_chart(view: CheckAgainView) -> Chart | None:
    """A line for each group that is complete both times, with a mark for each time; None if no group has a mean."""
    groups = [group for group in view.groups if group.way != "incomplete"]
    if all(mean is None for group in groups for mean in (group.first, group.second)):
        return None
    return Chart(
        title=words.CHANGE_CHART,
        says=_says(groups),
        description=described(words.CHANGE_DRAWN, len(groups), view.check),
        spec=filled("selfcheck.change", [*steps(view.check), *(row for each in groups for row in _rows(each, view))]),
        columns=(words.SUBJECT, *words.TIMES),
        rows=tuple((each.name, word(each.first, view.check), word(each.second, view.check)) for each in groups),
    )


def _rows(group: GroupChange, view: CheckAgainView) -> list[Row]:
    means = dict(zip(words.TIMES, (group.first, group.second), strict=True))
    return subject(group.name, means, view.check)


def _says(groups: list[GroupChange]) -> str:
    """The sentence: how many groups clearly went up, and how many went down. A little change is neither."""
    more, less = (sum(group.way == way for group in groups) for way in ("more", "less"))
    return words.CHANGED.format(
        subjects=counted(len(groups), *words.SUBJECTS), more=more or "none", less=less or "none"
    )
