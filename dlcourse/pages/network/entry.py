"""One's own network while it is entered: the drawing of it so far, and all that changes it.

What is entered by hand is in `entry_parts`, uploading in `files`.
"""

from typing import Literal, TypedDict

from dlcourse.domain.network.messages import MOST_LIVE, DrawTies
from dlcourse.domain.network.views import OwnNetworkView, TriedView
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.pages.consent import ConsentProps, consent
from dlcourse.pages.file_checks import AboutFilesProps, about_files
from dlcourse.pages.network import words
from dlcourse.pages.network.drawing import DrawingProps, drawing_props
from dlcourse.pages.network.entry_parts import ActsProps, PeopleProps, TiesProps, acts_props, people_props, ties_props
from dlcourse.pages.network.figures import look_alike
from dlcourse.pages.network.files import NetworkFilesProps, files_props
from dlcourse.pages.network.frame import NetworkFrame
from dlcourse.pages.network.outcome import OutcomeProps
from dlcourse.pages.props import FileProps


class PictureProps(TypedDict):
    """The drawing so far, or a note on why there is none."""

    title: str
    note: str
    drawing: DrawingProps | None


class RemoveNetworkProps(TypedDict):
    """What deletes the network."""

    title: str
    note: str
    submit: str


class EnterScreen(NetworkFrame):
    """One's own network while it is entered; ``look`` and ``take`` are empty while there is nothing to look at.

    ``consent`` is asked before the first name.
    """

    screen: Literal["enter"]
    heading: str
    size: str
    look: str
    take: str
    said: OutcomeProps | None
    consent: ConsentProps | None
    picture: PictureProps
    people: PeopleProps
    ties: TiesProps
    acts: ActsProps | None
    about_file: AboutFilesProps | None
    files: NetworkFilesProps
    taken: FileProps | None
    remove: RemoveNetworkProps | None
    limit: int
    back: str


def enter_screen(  # noqa: PLR0913 (what the screen is made of)
    frame: NetworkFrame,
    view: OwnNetworkView,
    *,
    tried: TriedView,
    taken: FileProps | None,
    said: OutcomeProps | None,
    last: DrawTies | None,
) -> EnterScreen:
    """What the screen draws.

    ``tried`` is what was found in uploaded files, ``taken`` a file that was asked for, ``said`` what came of the last
    step. ``last`` are the newest ties: whoever enters ties often goes on with the same person.
    """
    network = view.network
    graph = network.graph
    return {
        **frame,
        "screen": "enter",
        "heading": words.OWN_TITLE,
        "size": words.size(len(graph.people), len(graph.ties)) if graph.people else words.EMPTY,
        "look": words.LOOK if graph.ties else "",
        "take": words.TAKE if graph.people else "",
        "said": said,
        "consent": None if graph.people else consent(words.CONSENT),
        "picture": _picture(view),
        "people": people_props(network, view.lists),
        "ties": ties_props(network, last),
        "acts": acts_props(network) if graph.people else None,
        "about_file": about_files((*tried.notes, *look_alike(graph, [act.function for act in network.acts]))),
        "files": files_props(network, tried),
        "taken": taken,
        "remove": _remove() if graph.people else None,
        "limit": MOST_LETTERS,
        "back": words.ALL_NETWORKS,
    }


def _picture(view: OwnNetworkView) -> PictureProps:
    if view.look:
        return {"title": words.PICTURE, "note": "", "drawing": drawing_props(view.look)}
    many = len(view.network.graph.people)
    note = words.PICTURE_LARGE.format(most=MOST_LIVE) if many else words.PICTURE_EMPTY
    return {"title": words.PICTURE, "note": note, "drawing": None}


def _remove() -> RemoveNetworkProps:
    return {"title": words.DELETE, "note": words.DELETE_NOTE, "submit": words.DELETE_IT}
