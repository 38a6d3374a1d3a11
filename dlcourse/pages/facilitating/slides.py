"""The slides of a run-of-show, one after the other: the title first, then what each step shows, a panel at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypedDict

from dlcourse.domain.facilitating.runs import SessionRunView, Slide, TimedStep, timed
from dlcourse.pages.facilitating import words
from dlcourse.pages.figures.page import FIGURES, PanelProps, panel_props
from dlcourse.pages.markdown import html

SHORT = 90
"""Characters of a text that is shown very large."""


@dataclass(frozen=True)
class PlacedSlide:
    """A slide with its step; the title of the session has none. ``panel`` is the part of a figure that is shown."""

    slide: Slide
    at: TimedStep | None = None
    panel: int = 0


class SlideProps(TypedDict):
    """A slide as it is drawn: its label, its words as HTML, or a drawing. ``short`` words are drawn very large."""

    kind: Literal["title", "words", "figure"]
    label: str
    html: str
    short: bool
    panel: PanelProps | None


def slides_of(view: SessionRunView) -> tuple[PlacedSlide, ...]:
    """All slides in their order. A figure has one for each of its panels; an unknown figure has none."""
    return PlacedSlide(Slide(words=view.title)), *_slides(view)


def _slides(view: SessionRunView) -> Iterator[PlacedSlide]:
    for at in timed(view.steps):
        for slide in at.step.slides:
            panels = FIGURES[slide.figure].panels if slide.figure in FIGURES else ()
            if slide.words:
                yield PlacedSlide(slide, at)
            yield from (PlacedSlide(slide, at, number) for number in range(len(panels)))


def slide_props(placed: PlacedSlide) -> SlideProps:
    """The slide as it is drawn."""
    if placed.at is None:
        return {"kind": "title", "label": "", "html": html(placed.slide.words), "short": True, "panel": None}
    label = placed.at.step.title
    if placed.slide.figure:
        panel = panel_props(FIGURES[placed.slide.figure].panels[placed.panel])
        return {"kind": "figure", "label": label, "html": html(panel["caption"]), "short": False, "panel": panel}
    written = placed.slide.words
    return {"kind": "words", "label": label, "html": html(written), "short": len(written) <= SHORT, "panel": None}


def slide_words(slide: Slide) -> str:
    """What a slide shows, for whoever leads, as HTML: a figure is named."""
    if not slide.figure:
        return html(slide.words)
    title = FIGURES[slide.figure].title if slide.figure in FIGURES else slide.figure
    return html(words.FIGURE.format(title=title))
