"""Role-plays: scenarios, tables, colleagues, debriefs, and the map of paths: the pages, and what opens them."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, exercise, notebook_call

add_page("roleplay", "dlcourse.pages.roleplay.page", "play/{scenario}")
add_page("rehearsal", "dlcourse.pages.roleplay.studio.rehearsal", "rehearse/{file}")
add_page("paper-kit", "dlcourse.pages.roleplay.kit.page", "kit/{scenario}")
add_page("paper-kits", "dlcourse.pages.roleplay.kit.shelf", "kit")
add_page("studio", "dlcourse.pages.roleplay.studio.page", "studio")
HOME_LINKS.add("studio", PageLink("studio", "Scenario studio", 25, "Write a role-play of your own.", for_members=False))
HOME_LINKS.add(
    "kit",
    PageLink("kit", "Role-plays on paper", 67, "To print and play in a room without any computer.", for_members=False),
)


@exercise("play")
@notebook_call
def play(scenario: str) -> Opening:
    """The role-play of this scenario, to be played in the notebook or the app that shows it.

    ``scenario`` is the id of a scenario of the course, or of a file in the home folder's ``scenarios``. What you do
    is saved at each step. Run the cell again to continue where you left off.
    """
    return Opening("roleplay", {"scenario": scenario})


@notebook_call
def studio() -> Opening:
    """The scenario studio, where you write a role-play of your own in a form or as text, and try it as you write."""
    return Opening("studio")
