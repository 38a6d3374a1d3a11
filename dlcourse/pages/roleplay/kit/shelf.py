"""The list of the role-plays that can be played on paper."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.roleplay.kit import KitCover, PaperKits, PaperKitsView
from dlcourse.errors import CourseError
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import LinkProps, PageProps, page_props
from dlcourse.pages.roleplay.kit import words


@dataclass(frozen=True)
class KitShelfState:
    """The list as it was loaded, or why it could not be."""

    view: PaperKitsView | None = None
    notice: CourseError | None = None


class KitShelfProps(PageProps):
    """What the page draws; ``none`` is there once it is known that the list is empty."""

    title: str
    lead: str
    none: str
    kits: list[LinkProps]


def init(place: Raw) -> Step[KitShelfState]:  # noqa: ARG001 (the page has one place only)
    """Look at the list."""
    return KitShelfState(), (See(PaperKits()),)


def update(state: KitShelfState, message: Any) -> Step[KitShelfState]:
    """Show what was loaded."""
    match message:
        case Seen(view=PaperKitsView() as view):
            return KitShelfState(view), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, (See(PaperKits()),)


def props(state: KitShelfState) -> KitShelfProps:
    """What the page draws; ``links`` are part of the first response."""
    kits = [_link(kit) for kit in (state.view.kits if state.view else ())]
    listed = [*kits, words.GUIDE] if kits else []
    frame = page_props("paper-kits", {}, notice=state.notice)
    none = words.NONE if state.view and not kits else ""
    return {**frame, "links": listed, "title": words.TITLE, "lead": words.LEAD, "none": none, "kits": listed}


def _link(kit: KitCover) -> LinkProps:
    size = words.SIZE.format(people=kit.people, minutes=kit.minutes)
    return LinkProps(to=f"kit/{kit.scenario}", text=kit.title, note=f"{kit.summary} {size}.")


PAGE = Page("paper-kits", init, Takes("role-plays on paper", (LookAgain,)), update, props)
