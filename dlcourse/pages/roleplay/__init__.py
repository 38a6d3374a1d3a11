"""Role-plays: scenarios, tables, colleagues, debriefs, and the map of paths: the pages, and what opens them."""

from dlcourse.pages.registry import Opening, add_page, exercise, notebook_call

add_page("roleplay", "dlcourse.pages.roleplay.page", "play/{scenario}")


@exercise("play")
@notebook_call
def play(scenario: str) -> Opening:
    """The role-play of this scenario, to be played in the notebook or the app that shows it.

    ``scenario`` is the id of a scenario of the course, or of a file in the home folder's ``scenarios``. What you do
    is saved at each step; running the cell again goes on where you were.
    """
    return Opening("roleplay", {"scenario": scenario})
