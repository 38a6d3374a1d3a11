"""Live role-plays: the page of each person in a session, and the pages of those who lead it."""

from dlcourse.pages.registry import add_page

SEAT_PAGE, LEAD_LIVE_PAGE, OPEN_LIVE_PAGE = "live", "lead-live", "open-live"

add_page(SEAT_PAGE, "dlcourse.pages.live.seat", "live/{session}")
add_page(OPEN_LIVE_PAGE, "dlcourse.pages.live.opening", "cohort/{cohort}/live")
add_page(LEAD_LIVE_PAGE, "dlcourse.pages.live.console", "cohort/{cohort}/live/{session}")
