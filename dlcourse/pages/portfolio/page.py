"""The portfolio: choose, put in order, look at it as a document, and take it along."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from dlcourse.domain.download import DownloadView
from dlcourse.domain.portfolio.messages import (
    NAME,
    Kind,
    NamePortfolio,
    PieceOffer,
    Portfolio,
    PortfolioView,
    PutIn,
    SwapItems,
    TakeOut,
    TakePortfolio,
)
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.portfolio.document import Item, Section, document
from dlcourse.pages.program import Do, Done, Noticed, Page, Props, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.words import STATUS, counted

TITLE = "Your portfolio"
LEAD = "What you choose to show of what you did here, in your own order."
NOTE = (
    "Nothing goes in unless you put it in, and nobody sees this page but you. Whoever you give the document to can "
    "read all that is in it, also what only you can read in the course. What you change there later changes here, too."
)
KINDS: dict[Kind, tuple[str, str, str]] = {
    "entry": (
        "What you wrote",
        "The newest version goes in, never an earlier one.",
        "When you have written something in a session or in your log, it appears here.",
    ),
    "promise": (
        "What you promised",
        "With what became of it.",
        "When you have promised something at the end of a session, it appears here.",
    ),
    "play": (
        "Role-plays",
        "With what the debrief says, and the reason that you gave for a decision.",
        "When you have played a role-play to an end, it appears here.",
    ),
    "plan": (
        "Plans",
        "Who does what, with the names that stand in the plan. Ask those people before you show it to anyone.",
        "When you have had a plan made for a team, it appears here.",
    ),
    "round": (
        "What a round taught you",
        "Your own words at the end of a round; what others said there stays with them.",
        "When you have said to a circle what you learned, it appears here.",
    ),
    "practice": (
        "A practice of your own",
        "What you wrote down, and what you saw in it through other eyes.",
        "When you have written down a practice of your own, it appears here.",
    ),
    "check": (
        "The self-check",
        "The view from your window, then and now, in words.",
        "When you have answered statements of the self-check, it appears here.",
    ),
}
"""For each kind its heading, what of it goes in, and what is said while there is none."""
TOLD: dict[type[Command], str] = {
    PutIn: "It is in your portfolio now.",
    TakeOut: "It is out of your portfolio. Where it came from, it stays.",
    SwapItems: "The order is changed.",
    NamePortfolio: "The name is changed.",
}
PRIVATE = "Only you can read this in the course. Whoever gets the document will be able to read it there."
SHARED = "Whoever gets the document will be able to read it."


@dataclass(frozen=True)
class FetchPortfolio:
    """Somebody asks for a file; ``ask`` is who."""

    ask: str
    query: TakePortfolio


@dataclass(frozen=True)
class PortfolioState:
    """What is looked at and was found; ``told`` is what became of the last step, ``taken`` a file asked for."""

    query: Portfolio
    view: PortfolioView | None = None
    told: str = ""
    saved: str = ""
    asked: str = ""
    taken: tuple[str, DownloadView] | None = None
    notice: CourseError | None = None


def init(place: Raw) -> Step[PortfolioState]:
    """Look at the portfolio, and at the entries of the session that was chosen last."""
    state = PortfolioState(decode(Portfolio, {TAG: "Portfolio", "of": place.get("of", "")}))
    return state, (See(state.query),)


def parse(raw: Raw) -> Command | Portfolio | FetchPortfolio:
    """A change, another session's entries, or a file to take along."""
    if raw.get("say") == "Fetch":
        form = {"form": raw.get("form")}
        return FetchPortfolio(str(raw.get("ask", ""))[:64], decode(TakePortfolio, {TAG: "TakePortfolio", **form}))
    if raw.get("say") == "Portfolio":
        return decode(Portfolio, {part: value for part, value in raw.items() if part != "id"})
    command = decode(Command, raw)
    if type(command) in TOLD:
        return command
    raise CourseError("portfolio", "it does not know that message", "Reload the page.")


