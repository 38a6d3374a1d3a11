"""One's own network: its people, who turns to whom for what, who was seen leading, by hand or from files."""

from dlcourse.domain.network.messages import MOST_ACTS_SHOWN, MOST_BYTES, MOST_DRAWN, MOST_TIES_DRAWN, Network
from dlcourse.domain.network.stretch import MOST_ACTS
from dlcourse.domain.network.views import TriedView
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.pages.network.figures import look_alike
from dlcourse.pages.network.guess import OWN_TITLE
from dlcourse.pages.problem_list import more_props
from dlcourse.pages.program import Props
from dlcourse.pages.words import about_files, counted

CARE = (
    "Before you write down a colleague's name: would they mind? Initials, titles or made-up names serve as well here. "
    "Only you can see what you enter. It stays in your course folder, and what you remove is gone."
)


def enter_props(network: Network, tried: TriedView) -> Props:
    """What the screen draws; ``tried`` is what was found in files that came."""
    graph = network.graph
    people, ties = counted(len(graph.people), "person", "people"), counted(len(graph.ties), "tie", "ties")
    return {
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
        "about_file": about_files(
            (*tried.notes, *look_alike(graph, dict.fromkeys(act.function for act in network.acts)))
        ),
        "files": _files(network, tried),
        "remove": _remove() if graph.people else None,
        "limit": MOST_LETTERS,
        "back": "All networks",
    }


def _people(network: Network) -> Props:
    return {
        "title": "The people",
        "label": "Names or initials, one on each line",
        "submit": "Add people",
        "list": f"The {counted(len(network.graph.people), 'person', 'people')}",
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


def _ties(network: Network) -> Props:
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
        "ties": [tie.model_dump() for tie in graph.ties],
        "none": "No tie is noted yet.",
        "change": "Change",
        "remove": "Remove",
        "keep": "Keep",
        "cancel": "Cancel",
        "new": "For what?",
        "list": f"The {counted(len(graph.ties), 'tie', 'ties')}" if graph.ties else "",
    }


def _acts(network: Network) -> Props:
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
        "acts": [act.model_dump() for act in network.acts],
        "remove": "Remove",
        "list": "What is noted" if network.acts else "",
    }


def _files(network: Network, tried: TriedView) -> Props:
    wrong = counted(len(tried.troubles) + tried.more, "thing", "things")
    here = counted(len(network.graph.people), "person", "people")
    return {
        "title": "Bring it in files",
        "note": "Save each table from your spreadsheet program as a CSV file, with the names of its columns in the "
        "first line. Only the ties are needed: “Ana, Ben, families” says that Ana turns to Ben about families. "
        f"At most {MOST_DRAWN} people, {MOST_TIES_DRAWN:,} ties, {MOST_ACTS_SHOWN:,} lines on who was seen leading, "
        f"and {MOST_BYTES / 1e6:.0f} MB for each file.",
        "inputs": [
            {"part": "ties", "label": "Ties: columns from, to and, if you like, topic and weight", "required": True},
            {"part": "people", "label": "All people (may be left out): column name and, if you like, role"},
            {"part": "acts", "label": "Who was seen leading (may be left out): columns person, function and count"},
        ],
        "most": MOST_BYTES,
        "large": f"This file is larger than {MOST_BYTES / 1e6:.0f} MB. Take a part of it.",
        "unread": "This file cannot be read. Choose it once more.",
        "replace": f"Replace what is here ({here})" if network.graph.people else "",
        "submit": "Bring these files",
        "troubles": {
            "title": f"{wrong} to mend first. Nothing was taken over.",
            "items": [trouble.model_dump() for trouble in tried.troubles],
            "more": more_props(tried.more),
        }
        if tried.troubles
        else None,
    }


def _remove() -> Props:
    return {
        "title": "Delete this network",
        "note": "All names, ties and acts in it go for good, and what you guessed about it. The files you brought stay "
        "where they are on your computer.",
        "submit": "Delete it for good",
    }
