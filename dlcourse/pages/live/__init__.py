"""Live role-plays: the page of each person in a session, and the pages of those who lead it."""

from dlcourse.pages.registry import Opening, add_page, notebook_call

SEAT_PAGE, LEAD_LIVE_PAGE, OPEN_LIVE_PAGE = "live", "lead-live", "open-live"
SCREEN_PAGE, FIGURES_PAGE, QUESTIONS_PAGE = "live-screen", "live-figures", "live-questions"
GROUP_PAGE, HERE_PAGE = "live-group", "live-here"

add_page(HERE_PAGE, "dlcourse.pages.live.here", "live-now")
add_page(SEAT_PAGE, "dlcourse.pages.live.seat", "live/{session}")
add_page(OPEN_LIVE_PAGE, "dlcourse.pages.live.leading.opening", "cohort/{cohort}/live")
add_page(LEAD_LIVE_PAGE, "dlcourse.pages.live.leading.console", "cohort/{cohort}/live/{session}")
add_page(SCREEN_PAGE, "dlcourse.pages.live.room.screen", "cohort/{cohort}/live/{session}/screen")
add_page(FIGURES_PAGE, "dlcourse.pages.live.room.figures", "cohort/{cohort}/live/{session}/figures")
add_page(QUESTIONS_PAGE, "dlcourse.pages.live.room.questions", "cohort/{cohort}/live/{session}/questions")
add_page(GROUP_PAGE, "dlcourse.pages.live.room.group", "cohort/{cohort}/live/{session}/group/{group}")


@notebook_call
def live() -> Opening:
    """The live role-plays of your cohort that are open now; if you lead the cohort, the way to open one."""
    return Opening(HERE_PAGE)
