"""Who the learner is, the readiness self-check, and the sorting exercise: the pages, and what opens them."""

from dlcourse.pages.registry import Opening, add_page, exercise, notebook_call

add_page("about-you", "dlcourse.pages.selfcheck.about_you")
add_page("check-again", "dlcourse.pages.selfcheck.check_again")
add_page("self-check", "dlcourse.pages.selfcheck.readiness")
add_page("sorting", "dlcourse.pages.selfcheck.sorting")


@exercise("about-you")
@notebook_call
def about_you() -> Opening:
    """Who you are: three short lines that only you can see."""
    return Opening("about-you")


@exercise("self-check")
@notebook_call
def self_check(check: str, *, again: bool = False) -> Opening:
    """The self-check of this name; each answer is saved as it is given, and the profile is in words.

    With ``again``, it is asked a second time, at the end of the course, and the two are shown side by side.
    """
    return Opening("check-again" if again else "self-check", {"check": check})


@exercise("check-again")
def check_again(check: str) -> Opening:
    """The same self-check at the end of the course."""
    return self_check(check, again=True)


@exercise("sort")
@notebook_call
def sort(exercise: str) -> Opening:
    """The sorting exercise of this name: one situation after another, with a reason for each answer."""
    return Opening("sorting", {"exercise": exercise})
