"""Cohorts: the page for those who lead one, the page for its members, and what people are told about their privacy."""

from dlcourse.pages.registry import add_page

COHORT_PAGE, LEAD_PAGE = "cohort", "lead-cohort"

add_page(COHORT_PAGE, "dlcourse.pages.cohort.member", "cohort")
add_page(LEAD_PAGE, "dlcourse.pages.cohort.leading", "cohort/{cohort}")
