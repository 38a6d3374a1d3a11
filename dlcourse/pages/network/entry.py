"""One's own network: its people, who turns to whom for what, who was seen leading, by hand or from files."""

from typing import Literal, TypedDict

from dlcourse.domain.network.messages import Network
from dlcourse.domain.network.stretch import MOST_ACTS
from dlcourse.domain.network.views import TriedView
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.pages.file_checks import AboutFilesProps, about_files
from dlcourse.pages.network.figures import look_alike
from dlcourse.pages.network.files import NetworkFilesProps, files_props
from dlcourse.pages.network.guess import OWN_TITLE, NetworkFrame
from dlcourse.pages.props import FileProps
from dlcourse.pages.words import counted

CARE = (
    "Before you write down a colleague's name: would they mind? Initials, titles or made-up names serve as well here. "
    "Only you can see what you enter. It stays in your course folder, and what you remove is gone."
)


class PeopleProps(TypedDict):
    """The people so far, the form that adds some, and the words of what can be done with each."""

    title: str
    label: str
    submit: str
    list_title: str
    names: list[str]
    name: str
    what: str
    rename: str
    remove: str
    keep: str
    cancel: str
    new: str
    removes: str


class TieProps(TypedDict):
    """Who turns to whom, and for what, which may be empty."""

    who: str
    to: str
    topic: str


class TiesProps(TypedDict):
    """The ties so far, the form that adds some, and the words of what can be done with each."""

    title: str
    who: str
    to: str
    topic: str
    empty: str
    submit: str
    topics: list[str]
    columns: list[str]
    ties: list[TieProps]
    none: str
    change: str
    remove: str
    keep: str
    cancel: str
    new: str
    list_title: str


class ActProps(TypedDict):
    """How often somebody was seen at a task of leading."""

    person: str
    function: str
    count: int


class ActsProps(TypedDict):
    """Acts of leading so far, and the form that counts some."""

    title: str
    note: str
    person: str
    function: str
    count: str
    most: int
    empty: str
    submit: str
    functions: list[str]
    columns: list[str]
    acts: list[ActProps]
    remove: str
    list_title: str


class RemoveNetworkProps(TypedDict):
    """What deletes the network."""

    title: str
    note: str
    submit: str


class EnterScreen(NetworkFrame):
    """One's own network while it is entered; ``look`` is empty while there is nothing to look at."""

    screen: Literal["enter"]
    heading: str
    care: str
    size: str
    look: str
    people: PeopleProps
    ties: TiesProps | None
    acts: ActsProps | None
    about_file: AboutFilesProps | None
    files: NetworkFilesProps
    taken: FileProps | None
    remove: RemoveNetworkProps | None
    limit: int
    back: str


def enter_screen(frame: NetworkFrame, network: Network, tried: TriedView, taken: FileProps | None) -> EnterScreen:
    """What the screen draws; ``tried`` is what was found in files that came, ``taken`` a list of it."""
    graph = network.graph
    people, ties = counted(len(graph.people), "person", "people"), counted(len(graph.ties), "tie", "ties")
    return {
        **frame,
        "screen": "enter",
        "heading": OWN_TITLE,
        "care": CARE,
        "size": f"{people}, {ties}"
        if graph.people
        else "Nobody is here yet. Begin with the people, or bring files: see below.",
        "look": "Look at it" if graph.ties else "",
        "people": _people(network),
        "ties": _ties(network) if len(graph.people) > 1 else None,
        "acts": _acts(network) if graph.people else None,
        "about_file": about_files((*tried.notes, *look_alike(graph, [act.function for act in network.acts]))),
        "files": files_props(network, tried),
        "taken": taken,
        "remove": _remove() if graph.people else None,
        "limit": MOST_LETTERS,
        "back": "All networks",
    }


def _people(network: Network) -> PeopleProps:
    return {
        "title": "The people",
        "label": "Names or initials, one on each line",
        "submit": "Add people",
        "list_title": f"The {counted(len(network.graph.people), 'person', 'people')}",
        "names": list(network.graph.people),
        "name": "Name",
        "what": "What to do",
        "rename": "Rename",
        "remove": "Remove",
        "keep": "Keep",
        "cancel": "Cancel",
        "new": "New name",
        "removes": "With their ties and acts. This cannot be undone.",
    }


def _ties(network: Network) -> TiesProps:
    graph = network.graph
    return {
        "title": "Who turns to whom, and for what",
        "who": "Who?",
        "to": "Turns to whom?",
        "topic": "For what? (may stay empty)",
        "empty": "Choose…",
        "submit": "Add ties",
        "topics": list(graph.topics),
        "columns": ["Who", "Turns to", "For what", "What to do"],
        "ties": [{"who": tie.who, "to": tie.to, "topic": tie.topic} for tie in graph.ties],
        "none": "No tie is noted yet.",
        "change": "Change",
        "remove": "Remove",
        "keep": "Keep",
        "cancel": "Cancel",
        "new": "For what?",
        "list_title": f"The {counted(len(graph.ties), 'tie', 'ties')}" if graph.ties else "",
    }


def _acts(network: Network) -> ActsProps:
    return {
        "title": "Who was seen leading",
        "note": "If you like: count how often you saw somebody at a task of leading, whatever their title. From this "
        "comes the map of how leadership stretches over people.",
        "person": "Who?",
        "function": "At what task of leading? For instance: looking at results together",
        "count": "How often?",
        "most": MOST_ACTS,
        "empty": "Choose…",
        "submit": "Note it",
        "functions": list(dict.fromkeys(act.function for act in network.acts)),
        "columns": ["Who", "Task of leading", "How often", "What to do"],
        "acts": [{"person": act.person, "function": act.function, "count": act.count} for act in network.acts],
        "remove": "Remove",
        "list_title": "What is noted" if network.acts else "",
    }


def _remove() -> RemoveNetworkProps:
    return {
        "title": "Delete this network",
        "note": "All names, ties and acts in it go for good, and what you guessed about it. The files you brought stay "
        "where they are on your computer.",
        "submit": "Delete it for good",
    }
