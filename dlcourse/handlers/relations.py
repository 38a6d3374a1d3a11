"""How a viewer stands to the author of something that can be shared."""

from dlcourse.domain.sharing import Relation
from dlcourse.domain.viewer import Viewer


def relations_to(viewer: Viewer, author: str) -> frozenset[Relation]:
    """The viewer's relations to an author. Until cohorts exist, everybody else is a stranger."""
    return frozenset({"self"}) if viewer.person == author else frozenset()
