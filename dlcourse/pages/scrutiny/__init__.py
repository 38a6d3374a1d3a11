"""Scrutiny rounds, and a practice of one's own: the pages, and what opens them."""

from dlcourse.pages.registry import Opening, add_page, exercise, notebook_call

add_page("own-practice", "dlcourse.pages.scrutiny.own_practice")
add_page("scrutiny", "dlcourse.pages.scrutiny.page")


@exercise("open-practice")
@notebook_call
def open_practice(exercise: str) -> Opening:
    """The scrutiny round of this name: a leader opens a practice first; each gives comments and each receives some."""
    return Opening("scrutiny", {"exercise": exercise})


@exercise("own-practice")
@notebook_call
def own_practice(exercise: str) -> Opening:
    """A practice of your own, written down and read through other people's eyes; nobody but you can see it."""
    return Opening("own-practice", {"exercise": exercise})
