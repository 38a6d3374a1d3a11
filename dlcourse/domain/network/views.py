"""What a person sees of networks: which there are, who is in one, one's own as entered, and one with all its figures.

Before somebody has guessed, or chosen not to, they are shown the people only.
"""

from dlcourse.domain.network.graph import Figures, Graph
from dlcourse.domain.network.messages import Files, Guess, Network
from dlcourse.domain.network.stretch import Counts, Spread
from dlcourse.domain.speech import Query, Value, View


class About(Value):
    """What an author says of a sample network, and how many people and ties it has."""

    id: str
    title: str
    about: str
    people: int
    ties: int


class Networks(Query):
    """Which networks there are to look at."""


class TryNetwork(Query):
    """Whether these files can be brought."""

    files: Files


class OwnNetwork(Query):
    """My own network, to go on with."""


class NetworkPeople(Query):
    """Who is in a network, before anything else of it is seen."""

    network: str


class NetworkLook(Query):
    """A network with its drawing and its figures, about one topic or, with none named, about all."""

    network: str
    topic: str = ""


class NetworkOffer(Value):
    """A network that can be looked at; ``guessed`` tells whether I said what I expect of it."""

    id: str
    title: str
    about: str
    people: int
    ties: int
    guessed: bool


class NetworksView(View):
    """The samples, and my own network, without title, once there is one."""

    samples: tuple[NetworkOffer, ...]
    own: NetworkOffer | None


class Trouble(Value):
    """What is wrong in a file: where, what, and what to do."""

    where: str
    what: str
    remedy: str


class TriedView(View):
    """What is wrong first in the files; nothing: they can be brought.

    ``more`` counts what is left out, ``listing`` is everything as CSV where something is. ``notes`` say what else the
    owner of the files should know.
    """

    troubles: tuple[Trouble, ...]
    more: int = 0
    listing: str = ""
    notes: tuple[str, ...] = ()


class OwnNetworkView(View):
    """My own network as it stands; empty where I have none."""

    network: Network


class NetworkPeopleView(View):
    """The people of a network and their roles, and what I guessed."""

    network: str
    title: str
    about: str
    people: tuple[str, ...]
    roles: dict[str, str]
    guess: Guess | None


class NetworkLookView(View):
    """What there is to see of a network.

    ``whole`` has all ties, ``graph`` those about ``topic``; ``places`` says where each person stands in a drawing of
    ``size`` (across and down), the same for every topic. ``counts`` is the person-by-function map.
    """

    network: str
    title: str
    about: str
    topic: str
    whole: Graph
    graph: Graph
    roles: dict[str, str]
    figures: Figures
    places: tuple[tuple[float, float], ...]
    size: tuple[float, float]
    counts: Counts
    spreads: tuple[Spread, ...]
    guess: Guess | None
