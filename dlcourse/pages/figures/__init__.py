"""Figures that explain an idea, drawn from code: the page, and what opens it."""

from dlcourse.pages.registry import Opening, add_page, notebook_call

add_page("figure", "dlcourse.pages.figures.page", "figure/{name}")


@notebook_call
def figure(name: str) -> Opening:
    """The figure of this name, such as "hidden-profile", with a description for those who cannot see it."""
    return Opening("figure", {"name": name})
