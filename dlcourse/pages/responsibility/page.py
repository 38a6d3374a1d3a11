"""The page of shared responsibility: the map, the strain test, the trace, the charts, and the page to print."""

from dataclasses import replace
from typing import TypedDict

from dlcourse.domain.responsibility.messages import Responsibility, ResponsibilityCommand, TakeResponsibility
from dlcourse.domain.responsibility.views import ResponsibilityView
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.form import FormProps
from dlcourse.pages.props import LinkProps
from dlcourse.pages.registers.history import RegisterHistory, RegisterPast, history, past
from dlcourse.pages.registers.page import ONLY_READ, RegisterProps, RegisterState, register_page, register_props
from dlcourse.pages.registers.paper import PaperProps, paper
from dlcourse.pages.registers.room import OPEN
from dlcourse.pages.responsibility import words
from dlcourse.pages.responsibility.document import map_document
from dlcourse.pages.responsibility.share_props import SLOT, ShareProps, new_share, share_props
from dlcourse.pages.responsibility.strain_props import StrainProps, TraceProps, strain_props, trace_props
from dlcourse.pages.words import DAMAGED


class MapCharts(TypedDict):
    """How leading stretches over people, before and after."""

    title: str
    note: str
    list: list[ChartProps]


class ResponsibilityContents(TypedDict):
    """Everything on the page. ``past`` is None if it shows the map as it is. ``fixed`` if nothing can be changed.

    ``room`` leads to the page for a screen.
    """

    title: str
    who: str
    damaged: str
    past: RegisterPast | None
    fixed: bool
    room: LinkProps | None
    shares_title: str
    shares_note: str
    shares: list[ShareProps]
    add_title: str
    add: FormProps
    strain: StrainProps
    charts: MapCharts
    trace: TraceProps
    paper_title: str
    paper: PaperProps
    history: RegisterHistory


class ResponsibilityProps(RegisterProps):
    """What the page draws; nothing of its own until the map was seen."""

    view: ResponsibilityContents | None


def props(state: RegisterState[ResponsibilityView]) -> ResponsibilityProps:
    """What the page draws."""
    return {**register_props("responsibility", state), "view": contents(state.view) if state.view else None}


def contents(view: ResponsibilityView) -> ResponsibilityContents:
    """The map as it is drawn."""
    return {
        "title": words.TITLE,
        "who": ONLY_READ if view.only_read else words.TOGETHER if view.together else words.ALONE,
        "damaged": DAMAGED if view.damaged else "",
        "past": past(view.step, len(view.steps), words.HISTORY),
        "fixed": view.only_read or bool(view.step),
        "room": {"to": "responsibility/room", "text": OPEN, "note": ""} if view.together else None,
        "shares_title": words.SHARES,
        "shares_note": "" if view.shares else words.NO_SHARES,
        "shares": [share_props(card, view) for card in view.shares],
        "add_title": words.ADD,
        "add": new_share(view),
        "strain": strain_props(view),
        "charts": {
            "title": words.CHARTS,
            "note": words.CHARTS_NOTE,
            "list": [drawn(chart) for chart in view.charts],
        },
        "trace": trace_props(view),
        "paper_title": words.PAPER,
        "paper": paper(map_document(view)),
        "history": history(view.steps, words.HISTORY),
    }


PAGE = replace(
    register_page(
        "responsibility", Responsibility, ResponsibilityCommand, ResponsibilityView, TakeResponsibility, props
    ),
    drafts=(SLOT,),
)
