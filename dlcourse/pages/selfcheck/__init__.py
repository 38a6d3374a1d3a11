"""Who the learner is, the self-check, the sorting exercise, and situations to judge: the pages, and what opens them."""

from dlcourse.pages.registry import Opening, add_page, exercise, exercise_after_log, notebook_call

add_page("about-you", "dlcourse.pages.selfcheck.about_you")
add_page("check-again", "dlcourse.pages.selfcheck.check_again")
add_page("judgment", "dlcourse.pages.selfcheck.judgment")
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


@notebook_call
def judgment(time: str) -> Opening:
    """Eight situations, and what you would do first: ``"before"`` the course, and eight others ``"after"`` it."""
    return Opening("judgment", {"exercise": "judgment", "time": time})


@exercise_after_log("judgment")
def judge_before(exercise: str) -> Opening:
    """The eight situations of the start."""
    return Opening("judgment", {"exercise": exercise, "time": "before"})


@exercise_after_log("judgment-again")
def judge_after(exercise: str) -> Opening:
    """The eight situations of the end."""
    return Opening("judgment", {"exercise": exercise, "time": "after"})
