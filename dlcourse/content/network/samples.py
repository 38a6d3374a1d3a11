"""The sample networks of the course."""

from dlcourse.content.library import Library
from dlcourse.content.network.ties import sample
from dlcourse.content.yaml_values import read
from dlcourse.domain.names import unknown
from dlcourse.domain.network.messages import Network
from dlcourse.domain.network.views import About


def sample_networks(library: Library) -> tuple[About, ...]:
    """The sample networks, the smallest first."""
    found = (read(path, About) for path in (library.data / "networks").glob("*/about.yaml"))
    return tuple(sorted(found, key=lambda about: about.people))


def sample_network(library: Library, network: str) -> tuple[About, Network]:
    """The sample network with this id; `CourseError` if there is none."""
    about = next((each for each in sample_networks(library) if each.id == network), None)
    if about is None:
        known = [each.id for each in sample_networks(library)]
        raise unknown("network", network, known, "Choose one from the list.")
    return about, sample(library.data / "networks" / network)
