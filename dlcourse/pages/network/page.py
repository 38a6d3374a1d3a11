"""The page about who turns to whom: which network is open on which screen, the messages to it, and its answers.

The screens are in `entry` (one's own network), `guess` (the choice, and guessing) and `result`. Nobody is asked to
guess about the network that they entered themselves.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from pydantic import Field

from dlcourse.domain.download import DownloadView
from dlcourse.domain.network.messages import NOBODY_YET, OWN, BringNetwork, DrawTies, Guess, GuessInNetwork, Network
from dlcourse.domain.network.views import (
    NetworkLook,
    NetworkLookView,
    NetworkPeople,
    NetworkPeopleView,
    Networks,
    NetworksView,
    OwnNetwork,
    OwnNetworkView,
    TakeNetwork,
    TriedView,
    TryNetwork,
)
from dlcourse.domain.speech import Command, View
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.errors import CourseError
from dlcourse.pages.file_checks import list_download
from dlcourse.pages.messages import FetchFile, LookAgain, Message, Takes
from dlcourse.pages.network import words
from dlcourse.pages.network.entry import EnterScreen, enter_screen
from dlcourse.pages.network.entry_parts import SLOTS
from dlcourse.pages.network.frame import NetworkFrame
from dlcourse.pages.network.guess import ChooseScreen, GuessScreen, choose_screen, guess_screen
from dlcourse.pages.network.outcome import PARTS, OutcomeProps, outcome, refusal
from dlcourse.pages.network.result import LookScreen, look_screen
from dlcourse.pages.network.value import network_value
from dlcourse.pages.program import Do, Done, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import file_props, page_props

Screen = Literal["enter", "guess", "look"]
"""How far one is with a network: entering it (one's own only), guessing (a sample only), looking at its ties."""
UNTRIED = TriedView(troubles=())


@dataclass(frozen=True)
class NetworkState:
    """What is open: ``network`` is empty while the person chooses one; ``step`` is how far the person is with it.

    ``view`` is what was seen last; ``bringing`` are files that are being tried, ``tried`` what was found in them.
    ``asked`` is the id of a request for a file, ``taken`` the file that came. ``changing`` is a command that was just
    carried out, with the network before it; ``said`` is what came of the last one, ``last`` are the newest ties.
    """

    network: str = ""
    step: Screen = "enter"
    topic: str = ""
    view: View | None = None
    bringing: BringNetwork | None = None
    tried: TriedView = UNTRIED
    asked: str = ""
    taken: tuple[str, DownloadView] | None = None
    changing: tuple[Command, Network] | None = None
    said: OutcomeProps | None = None
    last: DrawTies | None = None
    saved: str = ""
    notice: CourseError | None = None


class OpenNetwork(Message):
    """The person wants a network, or with none named the choice of them; ``step``: to enter it or to see it."""

    network: str = Field(default="", max_length=MOST_LETTERS)
    step: Screen = "enter"


class ShowTies(Message):
    """The person wants to see the ties, about one topic or all."""

    topic: str = Field(default="", max_length=MOST_LETTERS)


class FetchTroubles(FetchFile):
    """Ask for the full list of problems in the files."""


class FetchNetwork(FetchFile):
    """Ask for one's own network as a workbook, or for a template."""

    what: Literal["own", "template"]


class NoNetworkScreen(NetworkFrame):
    """Nothing has loaded yet."""

    screen: Literal[""]


NetworkProps = ChooseScreen | EnterScreen | GuessScreen | LookScreen | NoNetworkScreen


def init(place: Raw) -> Step[NetworkState]:
    """Open the network of the place, as far as the person was."""
    state = NetworkState(str(place.get("network", "")), _step(place), str(place.get("topic", "")))
    return _to(state)


def update(state: NetworkState, message: Any) -> Step[NetworkState]:
    """Handle one message: send commands, load what is needed, and show it."""
    match message:
        case BringNetwork(files=files):
            return replace(_fresh(state), bringing=message), (See(TryNetwork(files=files)),)
        case FetchTroubles(ask=ask):
            return replace(state, taken=list_download(ask, state.tried.listing)), ()
        case FetchNetwork(ask=ask, what=what):
            return replace(state, asked=ask), (See(TakeNetwork(what=what)),)
        case Command():
            return replace(state, said=None, notice=None), (Do(message),)
        case LookAgain():
            return _to(state)
        case OpenNetwork(network=network, step=step):
            return _to(replace(_fresh(state), network=network, step=step, topic=""))
        case ShowTies(topic=topic):
            return _to(replace(state, step="look", topic=topic, notice=None))
        case _:
            return _answered(state, message)


def _answered(state: NetworkState, news: Any) -> Step[NetworkState]:
    """Handle what the course answers."""
    match news:
        case Done(command=command, recorded=recorded):
            return _done(replace(state, saved=recorded.at), command)
        case Refused(effect=effect, error=error):
            return _refused(state, effect, error)
        case Seen(view=view):
            return _seen(state, view)
        case _:
            return state, ()


def _done(state: NetworkState, command: Command) -> Step[NetworkState]:
    """After a guess the person looks at the ties; after any other command at their own network."""
    if isinstance(command, GuessInNetwork):
        return _to(replace(state, step="look"))
    before = state.view.network if isinstance(state.view, OwnNetworkView) else NOBODY_YET
    last = command if isinstance(command, DrawTies) else state.last
    return replace(state, changing=(command, before), last=last), (See(OwnNetwork()),)


def _fresh(state: NetworkState) -> NetworkState:
    """The state without anything that was said about earlier steps and files."""
    return replace(state, tried=UNTRIED, taken=None, said=None, notice=None)


def _to(state: NetworkState) -> Step[NetworkState]:
    """Go to the screen in the state, and load what it needs first."""
    if not state.network:
        return state, (See(Networks()),)
    if state.network == OWN:
        query = OwnNetwork() if state.step == "enter" else NetworkLook(network=OWN, topic=state.topic)
        return state, (See(query),)
    if state.step == "look":
        return state, (See(NetworkLook(network=state.network, topic=state.topic)),)
    return state, (See(NetworkPeople(network=state.network)),)


def _seen(state: NetworkState, view: View) -> Step[NetworkState]:
    match view:
        case TriedView(troubles=troubles):
            brought, state = state.bringing, replace(state, bringing=None, tried=view)
            return state, () if troubles or brought is None else (Do(brought),)
        case DownloadView():
            return replace(state, taken=(state.asked, view)), ()
        case NetworkPeopleView(guess=Guess()):
            return _to(replace(state, step="look"))
        case NetworkLookView(network=network, whole=whole) if network == OWN and not whole.people:
            return _to(replace(state, step="enter"))
        case NetworkLookView(topic=topic):
            return replace(state, view=view, topic=topic), ()
        case OwnNetworkView(network=after) if state.changing:
            command, before = state.changing
            return replace(state, view=view, changing=None, said=outcome(command, before, after)), ()
        case _:
            return replace(state, view=view), ()


def _step(raw: Raw) -> Screen:
    """The step that a browser names or kept."""
    return next((step for step in get_args(Screen) if step == raw.get("step")), "enter")


def _refused(state: NetworkState, effect: Do | See | Watch, error: CourseError) -> Step[NetworkState]:
    """Say what was refused: beside the control where one was used, else at the top of the page."""
    state = replace(state, bringing=None)
    match effect:
        case Do(command=command) if type(command) in PARTS and isinstance(state.view, OwnNetworkView):
            return _to(replace(state, said=refusal(command, error)))
        case See(query=NetworkPeople() | NetworkLook()):
            return _to(replace(state, network="", topic="", notice=error))
        case Do():
            return _to(replace(state, notice=error))
        case _:
            return replace(state, notice=error), ()


def props(state: NetworkState) -> NetworkProps:
    """What the component draws."""
    place = {"network": state.network, "step": state.step, "topic": state.topic}
    shell = page_props("network", place, saved=state.saved, notice=state.notice)
    frame: NetworkFrame = {**shell, "looks": True, "title": words.TITLE}
    match state.view:
        case NetworksView() as view:
            return choose_screen(frame, view)
        case OwnNetworkView() as view:
            taken = file_props(state.taken)
            return enter_screen(frame, view, tried=state.tried, taken=taken, said=state.said, last=state.last)
        case NetworkPeopleView() as view:
            return guess_screen(frame, view)
        case NetworkLookView() as view:
            return look_screen(frame, view)
    return {**frame, "screen": ""}


TAKES = Takes("network", (LookAgain, OpenNetwork, ShowTies, FetchTroubles, FetchNetwork, GuessInNetwork, *PARTS))
PAGE = Page("network", init, TAKES, update, props, drafts=(SLOTS,), value=lambda state: network_value(state.view))
