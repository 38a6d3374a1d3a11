"""A role-play on paper: the sheets to print or to take as a Word document, shown once somebody wants to see them."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from dlcourse.domain.download import DownloadView
from dlcourse.domain.roleplay.kit import PaperKit, PaperKitView, TakePaperKit
from dlcourse.errors import CourseError
from dlcourse.pages.messages import FetchFile, LookAgain, Takes
from dlcourse.pages.program import Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import FileProps, PageProps, file_props, page_props
from dlcourse.pages.registers.paper import PaperProps, paper
from dlcourse.pages.roleplay.kit import words
from dlcourse.pages.roleplay.kit.document import kit_document


class FetchKit(FetchFile):
    """Ask for the sheets as a Word document."""

    form: Literal["docx"]


@dataclass(frozen=True)
class KitState:
    """Which scenario it is, what was loaded, and the file that was asked for."""

    scenario: str
    view: PaperKitView | None = None
    asked: str = ""
    taken: tuple[str, DownloadView] | None = None
    notice: CourseError | None = None


class KitProps(PageProps):
    """What the page draws. ``gives_away`` and ``show`` stand before the sheets, which are folded."""

    title: str
    lead: str
    gives_away: str
    show: str
    paper: PaperProps | None
    taken: FileProps | None


def init(place: Raw) -> Step[KitState]:
    """Look at the scenario."""
    scenario = str(place.get("scenario", ""))
    return KitState(scenario), (See(PaperKit(scenario=scenario)),)


def update(state: KitState, message: Any) -> Step[KitState]:
    """Show what was loaded, and hand over the file."""
    match message:
        case Seen(view=PaperKitView() as view):
            return replace(state, view=view), ()
        case FetchKit(ask=ask):
            return replace(state, asked=ask, taken=None, notice=None), (See(TakePaperKit(scenario=state.scenario)),)
        case Seen(view=DownloadView() as file):
            return replace(state, taken=(state.asked, file)), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, (See(PaperKit(scenario=state.scenario)),)


def props(state: KitState) -> KitProps:
    """What the page draws."""
    found = state.view.scenario if state.view else None
    return {
        **page_props("paper-kit", {"scenario": state.scenario}, notice=state.notice),
        "title": found.title if found else "",
        "lead": words.ABOUT if found else "",
        "gives_away": words.GIVES_AWAY,
        "show": words.SHOW,
        "paper": paper(kit_document(found)) if found else None,
        "taken": file_props(state.taken),
    }


PAGE = Page("paper-kit", init, Takes("role-play on paper", (LookAgain, FetchKit)), update, props)
