"""The reflection log: entries, drafts and commitments: the pages, and what opens them."""

from dlcourse.pages.registry import FRAME_LINKS, HOME_LINKS, Opening, PageLink, add_page, notebook_call

add_page("log", "dlcourse.pages.reflection.page", "log")
add_page("witness", "dlcourse.pages.reflection.witness", "witness")
HOME_LINKS.add("log", PageLink("log", "Your log", 10, "What you wrote in the sessions, and what you promised."))
FRAME_LINKS.add("log", PageLink("log", "Your log", 10))


@notebook_call
def log(session: str) -> Opening:
    """Your log of this session: its questions with what you wrote to them, and your promise. Saved as you type."""
    return Opening("log", {"session": session})
