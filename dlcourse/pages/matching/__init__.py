"""Matching expertise to work: teams, plans, the board, and role averages: the pages, and what opens them."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, exercise, notebook_call

add_page("averages", "dlcourse.pages.matching.averages")
add_page("matchboard", "dlcourse.pages.matching.board")
add_page("plan", "dlcourse.pages.matching.plan.page", "plan", "plan/{opening}")
HOME_LINKS.add(
    "plan", PageLink("plan/own", "Your own team", 20, "Match your people to your work, by the best plan there is.")
)


@exercise("match")
@notebook_call
def match(team: str) -> Opening:
    """The sample team of this name: match it to its work by hand, then compare with the best plan there is."""
    return Opening("matchboard", {"team": team})


@exercise("averages")
@notebook_call
def averages(team: str) -> Opening:
    """What five occupations call for on average, next to the people of one role in this sample team."""
    return Opening("averages", {"team": team})


@exercise("plan")
@notebook_call
def plan() -> Opening:
    """Planning with your own team, typed in or from a file, or with a sample; only you can see your teams and plans."""
    return Opening("plan")
