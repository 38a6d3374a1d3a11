"""What every screen of the role-play page has."""

from dlcourse.pages.props import PageProps


class RoleplayFrame(PageProps):
    """The scenario's title, empty until it is known; ``missing`` where there is no such scenario."""

    title: str
    missing: bool
