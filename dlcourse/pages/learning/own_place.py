"""The page of a place like one's own: its settings with one's own figures beside, and what would move its curve."""

from typing import TypedDict

from dlcourse.domain.learning.choices import SchoolChoices
from dlcourse.domain.learning.messages import OwnPlace, OwnPlaceView, SetOwnPlace
from dlcourse.domain.place_figures import PlaceFigure
from dlcourse.pages.form import FormProps
from dlcourse.pages.learning import place_words, words
from dlcourse.pages.learning.results import SchoolResultProps, place_result_props
from dlcourse.pages.learning.school_form import place_form
from dlcourse.pages.props import PageProps
from dlcourse.pages.single_view import SingleState, single, single_props


class PlaceFigureProps(TypedDict):
    """What somebody found out before: the choice that it is about, what it says, and where it comes from."""

    name: str
    text: str
    source: str


class OwnPlaceContents(TypedDict):
    """The page. ``result`` is None as long as the place was not set; ``no_figures`` says how figures get here."""

    title: str
    lead: str
    form: FormProps
    figures_title: str
    figures_note: str
    figures: list[PlaceFigureProps]
    result_title: str
    result: SchoolResultProps | None
    empty: str
    honest: str
    further: str


class OwnPlaceProps(PageProps):
    """What the page draws; nothing of its own until the place was loaded. ``heading`` changes with the place."""

    heading: str
    view: OwnPlaceContents | None


def props(state: SingleState[OwnPlaceView]) -> OwnPlaceProps:
    """What the page draws."""
    view = state.view
    heading = repr(view.school) if view and view.school else ""
    return {
        **single_props("own-place", state),
        "heading": heading,
        "view": _contents(view) if view else None,
    }


def _contents(view: OwnPlaceView) -> OwnPlaceContents:
    return {
        "title": place_words.TITLE,
        "lead": place_words.LEAD,
        "form": place_form(view.school or SchoolChoices()),
        "figures_title": place_words.FIGURES,
        "figures_note": place_words.FIGURES_NOTE if view.figures else place_words.FIGURES_NONE,
        "figures": [_figure(each) for each in view.figures],
        "result_title": place_words.RESULT,
        "result": place_result_props(view.result) if view.result else None,
        "empty": place_words.EMPTY,
        "honest": place_words.HONEST,
        "further": place_words.FURTHER,
    }


def _figure(figure: PlaceFigure) -> PlaceFigureProps:
    return {"name": words.LEGENDS[figure.choice], "text": figure.says, "source": figure.source}


PAGE = single("own-place", OwnPlace, SetOwnPlace, OwnPlaceView, props)
