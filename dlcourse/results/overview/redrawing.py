"""``dlcourse.dashboard()``: what a notebook draws of a cohort, drawn again whenever something in the cohort changes.

One round of drawing asks the course each question only once, however many charts need the answer.
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from html import escape
from types import MappingProxyType

import ipywidgets  # type: ignore[import-untyped]

from dlcourse.course.connect import here
from dlcourse.domain.speech import Command, Course, Query, Recorded, View
from dlcourse.errors import CourseError
from dlcourse.results.overview.cohort_results import CohortResults, led_cohort, led_cohorts
from dlcourse.widgets.redrawn import Redrawn

Draw = Callable[..., object]
"""Draws a cohort: it gets the `CohortResults`, and the values of its controls by their names."""
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "none": "You lead no cohort yet. Create one on the page “Cohorts” of the course, or join one with its "
        "facilitator key; then open this page again.",
        "cohort": "Cohort",
        "failed": "This cannot be drawn now ({why}). What you did in the course is safe.",
    }
)


class OncePerRound:
    """A course that is asked each question once in a round; `begin_round` begins the next one."""

    def __init__(self, course: Course) -> None:
        """Ask this course."""
        self._course = course
        self._answers: dict[str, View] = {}

    def begin_round(self) -> None:
        """From now on, ask again."""
        self._answers = {}

    def do(self, command: Command) -> Recorded:
        """Carry out a command."""
        return self._course.do(command)

    def see(self, query: Query) -> View:
        """The answer to a query, as it was when it was first asked in this round."""
        asked = repr(query)
        if asked not in self._answers:
            self._answers[asked] = self._course.see(query)
        return self._answers[asked]

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Call ``notice`` whenever the topic changes, until the returned function is called."""
        return self._course.watch(topic, notice)


class Dashboard(ipywidgets.VBox):  # type: ignore[misc]
    """A dashboard of a cohort that you lead. As a cell's last line, it shows the cohort's name, and others to choose.

    `show` draws. ``cohort`` is what is drawn: the `CohortResults`, or None if you lead no cohort.
    """

    def __init__(self, which: str = "", course: Course | None = None) -> None:
        """``which`` is the name or id of the cohort that is shown first."""
        self._course = OncePerRound(course or here())
        self._loop, self._due = _running_loop(), False
        self._places: list[_Place] = []
        self._stop: Callable[[], None] = _nothing
        self.cohort: CohortResults | None = None
        super().__init__(children=(self._header(which),))

    def show(self, draw: Draw, **controls: ipywidgets.Widget) -> ipywidgets.VBox:
        """Show what ``draw`` returns: an Altair chart, a DataFrame, a sentence or a widget; and again on each change.

        It is called with the cohort and the values of the ``controls``, by their names: ``draw(cohort, session="…")``.
        The controls are shown above the drawing. If nobody leads a cohort here, nothing is shown.
        """
        place = _Place(draw, controls, lambda: self.cohort)
        self._places.append(place)
        return place

    def close(self) -> None:
        """Stop following the cohort."""
        self._stop()
        super().close()

    def _header(self, which: str) -> ipywidgets.Widget:
        led = led_cohorts(self._course)
        if not led:
            return ipywidgets.HTML(f"<p>{WORDS['none']}</p>")
        self._follow(led_cohort(which, self._course))
        assert self.cohort is not None
        if len(led) == 1:
            return ipywidgets.HTML(f"<p><b>{escape(self.cohort.name)}</b></p>")
        choices = [(card.name, card.cohort) for card in led]
        chooser = ipywidgets.Dropdown(options=choices, value=self.cohort.id, description=WORDS["cohort"])
        chooser.observe(lambda change: self._choose(change["new"]), "value")
        return chooser

    def _choose(self, which: str) -> None:
        self._follow(led_cohort(which, self._course))
        self._draw_again()

    def _follow(self, cohort: CohortResults) -> None:
        self._stop()
        self.cohort, self._stop = cohort, cohort.on_change(self._note)

    def _note(self) -> None:
        """Draw again soon, where the cells of the notebook run; called from another thread."""
        if self._loop is None or self._loop.is_closed():
            self._draw_again()
        elif not self._due:
            self._due = True
            self._loop.call_soon_threadsafe(self._draw_again)

    def _draw_again(self) -> None:
        self._due = False
        self._course.begin_round()
        for place in self._places:
            place.draw_again()


class _Place(ipywidgets.VBox):  # type: ignore[misc]
    """The place of one drawing, with its controls above it."""

    def __init__(
        self, draw: Draw, controls: Mapping[str, ipywidgets.Widget], cohort: Callable[[], CohortResults | None]
    ) -> None:
        self._draw, self._controls, self._cohort = draw, controls, cohort
        self._drawn = Redrawn()
        for control in controls.values():
            control.observe(lambda _: self.draw_again(), "value")
        self._draw_now()
        super().__init__(children=(*controls.values(), self._drawn) if cohort() else ())

    def draw_again(self) -> None:
        """Draw again. If that fails, say so in place of the drawing."""
        try:
            self._draw_now()
        except Exception as fault:  # noqa: BLE001 - whatever a reader's own function raises, the others are drawn
            self._drawn.draw(WORDS["failed"].format(why=type(fault).__name__))

    def _draw_now(self) -> None:
        if cohort := self._cohort():
            values = {name: control.value for name, control in self._controls.items()}
            try:
                self._drawn.draw(self._draw(cohort, **values))
            except CourseError as error:
                self._drawn.draw(str(error))


def _running_loop() -> asyncio.AbstractEventLoop | None:
    """The loop in which a kernel runs its cells; None outside of a kernel."""
    with suppress(RuntimeError):
        return asyncio.get_running_loop()
    return None


def _nothing() -> None:
    """Nothing is followed yet."""
