"""Who turns to whom, and how leadership functions stretch over people: the pages, and what opens them."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, exercise, notebook_call

add_page("network", "dlcourse.pages.network.page", "network")
HOME_LINKS.add("network", PageLink("network", "Your own network", 30, "Draw who turns to whom at your place."))


@exercise("network")
@notebook_call
def network(sample: str = "") -> Opening:
    """Who turns to whom: the sample network of this name, or, without a name, a choice of all samples and your own.

    What you enter or bring stays with you, is saved at each step, and can be deleted.
    """
    return Opening("network", {"network": sample})
