"""What every screen of the role-play page has."""

from dlcourse.pages.props import LinkProps, PageProps

STUDIO: LinkProps = {"to": "studio", "text": "Back to the studio", "note": ""}
"""The way back for whoever wrote the scenario."""


class RoleplayFrame(PageProps):
    """The scenario's title, empty until it is known; ``missing`` where there is no such scenario.

    ``studio`` leads an author back to the studio; it is None for everybody else.
    """

    title: str
    missing: bool
    studio: LinkProps | None
