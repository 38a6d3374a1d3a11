"""Controlled trials: the page, and what opens it."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, exercise, notebook_call

add_page("trials", "dlcourse.pages.trial.page", "trials")
HOME_LINKS.add(
    "trials", PageLink("trials", "Your trials", 24, "Small trials with a prediction, a limit and a rule for stopping.")
)


@exercise("trial")
@notebook_call
def trials() -> Opening:
    """Your controlled trials: what you expect, how much is too much, what you measured, and what it taught."""
    return Opening("trials")
