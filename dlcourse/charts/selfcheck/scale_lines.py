"""What both drawings of the self-check have: a line for each subject, from one end of the scale to the other."""

import altair as alt

from dlcourse.charts.theme import LINE, QUIET, plot

HEIGHT = 34
"""The height of one subject, in CSS pixels: its name, and below it its line."""
BELOW = 8
"""How far a line is below the middle of its subject, in CSS pixels."""
SUBJECT = alt.Y("subject:N", axis=None).sort(None)
FIRST, LAST = 1, 5
"""The steps at the ends of the scale."""


def place(field: str) -> alt.X:
    """A place on the scale."""
    return alt.X(f"{field}:Q", axis=None).scale(domain=[FIRST, LAST], nice=False, zero=False)


def lines() -> list[alt.Chart]:
    """The steps with their words, and each subject's name and line; an ``unseen`` subject has words instead of it."""
    align = f"datum.step === {FIRST} ? 'left' : 'right'"
    steps = plot().transform_filter("isValid(datum.step)").encode(x=place("step"))
    subjects = plot().transform_filter("isValid(datum.name)").encode(y=SUBJECT)
    seen = subjects.transform_filter("!datum.unseen")
    start, end = alt.XDatum(FIRST, axis=None), alt.X2Datum(LAST)
    return [
        steps.mark_rule(color=LINE, strokeDash=[1, 0]).encode(y=alt.value(HEIGHT - BELOW), y2=alt.value("height")),
        steps.mark_text(align=alt.ExprRef(align), color=QUIET).encode(y=SUBJECT, text="step_word:N"),
        seen.mark_rule(color=LINE, strokeDash=[1, 0], yOffset=BELOW).encode(x=start, x2=end),
        subjects.mark_text(align="left", yOffset=-BELOW).encode(x=start, text="name:N"),
        subjects.mark_text(align="left", yOffset=BELOW, color=QUIET).encode(x=start, text="unseen:N"),
    ]
