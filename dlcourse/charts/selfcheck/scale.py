"""What both charts of the self-check have: the steps of the scale, and the subjects with their means."""

from collections.abc import Mapping

from dlcourse.domain.chart import Row
from dlcourse.domain.selfcheck.readiness import CheckView
from dlcourse.pages.selfcheck import words
from dlcourse.pages.selfcheck.readiness import word
from dlcourse.pages.words import counted


def steps(check: CheckView) -> list[Row]:
    """A row for each step of the scale. Only the ends have their word, so that they fit on a phone."""
    ends = {check.scale[0].step, check.scale[-1].step}
    return [
        {"subject": "", "step": each.step, "step_word": each.word if each.step in ends else ""} for each in check.scale
    ]


def subject(name: str, means: Mapping[str, float | None], check: CheckView) -> list[Row]:
    """The name of a subject, and a row for each time with a mean. If no time has one, its line says that instead."""
    seen: list[Row] = [
        {"subject": name, "time": time, "mean": mean, "word": word(mean, check)}
        for time, mean in means.items()
        if mean is not None
    ]
    return [{"subject": name, "name": name, "unseen": "" if seen else word(None, check)}, *seen]


def described(template: str, subjects: int, check: CheckView) -> str:
    """How a chart is drawn, with the number of its subjects and the ends of the scale filled in."""
    ends = {"low": check.scale[0].word, "high": check.scale[-1].word}
    return template.format(subjects=counted(subjects, *words.SUBJECTS), **ends)
