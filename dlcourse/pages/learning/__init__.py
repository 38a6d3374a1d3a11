"""How single decisions add up: a school whose choices can be changed, a place like one's own, and what opens them."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, exercise, notebook_call

add_page("school", "dlcourse.pages.learning.school", "school")
add_page("own-place", "dlcourse.pages.learning.own_place", "own-place")
HOME_LINKS.add(
    "own-place", PageLink("own-place", "A place like yours", 26, "Which single change would move its curve most.")
)


@exercise("school")
@notebook_call
def school() -> Opening:
    """A simulated school: change what it does, predict what comes of it, and see it week by week."""
    return Opening("school")


@exercise("own-place")
@notebook_call
def own_place() -> Opening:
    """A place like yours in the model: its curve, and which single change would move it most."""
    return Opening("own-place")
