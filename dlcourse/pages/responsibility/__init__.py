"""How people in various roles share responsibility: the page, and what opens it."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, exercise, notebook_call

add_page("responsibility", "dlcourse.pages.responsibility.page", "responsibility")
add_page("map-room", "dlcourse.pages.responsibility.room", "responsibility/room")
HOME_LINKS.add("responsibility", PageLink("responsibility", "Who answers for what", 14, "How you share it out."))


@exercise("responsibility")
@notebook_call
def responsibility() -> Opening:
    """Who leads, contributes, learns and answers: yours, or your cohort's; with a strain test and the trace."""
    return Opening("responsibility")
