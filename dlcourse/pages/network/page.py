"""The page about who turns to whom: which network is open and on which screen, what was said and what came back.

What the screens show is `entry` (one's own, brought or by hand), `guess` and `result`.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from pydantic import Field

from dlcourse.domain.download import DownloadView
from dlcourse.domain.network.messages import (
    OWN,
    AddColleagues,
    BringNetwork,
    ChangeTie,
    CountActs,
    DrawTies,
    Guess,
    GuessInNetwork,
    RemoveColleague,
    RemoveNetwork,
    RemoveTie,
    RenameColleague,
)
from dlcourse.domain.network.views import (
    NetworkLook,
    NetworkLookView,
    NetworkPeople,
    NetworkPeopleView,
    Networks,
    NetworksView,
    OwnNetwork,
    OwnNetworkView,
    TriedView,
    TryNetwork,
)
from dlcourse.domain.speech import Command, View
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.errors import CourseError
from dlcourse.pages.file_checks import list_download
from dlcourse.pages.messages import FetchFile, Message, Takes
from dlcourse.pages.network.entry import EnterScreen, enter_screen
from dlcourse.pages.network.guess import ChooseScreen, GuessScreen, NetworkFrame, choose_screen, guess_screen
from dlcourse.pages.network.result import LookScreen, look_screen
from dlcourse.pages.program import Do, Done, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import file_props, page_props

OWN_COMMANDS = (
    AddColleagues,
    RenameColleague,
    RemoveColleague,
    DrawTies,
    ChangeTie,
    RemoveTie,
    CountActs,
    RemoveNetwork,
    BringNetwork,
)
"""What changes one's own network."""
Screen = Literal["enter", "guess", "look"]
"""How far one is with a network: entering it (one's own only), guessing, looking at its ties."""


UNTRIED = TriedView(troubles=())


@dataclass(frozen=True)
class NetworkState:
    """What is open: ``network`` is empty where one is to be chosen; ``step`` is how far the person is with it.

    ``view`` is what was seen last; ``bringing`` are files that are being tried, ``tried`` what was found in them;
    ``taken`` is a list of it that was asked for.
    """

    network: str = ""
    step: Screen = "enter"
    topic: str = ""
    view: View | None = None
    bringing: BringNetwork | None = None
    tried: TriedView = UNTRIED
    taken: tuple[str, DownloadView] | None = None
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
    """Ask for the whole list of what is wrong in the files."""


class NoNetworkScreen(NetworkFrame):
    """Nothing was seen yet."""

    screen: Literal[""]


NetworkProps = ChooseScreen | EnterScreen | GuessScreen | LookScreen | NoNetworkScreen


def init(place: Raw) -> Step[NetworkState]:
    """Open the network of the place, as far as the person was."""
    state = NetworkState(str(place.get("network", "")), _step(place), str(place.get("topic", "")))
    return _to(state)


def update(state: NetworkState, message: Any) -> Step[NetworkState]:
    """Carry out, look, show: what each message leads to."""
    match message:
        case BringNetwork(files=files):
            return replace(_untroubled(state), bringing=message), (See(TryNetwork(files=files)),)
        case FetchTroubles(ask=ask):
            return replace(state, taken=list_download(ask, state.tried.listing)), ()
        case Command():
            return replace(state, notice=None), (Do(message),)
        case OpenNetwork(network=network, step=step):
            return _to(replace(_untroubled(state), network=network, step=step, topic=""))
        case ShowTies(topic=topic):
            return _to(replace(state, step="look", topic=topic, notice=None))
        case Done(command=command, recorded=recorded):
            return _done(replace(state, saved=recorded.at), command)
        case Refused(effect=effect, error=error):
            return _refused(state, effect, error)
        case Seen(view=view):
            return _seen(state, view)
        case _:
            return state, ()


def _done(state: NetworkState, command: Command) -> Step[NetworkState]:
    """After a guess one looks at the ties; after any other command at one's own network."""
    if isinstance(command, GuessInNetwork):
        return _to(replace(state, step="look"))
    return state, (See(OwnNetwork()),)


def _untroubled(state: NetworkState) -> NetworkState:
    """The state without what was said of files that came before."""
    return replace(state, tried=UNTRIED, taken=None, notice=None)


def _to(state: NetworkState) -> Step[NetworkState]:
    """Go where the state says, and see what that screen needs first."""
    if not state.network:
        return state, (See(Networks()),)
    if state.step == "enter" and state.network == OWN:
        return state, (See(OwnNetwork()),)
    if state.step == "look":
        return state, (See(NetworkLook(network=state.network, topic=state.topic)),)
    return state, (See(NetworkPeople(network=state.network)),)


def _seen(state: NetworkState, view: View) -> Step[NetworkState]:
    match view:
        case TriedView(troubles=troubles):
            brought, state = state.bringing, replace(state, bringing=None, tried=view)
            return state, () if troubles or brought is None else (Do(brought),)
        case NetworkPeopleView(guess=Guess()):
            return _to(replace(state, step="look"))
        case NetworkLookView(network=network, whole=whole) if network == OWN and not whole.people:
            return _to(replace(state, step="enter"))
        case NetworkLookView(topic=topic):
            return replace(state, view=view, topic=topic), ()
        case _:
            return replace(state, view=view), ()


def _step(raw: Raw) -> Screen:
    """The step that a browser names or kept."""
    return next((step for step in get_args(Screen) if step == raw.get("step")), "enter")


def _refused(state: NetworkState, effect: Do | See | Watch, error: CourseError) -> Step[NetworkState]:
    state = replace(state, notice=error, bringing=None)
    match effect:
        case See(query=NetworkPeople() | NetworkLook()):
            return _to(replace(state, network="", topic=""))
        case Do():
            return _to(state)
        case _:
            return state, ()


def props(state: NetworkState) -> NetworkProps:
    """What the component draws."""
    place = {"network": state.network, "step": state.step, "topic": state.topic}
    shell = page_props("network", place, saved=state.saved, notice=state.notice)
    frame: NetworkFrame = {**shell, "title": "Who turns to whom"}
    match state.view:
        case NetworksView() as view:
            return choose_screen(frame, view)
        case OwnNetworkView(network=network):
            return enter_screen(frame, network, state.tried, file_props(state.taken))
        case NetworkPeopleView() as view:
            return guess_screen(frame, view)
        case NetworkLookView() as view:
            return look_screen(frame, view)
    return {**frame, "screen": ""}


TAKES = Takes("network", (OpenNetwork, ShowTies, FetchTroubles, GuessInNetwork, *OWN_COMMANDS))
PAGE = Page("network", init, TAKES, update, props)
