"""The profile of the self-check: how often somebody saw each subject at their place."""

from dlcourse.charts.selfcheck.scale import described, steps, subject
from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart
from dlcourse.domain.selfcheck.readiness import CheckView, GroupProfile
from dlcourse.pages.selfcheck import words
from dlcourse.pages.selfcheck.readiness import word
from dlcourse.pages.words import listed


def profile_chart(check: CheckView) -> Chart | None:
    """A line for each group that is complete, with a dot at its mean; None if no group has a mean."""
    groups = [group for group in check.groups if group.complete]
    rows = [row for group in groups for row in subject(group.name, {words.TIMES[0]: group.mean}, check)]
    means = {group.name: group.mean for group in groups if group.mean is not None}
    if not means:
        return None
    return Chart(
        title=words.PROFILE_CHART,
        says=_says(means, check),
        description=described(words.PROFILE_DRAWN, len(groups), check),
        spec=filled("selfcheck.profile", [*steps(check), *rows]),
        columns=(words.SUBJECT, words.HOW_OFTEN, words.COULD_SEE),
        rows=tuple((group.name, word(group.mean, check), _seen(group)) for group in groups),
    )


def _says(means: dict[str, float], check: CheckView) -> str:
    """The sentence: what was seen most often, and what least often."""
    most, least = (_named(means, end(means.values())) for end in (max, min))
    if most == least:
        return words.SEEN_ALIKE.format(word=word(max(means.values()), check))
    return words.SEEN_BETWEEN.format(most=most, least=least)


def _named(means: dict[str, float], mean: float) -> str:
    return listed([words.QUOTED.format(name=name) for name, each in means.items() if each == mean])


def _seen(group: GroupProfile) -> str:
    return words.SEEN_OF_ALL.format(seen=sum(bool(each.level) for each in group.statements), all=len(group.statements))
