"""The problem of practice and the improvement plan: the pages, and what opens them."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, exercise, exercise_after_log, notebook_call

add_page("inquiry", "dlcourse.pages.inquiry.page")
add_page("improvement-plan", "dlcourse.pages.inquiry.improvement_plan", "improvement-plan")
HOME_LINKS.add(
    "improvement-plan",
    PageLink(
        "improvement-plan", "Your improvement plan", 5, "One problem at your place, and what you will do about it."
    ),
)


@exercise("problem")
@notebook_call
def inquiry(part: str) -> Opening:
    """Your problem of practice: what this session adds to it. Nobody but you can see it unless you share your plan."""
    return Opening("inquiry", {"part": part})


@exercise_after_log("improvement-plan")
@notebook_call
def improvement_plan() -> Opening:
    """Your improvement plan on one page, made from what you wrote in the sessions, with its dates and check-ins."""
    return Opening("improvement-plan")
