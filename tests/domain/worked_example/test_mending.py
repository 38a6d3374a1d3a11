"""A worked example is mended line by line, and gives nothing away before somebody has chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dlcourse.domain.worked_example.mending import (
    ExampleLine,
    LineMended,
    MendLine,
    Wording,
    WorkedExample,
    mend,
    mending_view,
)
from dlcourse.errors import CourseError

LINES = ("who", "what", "by")
EXAMPLE = WorkedExample(
    id="bare",
    title="An example",
    note="Mend it.",
    after="So it goes.",
    lines=tuple(
        ExampleLine(
            id=line,
            label=line.title(),
            text=f"flawed {line}",
            choices=(
                Wording(id="good", text=f"good {line}", mends=True, why=f"praise {line}"),
                Wording(id="bad", text=f"bad {line}", why=f"blame {line}"),
            ),
        )
        for line in LINES
    ),
)
ANSWERS = st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["good", "bad"])), max_size=12)


@given(ANSWERS)
def test_the_newest_answer_counts_and_nothing_is_told_before(answers: list[tuple[str, str]]) -> None:
    """Each line is as its newest answer left it; reasons are told for that answer only, and the end after all lines."""
    view = mending_view(EXAMPLE, [LineMended(line=line, choice=choice) for line, choice in answers])
    newest = dict(answers)
    assert [line.chosen for line in view.lines] == [newest.get(line, "") for line in LINES]
    assert [line.mended for line in view.lines] == [newest.get(line) == "good" for line in LINES]
    told = {"good": "praise {}", "bad": "blame {}", "": ""}
    assert [line.why for line in view.lines] == [told[newest.get(line, "")].format(line) for line in LINES]
    whole = all(newest.get(line) == "good" for line in LINES)
    assert (view.after, view.next is None) == (EXAMPLE.after if whole else "", whole)
    assert "mends" not in view.model_dump_json()


def test_what_the_example_does_not_have_is_refused() -> None:
    """A line or a choice that the example does not have is refused."""
    for line, choice in (("who", "other"), ("whom", "good")):
        with pytest.raises(CourseError, match="no such line"):
            mend(MendLine(id="mend-it-1", exercise="bare", line=line, choice=choice), EXAMPLE)


@pytest.mark.parametrize("mends", [(False, False), (True, True)])
def test_one_choice_of_each_line_is_right(mends: tuple[bool, bool]) -> None:
    """An author's file in which no choice, or more than one, mends a line is refused."""
    choices = tuple(Wording(id=f"c{place}", text="x", mends=each, why="x") for place, each in enumerate(mends))
    with pytest.raises(ValidationError, match="exactly one choice"):
        ExampleLine(id="who", label="Who", text="x", choices=choices)
