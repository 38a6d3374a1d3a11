"""Worked examples that a learner mends: the page, and what opens it."""

from dlcourse.pages.registry import Opening, add_page, exercise, notebook_call

add_page("worked-example", "dlcourse.pages.worked_example.page")


@exercise("worked-example")
@notebook_call
def worked_example(exercise: str) -> Opening:
    """A flawed example, which you mend line by line before you make an entry of your own."""
    return Opening("worked-example", {"exercise": exercise})