def update(state: PortfolioState, message: Any) -> Step[PortfolioState]:
    """Change, hand over, and look again where something changed."""
    match message:
        case Command():
            return replace(state, taken=None, notice=None), (Do(message),)
        case Portfolio():
            return replace(state, query=message, told="", notice=None), (See(message),)
        case FetchPortfolio(ask=ask, query=query):
            return replace(state, asked=ask, taken=None, notice=None), (See(query),)
        case Done(command=command, recorded=recorded):
            return replace(state, told=TOLD[type(command)], saved=recorded.at), (See(state.query),)
        case Noticed():
            return state, (See(state.query),)
        case Seen(view=view):
            return _seen(state, view)
        case Refused(effect=effect, error=error):
            again = (See(state.query),) if isinstance(effect, Do) else ()
            return replace(state, told="", notice=error), again
        case _:
            return state, ()


def _seen(state: PortfolioState, view: Any) -> Step[PortfolioState]:
    match view:
        case PortfolioView():
            return replace(state, view=view), tuple(Watch(topic) for topic in view.topics)
        case DownloadView():
            return replace(state, taken=(state.asked, view)), ()
        case _:
            return state, ()


def props(state: PortfolioState) -> Props:
    """What the component draws."""
    return {
        "page": "portfolio",
        "place": {"of": state.query.of},
        "status": STATUS,
        "saved": state.saved,
        "notice": state.notice.to_json() if state.notice else None,
        "links": [],
        "title": TITLE,
        "told": state.told,
        "taken": {"ask": state.taken[0], **state.taken[1].model_dump(mode="json")} if state.taken else None,
        "view": _view(state.view) if state.view else None,
    }


def _view(view: PortfolioView) -> Props:
    made = document(view)
    return {
        "title": TITLE,
        "lead": LEAD,
        "note": NOTE,
        "form": {"label": "The name on it", "value": view.name, "limit": NAME, "submit": "Change the name"},
        "preview_title": "What is in it",
        "empty": "Nothing yet. Choose something below, and see here what it looks like." if not view.pieces else "",
        "document": {"title": made.title, "name": made.name, "about": made.about},
        "sections": [_section(section) for section in made.sections],
        "words": {"up": "Up", "down": "Down", "out": "Take out", "show": "Read it as it will stand there"},
        "offers_title": "What you can put in",
        "offers": [_offers(kind, view) for kind in KINDS],
        "print": "Print it",
        "files": [
            {"form": "docx", "to": "portfolio.docx", "text": "Take it as a Word document (.docx)"},
            {"form": "md", "to": "portfolio.md", "text": "Take it as Markdown (.md)"},
        ],
    }


def _section(section: Section) -> Props:
    items = section.items
    names = [item.item for item in items]
    return {
        "heading": section.heading,
        "items": [
            _item(item, names[place - 1] if place else "", names[place + 1] if place + 1 < len(names) else "")
            for place, item in enumerate(items)
        ],
    }


def _item(item: Item, up: str, down: str) -> Props:
    """A piece with those that it can change places with; ``name`` tells it from others for who hears the buttons."""
    begins = next((part.words for part in item.parts if part.words.strip()), "")
    return asdict(item) | {"up": up, "down": down, "name": f"{item.heading} {begins[:60]}".strip()}


def _offers(kind: Kind, view: PortfolioView) -> Props:
    heading, note, empty = KINDS[kind]
    offers = view.offers[kind]
    return {
        "kind": kind,
        "heading": heading,
        "note": note if offers else empty,
        "offers": [_offer(offer) for offer in offers],
        "filter": _filter(view) if kind == "entry" and view.sessions else None,
    }


def _offer(offer: PieceOffer) -> Props:
    return {
        "item": offer.item,
        "title": offer.title or offer.begins[:80],
        "begins": offer.begins if offer.title else "",
        "where": offer.where,
        "at": offer.at,
        "note": PRIVATE if offer.private else SHARED,
        "chosen": offer.chosen,
    }


def _filter(view: PortfolioView) -> Props:
    shown = len(view.offers["entry"])
    every = counted(view.entries, "entry", "entries")
    told = f"{every}." if shown == view.entries else f"The newest {shown} of {every}; choose a session to see others."
    choices = [{"value": "", "text": "All sessions"}, *({"value": one.id, "text": one.name} for one in view.sessions)]
    return {"label": "From which session?", "value": view.of, "choices": choices, "told": told}


PAGE = Page("portfolio", init, parse, update, props)
