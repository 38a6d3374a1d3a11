"""Before the ties are seen: which network to look at, and what one expects of it by the people's titles alone."""

from typing import Literal, TypedDict

from dlcourse.domain.network.messages import OWN
from dlcourse.domain.network.views import NetworkOffer, NetworkPeopleView, NetworksView
from dlcourse.pages.props import MenuOption, PageProps
from dlcourse.pages.words import counted

OWN_TITLE = "Your own network"
GuessPart = Literal["most", "splits", "alone"]
QUESTIONS: tuple[tuple[GuessPart, str], ...] = (
    ("most", "To whom do the most people turn?"),
    ("splits", "Whose absence would cut some of them off from the rest?"),
    ("alone", "Who turns to nobody, and is turned to by nobody?"),
)
"""What is guessed, by the part of the guess."""


class NetworkFrame(PageProps):
    """What every screen of the page has."""

    title: str


class NetworkOfferProps(TypedDict):
    """A network to choose, and the step at which it opens."""

    network: str
    step: Literal["enter", "guess"]
    title: str
    about: str
    size: str
    mark: str
    open: str


class ChooseScreen(NetworkFrame):
    """The networks to choose from."""

    screen: Literal["choose"]
    heading: str
    lead: str
    offers: list[NetworkOfferProps]


class CrowdProps(TypedDict):
    """The people of a network by name and title."""

    title: str
    items: list[str]


class GuessQuestion(TypedDict):
    """A question to guess at, and the part of the guess that it fills."""

    part: GuessPart
    label: str


class GuessForm(TypedDict):
    """The form of guesses; ``empty`` stands in a menu where nothing is chosen."""

    legend: str
    note: str
    questions: list[GuessQuestion]
    choices: list[MenuOption]
    empty: str
    nobody: str
    submit: str
    skip: str


class GuessScreen(NetworkFrame):
    """Who is there, and what one expects before the ties are seen."""

    screen: Literal["guess"]
    network: str
    heading: str
    about: str
    crowd: CrowdProps
    form: GuessForm
    back: str


def choose_screen(frame: NetworkFrame, view: NetworksView) -> ChooseScreen:
    """The networks to choose from."""
    mine = view.own or NetworkOffer(id=OWN, title="", about="", people=0, ties=0, guessed=False)
    return {
        **frame,
        "screen": "choose",
        "heading": "Who turns to whom",
        "lead": "Take a network that we made up, or draw the one in which you work.",
        "offers": [*map(_offer, view.samples), _own(mine, begun=view.own is not None)],
    }


def _offer(offer: NetworkOffer) -> NetworkOfferProps:
    return {
        "network": offer.id,
        "step": "guess",
        "title": offer.title,
        "about": offer.about,
        "size": _size(offer),
        "mark": "Guessed and seen" if offer.guessed else "",
        "open": f"Open {offer.title}",
    }


def _own(offer: NetworkOffer, *, begun: bool) -> NetworkOfferProps:
    return {
        "network": OWN,
        "step": "enter",
        "title": OWN_TITLE,
        "about": "Enter it by hand or bring it in a file. Only you can see it, and you can delete it at any time.",
        "size": _size(offer) if begun else "",
        "mark": "",
        "open": "Go on with your own network" if begun else "Begin your own network",
    }


def titled(name: str, role: str) -> str:
    """``Dolores Quintana, secretary``; the name alone where no role is known."""
    return f"{name}, {role}" if role else name


def _size(offer: NetworkOffer) -> str:
    return f"{counted(offer.people, 'person', 'people')}, {counted(offer.ties, 'tie', 'ties')}"


def guess_screen(frame: NetworkFrame, view: NetworkPeopleView) -> GuessScreen:
    """Who is there, by name and title, and three questions before anything else is shown."""
    people = [MenuOption(value=name, text=titled(name, view.roles.get(name, ""))) for name in view.people]
    return {
        **frame,
        "screen": "guess",
        "network": view.network,
        "heading": view.title or OWN_TITLE,
        "about": view.about,
        "crowd": {
            "title": f"The {counted(len(view.people), 'person', 'people')}",
            "items": [each["text"] for each in people],
        },
        "form": {
            "legend": "Before you look",
            "note": "Say what you expect from the names and titles alone. It is no test: afterwards you see what you "
            "expected beside what was written down, and only you see it.",
            "questions": [{"part": part, "label": label} for part, label in QUESTIONS],
            "choices": people,
            "empty": "Choose…",
            "nobody": "Nobody",
            "submit": "Keep my guesses and look",
            "skip": "Look without guessing",
        },
        "back": "All networks",
    }
