"""The portfolio: choose pieces, order them, see it as a document, and download it."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import Field

from dlcourse.domain.download import DownloadView
from dlcourse.domain.portfolio.messages import (
    Portfolio,
    PortfolioView,
    TakePortfolio,
)
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.messages import FetchFile, Message, Takes
from dlcourse.pages.portfolio.contents import PortfolioContents, portfolio_contents
from dlcourse.pages.portfolio.words import TITLE, TOLD
from dlcourse.pages.program import Do, Done, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import FileProps, PageProps, file_props, page_props


class FetchPortfolio(FetchFile):
    """Ask for the portfolio as a file."""

    form: Literal["docx", "md"]


class ShowOffers(Message):
    """Show the entries of one session, or with none named the newest of all."""

    session: str = Field(default="", max_length=64)


class PortfolioProps(PageProps):
    """What the page draws; ``told`` is what became of the last step."""

    title: str
    told: str
    taken: FileProps | None
    view: PortfolioContents | None


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


def update(state: PortfolioState, message: Any) -> Step[PortfolioState]:
    """Send commands, deliver files, and reload what changed."""
    match message:
        case Command():
            return replace(state, taken=None, notice=None), (Do(message),)
        case ShowOffers(session=session):
            query = Portfolio(of=session)
            return replace(state, query=query, told="", notice=None), (See(query),)
        case FetchPortfolio(ask=ask, form=form):
            return replace(state, asked=ask, taken=None, notice=None), (See(TakePortfolio(form=form)),)
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


def props(state: PortfolioState) -> PortfolioProps:
    """What the component draws."""
    return {
        **page_props("portfolio", {"of": state.query.of}, saved=state.saved, notice=state.notice),
        "title": TITLE,
        "told": state.told,
        "taken": file_props(state.taken),
        "view": portfolio_contents(state.view) if state.view else None,
    }


FORMS = ("portfolio-name",)
"""How the slots of the page's forms begin."""
PAGE = Page("portfolio", init, Takes("portfolio", (*TOLD, ShowOffers, FetchPortfolio)), update, props, FORMS)
