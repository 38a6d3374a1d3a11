"""What people may expect of each other, and what they give for it: the page, and what opens it."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, exercise, notebook_call

add_page("reciprocity", "dlcourse.pages.reciprocity.page", "expectations")
HOME_LINKS.add(
    "expectations",
    PageLink(
        "expectations", "What we ask of each other", 22, "What is expected, and what is given so that it can be done."
    ),
)


@exercise("reciprocity")
@notebook_call
def reciprocity() -> Opening:
    """Your ledger of expectations: what you ask of others and others of you, and what is given for it."""
    return Opening("reciprocity")
