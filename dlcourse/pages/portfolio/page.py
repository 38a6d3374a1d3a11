"""The portfolio: choose, put in order, look at it as a document, and take it along."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from dlcourse.domain.document import PieceKind
from dlcourse.domain.download import DownloadView
from dlcourse.domain.portfolio.messages import (
    NAME,
    NamePortfolio,
    Piece,
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
from dlcourse.pages.portfolio.document import document, sections_of
from dlcourse.pages.program import Do, Done, Noticed, Page, Props, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.words import STATUS, counted

TITLE = "Your portfolio"
LEAD = "What you choose to show of what you did here, in your own order."
NOTE = (
    "Nothing goes in unless you put it in, and nobody sees this page but you. Whoever you give the document to can "
    "read all that is in it, also what only you can read in the course. What you change there later changes here, too."
)
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
        "sections": [_section(heading, pieces) for heading, pieces in sections_of(view)],
        "words": {"up": "Up", "down": "Down", "out": "Take out", "show": "Read it as it will stand there"},
        "offers_title": "What you can put in",
        "offers": [_offers(kind, view) for kind in view.kinds],
        "print": "Print it",
        "files": [
            {"form": "docx", "to": "portfolio.docx", "text": "Take it as a Word document (.docx)"},
            {"form": "md", "to": "portfolio.md", "text": "Take it as Markdown (.md)"},
        ],
    }


def _section(heading: str, pieces: Sequence[Piece]) -> Props:
    names = ["", *(piece.item for piece in pieces), ""]
    return {
        "heading": heading,
        "items": [_item(piece, names[place], names[place + 2]) for place, piece in enumerate(pieces)],
    }


def _item(piece: Piece, up: str, down: str) -> Props:
    """A piece with those it can change places with. ``name`` tells it from others when its buttons are read aloud."""
    content = piece.content
    begins = next((part.words for part in content.parts if part.words.strip()), "")
    name = f"{content.heading} {begins[:60]}".strip()
    return {"item": piece.item, **asdict(content), "up": up, "down": down, "name": name}


def _offers(kind: PieceKind, view: PortfolioView) -> Props:
    offers = view.offers[kind.kind]
    return {
        "kind": kind.kind,
        "heading": kind.heading,
        "note": kind.note if offers else kind.empty,
        "offers": [_offer(offer) for offer in offers],
        "filter": _filter(kind, view) if view.sessions.get(kind.kind) else None,
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


def _filter(kind: PieceKind, view: PortfolioView) -> Props:
    shown, total = len(view.offers[kind.kind]), view.totals[kind.kind]
    every = counted(total, *kind.units)
    told = f"{every}." if shown == total else f"The newest {shown} of {every}; choose a session to see others."
    sessions = [{"value": one.id, "text": one.title} for one in view.sessions[kind.kind]]
    choices = [{"value": "", "text": "All sessions"}, *sessions]
    return {"label": "From which session?", "value": view.of, "choices": choices, "told": told}


PAGE = Page("portfolio", init, parse, update, props)
