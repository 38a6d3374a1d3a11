"""The bar of a session's steps, in words."""

from dlcourse.domain.curriculum.steps import SessionStep, StepMark
from dlcourse.pages.curriculum.steps import read_more, steps_bar


def mark(step: str, minutes: float, *, done: bool) -> StepMark:
    """A step to be read."""
    made = SessionStep(id=step, kind="read", title=f"The {step}", anchor=f"The-{step}", minutes=minutes)
    return StepMark(step=made, done=done, reads=True)


def test_the_bar_says_where_one_is_and_what_is_left() -> None:
    """Steps have numbers, kinds and minutes, and one goes on where the first is not done."""
    bar = steps_bar((mark("first", 10, done=True), mark("second", 0.2, done=False)), 51)
    assert [step["place"] for step in bar["steps"]] == ["Step 1 of 2: Read", "Step 2 of 2: Read"]
    assert [step["mark"] for step in bar["steps"]] == ["done", ""]
    assert [step["minutes"] for step in bar["steps"]] == ["10 minutes", "1 minute"]
    assert [step["goes_on"] for step in bar["steps"]] == [False, True]
    assert bar["left"] == "1 minute left"
    assert [step["left"] for step in bar["steps"]] == [0, 1]
    assert (bar["one_left"], bar["many_left"]) == ("1 minute left", "Up to {minutes} minutes left")


def test_the_bar_of_a_session_that_is_done_says_so() -> None:
    """With all steps done there is nothing to go on with."""
    bar = steps_bar((mark("first", 10, done=True),), 51)
    assert [(step["kind"], step["goes_on"]) for step in bar["steps"]] == [("Read", False)]
    assert bar["left"] == "All steps are done"


def test_a_folded_text_says_how_long_it_is() -> None:
    """The title of a folded text is followed by its minutes."""
    assert read_more("Three doubts", 1) == "Read more: Three doubts (1 minute)"
