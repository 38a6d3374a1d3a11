"""The page about who turns to whom: which network is open and on which screen, what was said and what came back.

What the screens show is `network_enter` (one's own, brought or by hand), `network_guess` and `network_look`.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

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
from dlcourse.domain.speech import TAG, Command, View, decode
from dlcourse.errors import CourseError
from dlcourse.pages.network.entry import enter_props
from dlcourse.pages.network.guess import choose_props, guess_props
from dlcourse.pages.network.result import look_props
from dlcourse.pages.problem_list import list_download
from dlcourse.pages.program import Do, Done, Page, Props, Raw, Refused, See, Seen, Step
from dlcourse.pages.words import STATUS

OwnCommand = (
    AddColleagues
    | RenameColleague
    | RemoveColleague
    | DrawTies
    | ChangeTie
    | RemoveTie
    | CountActs
    | RemoveNetwork
    | BringNetwork
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


@dataclass(frozen=True)
class OpenNetwork:
    """The person wants a network, or with none named the choice of them; ``step``: to enter it or to see it."""

    network: str = ""
    step: Screen = "enter"


@dataclass(frozen=True)
class ShowNetworkScreen:
    """The person wants to see the ties, about one topic or all."""

    topic: str = ""


@dataclass(frozen=True)
class FetchTroubles:
    """Ask for the whole list of what is wrong in the files; ``ask`` comes back with it."""

    ask: str


def init(place: Raw) -> Step[NetworkState]:
    """Open the network of the place, as far as the person was."""
    state = NetworkState(str(place.get("network", "")), _step(place), str(place.get("topic", "")))
    return _to(state)


def parse(raw: Raw) -> Command | OpenNetwork | ShowNetworkScreen | FetchTroubles:
    """One of the page's commands, or what to show."""
    match raw.get(TAG):
        case "open":
            return OpenNetwork(str(raw.get("network", "")), _step(raw))
        case "Fetch":
            return FetchTroubles(str(raw.get("ask", ""))[:64])
        case "show":
            return ShowNetworkScreen(str(raw.get("topic", "")))
        case _:
            command = decode(Command, raw)
            if isinstance(command, OwnCommand | GuessInNetwork):
                return command
            raise CourseError("network", "it does not know that message", "Reload the page.")


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
        case ShowNetworkScreen(topic=topic):
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


def _refused(state: NetworkState, effect: Do | See, error: CourseError) -> Step[NetworkState]:
    state = replace(state, notice=error, bringing=None)
    match effect:
        case See(query=NetworkPeople() | NetworkLook()):
            return _to(replace(state, network="", topic=""))
        case Do():
            return _to(state)
        case _:
            return state, ()


def props(state: NetworkState) -> Props:
    """What the component draws."""
    return {
        "page": "network",
        "place": {"network": state.network, "step": state.step, "topic": state.topic},
        "status": STATUS,
        "saved": state.saved,
        "notice": state.notice.to_json() if state.notice else None,
        "title": "Who turns to whom",
        "links": [],
        "taken": {"ask": state.taken[0], **state.taken[1].model_dump()} if state.taken else None,
        **_screen(state),
    }


def _screen(state: NetworkState) -> Props:
    match state.view:
        case NetworksView():
            return choose_props(state.view)
        case OwnNetworkView():
            return enter_props(state.view.network, state.tried)
        case NetworkPeopleView():
            return guess_props(state.view)
        case NetworkLookView():
            return look_props(state.view)
        case _:
            return {"screen": ""}


PAGE = Page("network", init, parse, update, props)
