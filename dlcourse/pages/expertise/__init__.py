"""A person's own expertise: the pages, and what opens them."""

from dlcourse.pages.registry import Opening, add_page, exercise, notebook_call

add_page("expertise", "dlcourse.pages.expertise.page")


@exercise("expertise")
@notebook_call
def expertise() -> Opening:
    """What you bring and what you would like to learn: rate yourself on a list, and read your profile in words."""
    return Opening("expertise")
