"""The aim that people share, and their provisional rules: the page, and what opens it."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, exercise, notebook_call

add_page("ground-rules", "dlcourse.pages.ground_rules.page", "ground-rules")
add_page("rules-room", "dlcourse.pages.ground_rules.room", "ground-rules/room")
HOME_LINKS.add("ground-rules", PageLink("ground-rules", "Your ground rules", 12, "What you want, and how you work."))


@exercise("ground-rules")
@notebook_call
def ground_rules() -> Opening:
    """Your ground rules, or those of your cohort: the aim, and the rules you try for it until a day of review."""
    return Opening("ground-rules")
