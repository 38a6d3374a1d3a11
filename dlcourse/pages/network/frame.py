"""What every screen of the network page has."""

from dlcourse.pages.props import PageProps


class NetworkFrame(PageProps):
    """The props of a page, with its title."""

    title: str
