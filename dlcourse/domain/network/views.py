"""What a person sees of networks: a list of them, their people, one's own as entered, and one with all its figures.

Until somebody has guessed, or chosen not to, they see only the people.
"""

from typing import Literal

from dlcourse.domain.colleague_lists import ColleagueList
from dlcourse.domain.network.graph import Figures, Graph
from dlcourse.domain.network.messages import Files, Guess, Network
from dlcourse.domain.network.stretch import Counts, Spread
from dlcourse.domain.speech import Query, Value, View


class About(Value):
    """What an author says about a sample network, and how many people and ties it has."""

    id: str
    title: str
    about: str
    people: int
    ties: int


class Networks(Query):
    """The networks that I can look at."""


class TryNetwork(Query):
    """Whether these files can be saved as a network."""

    files: Files


class OwnNetwork(Query):
    """My own network, for editing."""


class TakeNetwork(Query):
    """A workbook to download: my own network, or a template to start from."""

    what: Literal["own", "template"]


class NetworkPeople(Query):
    """The people of a network, before anything else about it is shown."""

    network: str


class NetworkLook(Query):
    """A network with its drawing and its figures, about one topic or, if none is named, about all."""

    network: str
    topic: str = ""


class NetworkOffer(Value):
    """A network that I can look at; ``guessed`` says whether I have guessed about it."""

    id: str
    title: str
    about: str
    people: int
    ties: int
    guessed: bool


class NetworksView(View):
    """The samples, and my own network (without a title) if I have one."""

    samples: tuple[NetworkOffer, ...]
    own: NetworkOffer | None


class Trouble(Value):
    """A problem in a file: where, what, and what to do."""

    where: str
    what: str
    remedy: str


class TriedView(View):
    """The first problems in the files. If there is none, they can be saved.

    ``more`` counts the problems that are left out, ``listing`` is all of them as CSV where some are. ``notes`` say what
    else the owner of the files should know.
    """

    troubles: tuple[Trouble, ...]
    more: int = 0
    listing: str = ""
    notes: tuple[str, ...] = ()


class NetworkPeopleView(View):
    """The people of a network with their roles, and my guess."""

    network: str
    title: str
    about: str
    people: tuple[str, ...]
    roles: dict[str, str]
    guess: Guess | None


class NetworkLookView(View):
    """Everything about a network.

    ``whole`` has all ties, ``graph`` those about ``topic``. ``places`` gives each person's position in a drawing of
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


class OwnNetworkView(View):
    """My own network, empty if I have none, and its drawing unless it is empty or too large for that.

    ``lists`` are colleagues whom I have entered elsewhere in the course.
    """

    network: Network
    look: NetworkLookView | None = None
    lists: tuple[ColleagueList, ...] = ()
