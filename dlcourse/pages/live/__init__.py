"""Live role-plays: the page of each person in a session, and the pages of those who lead it."""

from dlcourse.pages.registry import add_page

SEAT_PAGE, LEAD_LIVE_PAGE, OPEN_LIVE_PAGE = "live", "lead-live", "open-live"
SCREEN_PAGE, FIGURES_PAGE, QUESTIONS_PAGE = "live-screen", "live-figures", "live-questions"
GROUP_PAGE = "live-group"

add_page(SEAT_PAGE, "dlcourse.pages.live.seat", "live/{session}")
add_page(OPEN_LIVE_PAGE, "dlcourse.pages.live.leading.opening", "cohort/{cohort}/live")
add_page(LEAD_LIVE_PAGE, "dlcourse.pages.live.leading.console", "cohort/{cohort}/live/{session}")
add_page(SCREEN_PAGE, "dlcourse.pages.live.room.screen", "cohort/{cohort}/live/{session}/screen")
add_page(FIGURES_PAGE, "dlcourse.pages.live.room.figures", "cohort/{cohort}/live/{session}/figures")
add_page(QUESTIONS_PAGE, "dlcourse.pages.live.room.questions", "cohort/{cohort}/live/{session}/questions")
add_page(GROUP_PAGE, "dlcourse.pages.live.room.group", "cohort/{cohort}/live/{session}/group/{group}")
