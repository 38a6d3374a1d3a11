"""Sessions, progress, the principles and the home page: the pages, and what opens them."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, notebook_call

add_page("home", "dlcourse.pages.curriculum.home", "")
add_page("principles", "dlcourse.pages.curriculum.principles", "principles")
add_page("shared", "dlcourse.pages.curriculum.shared", "shared/{author}")
HOME_LINKS.add(
    "principles", PageLink("principles", "The sixteen principles", 65, "What each of them means, and what it does not.")
)


@notebook_call
def principles() -> Opening:
    """The nine principles, the five and the two tasks: what each means, what it does not, and where you meet it."""
    return Opening("principles")
