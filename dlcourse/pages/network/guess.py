"""Before the ties are seen: which network to look at, and what one expects of it by the people's titles alone."""

from typing import Literal, TypedDict

from dlcourse.domain.network.messages import OWN, GuessInNetwork
from dlcourse.domain.network.views import NetworkOffer, NetworkPeopleView, NetworksView
from dlcourse.pages.fields import plain_options, select
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.network import words
from dlcourse.pages.network.entry_parts import SLOTS
from dlcourse.pages.network.frame import NetworkFrame


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


class GuessScreen(NetworkFrame):
    """Who is there, and what one expects before the ties are seen."""

    screen: Literal["guess"]
    network: str
    heading: str
    about: str
    crowd: CrowdProps
    form: FormProps
    back: str


def choose_screen(frame: NetworkFrame, view: NetworksView) -> ChooseScreen:
    """The networks to choose from."""
    mine = view.own or NetworkOffer(id=OWN, title="", about="", people=0, ties=0, guessed=False)
    return {
        **frame,
        "screen": "choose",
        "heading": words.TITLE,
        "lead": words.LEAD,
        "offers": [*map(_offer, view.samples), _own(mine, begun=view.own is not None)],
    }


def _offer(offer: NetworkOffer) -> NetworkOfferProps:
    return {
        "network": offer.id,
        "step": "guess",
        "title": offer.title,
        "about": offer.about,
        "size": words.size(offer.people, offer.ties),
        "mark": words.GUESSED if offer.guessed else "",
        "open": words.OPEN.format(title=offer.title),
    }


def _own(offer: NetworkOffer, *, begun: bool) -> NetworkOfferProps:
    return {
        "network": OWN,
        "step": "enter",
        "title": words.OWN_TITLE,
        "about": words.OWN_ABOUT,
        "size": words.size(offer.people, offer.ties) if begun else "",
        "mark": "",
        "open": words.OWN_GO_ON if begun else words.OWN_BEGIN,
    }


def titled(name: str, role: str) -> str:
    """``Dolores Quintana, secretary``; the name alone where no role is known."""
    return f"{name}, {role}" if role else name


def guess_screen(frame: NetworkFrame, view: NetworkPeopleView) -> GuessScreen:
    """Who is there, by name and title, and three questions before anything else is shown."""
    people = [(name, titled(name, view.roles.get(name, ""))) for name in view.people]
    return {
        **frame,
        "screen": "guess",
        "network": view.network,
        "heading": view.title or words.OWN_TITLE,
        "about": view.about,
        "crowd": {"title": words.people_title(len(people)), "items": [text for _, text in people]},
        "form": _form(view.network, people),
        "back": words.ALL_NETWORKS,
    }


def _form(network: str, people: list[tuple[str, str]]) -> FormProps:
    """The questions. Nobody is a blank, which no name is, because an empty answer would be no answer."""
    choices = plain_options([(" ", words.NOBODY), *people])
    return form(
        GuessInNetwork,
        f"{SLOTS}guess/{network}",
        [select(part, asked, words.CHOOSE, choices) for part, asked in words.QUESTIONS],
        within="guess",
        fixed={"network": network},
        legend=words.BEFORE_YOU_LOOK,
        note=words.GUESS_NOTE,
        submit=words.GUESS,
        leave=words.SKIP,
    )
