"""A cohort as a whole, for those who lead it: the page with the report, and signing off."""

from dlcourse.pages.registry import FACILITATOR_LINKS, PageLink, add_page

REPORT_PAGE = "cohort-report"

add_page(REPORT_PAGE, "dlcourse.pages.overview.report", "cohort/{cohort}/report")

for rank, (stem, title, note) in enumerate(
    (
        (
            "before-you-begin",
            "Before you begin",
            "Who has joined, and whether a phone in this room reaches the course.",
        ),
        (
            "overview",
            "The room at a glance",
            "How far people are, where they are stuck, and what they decided and said.",
        ),
        ("live", "A live role-play, while it goes on", "What the tables have said so far, as counts."),
        ("debrief", "The debrief of a live role-play", "What the tables decided, for the wall."),
    ),
    1,
):
    FACILITATOR_LINKS.add(stem, PageLink(f"facilitator/{stem}", title, rank * 10, note))
