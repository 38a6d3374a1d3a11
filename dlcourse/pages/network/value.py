"""What a notebook cell can read of a network: its people, and its ties and figures once the page shows them."""

from typing import TypedDict

from dlcourse.domain.network.graph import Graph
from dlcourse.domain.network.messages import OWN
from dlcourse.domain.network.views import NetworkLookView, NetworkPeopleView, OwnNetworkView
from dlcourse.domain.speech import View


class TieValue(TypedDict):
    """One person turns to another; ``topic`` is empty if none is named."""

    who: str
    to: str
    topic: str


class NetworkValue(TypedDict):
    """A network as it is shown. ``topic`` is the one that is looked at, or empty for all.

    ``ties`` are None as long as somebody has not guessed yet. ``figures`` are those of ``dlcourse network --json``;
    None as long as they are not shown.
    """

    network: str
    topic: str
    people: list[str]
    ties: list[TieValue] | None
    figures: dict[str, object] | None


def network_value(view: View | None) -> NetworkValue | None:
    """The network as plain data; None while a person chooses one."""
    match view:
        case NetworkPeopleView():
            return {"network": view.network, "topic": "", "people": list(view.people), "ties": None, "figures": None}
        case OwnNetworkView():
            return _value(OWN, "", view.network.graph, None)
        case NetworkLookView():
            return _value(view.network, view.topic, view.graph, view.figures.model_dump(mode="json"))
        case _:
            return None


def _value(network: str, topic: str, graph: Graph, figures: dict[str, object] | None) -> NetworkValue:
    ties: list[TieValue] = [{"who": tie.who, "to": tie.to, "topic": tie.topic} for tie in graph.ties]
    return {"network": network, "topic": topic, "people": list(graph.people), "ties": ties, "figures": figures}
