"""Who turns to whom, and how leadership functions stretch over people: the pages, and what opens them."""

from dlcourse.pages.registry import HOME_LINKS, Opening, PageLink, add_page, exercise, notebook_call

add_page("network", "dlcourse.pages.network.page", "network", "network/{network}")
HOME_LINKS.add("network", PageLink("network/own", "Your own network", 30, "Draw who turns to whom at your place."))


@exercise("network")
@notebook_call
def network(sample: str = "") -> Opening:
    """Who turns to whom: the sample network of this name, or a choice of all samples and your own without a name.

    With the name "own", it is your own network. Only you can see what you enter there. It is saved at each step, and
    you can delete it.
    """
    return Opening("network", {"network": sample})
