"""All of a person's work: export, restore, erase: the pages, and what opens them."""

from dlcourse.pages.registry import FRAME_LINKS, HOME_LINKS, Opening, PageLink, add_page, notebook_call

TITLE = "Your work"

add_page("work", "dlcourse.pages.mywork.page", "work")
HOME_LINKS.add("work", PageLink("work", TITLE, 60, "Take it along, bring it back, or erase it."))
FRAME_LINKS.add("work", PageLink("work", TITLE, 20))


@notebook_call
def your_work() -> Opening:
    """Everything you did in this course: take it along as one file, bring it back, or erase it."""
    return Opening("work")
