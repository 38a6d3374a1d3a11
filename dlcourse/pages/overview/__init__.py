"""A cohort as a whole, for those who lead it: the page with the report, and signing off."""

from dlcourse.pages.registry import add_page

REPORT_PAGE = "cohort-report"

add_page(REPORT_PAGE, "dlcourse.pages.overview.report", "cohort/{cohort}/report")
