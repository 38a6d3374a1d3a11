"""One of the two models, run in a notebook: every run and the means of all runs as DataFrames, and a chart.

March, J. G. (1991). Exploration and exploitation in organizational learning. Organization Science 2(1), 71-87.
Hong, L., & Page, S. E. (2004). Groups of diverse problem solvers can outperform groups of high-ability problem solvers.
Proceedings of the National Academy of Sciences 101(46), 16385-16389.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from dlcourse.domain.learning.models import HongPageSettings, MarchSettings, Moments, interval, moments
from dlcourse.domain.speech import Value
from dlcourse.engines.learning.hong_page import hong_page
from dlcourse.engines.learning.march import march
from dlcourse.errors import CourseError
from dlcourse.results.html import html_table
from dlcourse.results.names import unknown
from dlcourse.results.progress_bar import progress_bar
from dlcourse.results.tables import Column, Row, data_frame

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]

MOST_RUNS = 100_000
RUN = Column("run", "whole", "the number of the run, from 0")
MEAN_COLUMNS = (
    Column("result", "text", "what is measured"),
    Column("mean", "number", "the mean over all runs"),
    Column("sd", "number", "the standard deviation over the runs"),
    Column("low", "number", "the lower end of the band: the mean less two standard errors"),
    Column("high", "number", "the upper end of the band: the mean plus two standard errors"),
)

Engine = Callable[[Any, int, int, Callable[[int], object]], Any]
"""Takes settings, a number of runs, a seed, and what is told how many are done; gives arrays, one value a run."""


@dataclass(frozen=True)
class SimulationModel:
    """A model: its settings, what computes it, and what it measures.

    ``results`` has for each result what it means, with the unit; ``arrays`` is what the engine calls it.
    """

    settings: type[Value]
    engine: Engine
    results: Mapping[str, str]
    arrays: tuple[str, ...]


MODELS = {
    "march": SimulationModel(
        MarchSettings,
        march,
        {
            "code_knows": "what the code knows in the end, from -1 to 1",
            "people_know": "what people know on average in the end, from -1 to 1",
            "took": "how many periods the run took",
        },
        ("code", "people", "periods"),
    ),
    "hong-page": SimulationModel(
        HongPageSettings,
        hong_page,
        {
            "best": "what the best solvers reach together, from 0 to 100",
            "random": "what solvers drawn at random reach together, from 0 to 100",
        },
        ("best", "random"),
    ),
}


@dataclass(frozen=True)
class _Part:
    """What came of one value of the setting that varies: for each result the values of all runs."""

    settings: Value
    values: Mapping[str, list[float]]


class SimulationResults:
    """What came of a simulation: ``runs`` and ``means`` are DataFrames with their settings, ``chart()`` draws it."""

    def __init__(self, model: str, varied: str | None, parts: tuple[_Part, ...]) -> None:
        """``varied`` is the setting that varies between the parts, or None if there is only one part."""
        self.model, self._varied, self._parts = model, varied, parts

    @property
    def runs(self) -> "DataFrame":
        """One row for each run: ``run``, all settings, and a column for each result.

        March: ``code_knows`` and ``people_know`` (what is known in the end, from -1 to 1) and ``took`` (periods). Hong
        and Page: ``best`` and ``random`` (what each group of solvers reaches, from 0 to 100).
        """
        settings = tuple(_setting_column(name, self._parts) for name in self._settings)
        results = tuple(Column(name, "number", meaning) for name, meaning in MODELS[self.model].results.items())
        return data_frame((RUN, *settings, *results), self._runs())

    @property
    def means(self) -> "DataFrame":
        """One row for each result and each value of the setting that varies.

        First the settings, then ``result``, ``mean``, ``sd``, ``low`` and ``high``. The band from low to high is the
        mean plus and minus two standard errors: in about 95 of 100 simulations it holds what endless runs would give.
        """
        settings = tuple(_setting_column(name, self._parts) for name in self._settings)
        return data_frame((*settings, *MEAN_COLUMNS), self._means())

    def chart(self) -> Any:
        """The means as an Altair chart with their bands: a line for each result over the setting that varies."""
        from dlcourse.charts.in_cell import altair_chart  # Altair, only once somebody wants a chart
        from dlcourse.charts.learning.sweep import sweep

        values = [getattr(part.settings, self._varied) if self._varied else 0 for part in self._parts]
        shown = [name for name in MODELS[self.model].results if name != "took"]
        lines = {name: [_found(part, name) for part in self._parts] for name in shown}
        return altair_chart(sweep(self.model, self._varied, values, lines, len(self._parts[0].values[shown[0]])))

    def __repr__(self) -> str:
        """Which model, and how often it ran."""
        runs = len(next(iter(self._parts[0].values.values())))
        over = f", for {len(self._parts)} values of {self._varied}" if self._varied else ""
        return f"Simulation {self.model}: {runs:,} runs{over}. See .means, .runs and .chart()."

    def _repr_html_(self) -> str:
        headings = (*([self._varied] if self._varied else []), "result", "mean", "band")
        return html_table(repr(self), headings, self._rows_in_words())

    @property
    def _settings(self) -> tuple[str, ...]:
        return tuple(MODELS[self.model].settings.model_fields)

    def _runs(self) -> Iterator[Row]:
        for part in self._parts:
            settings = [getattr(part.settings, name) for name in self._settings]
            for number, values in enumerate(zip(*part.values.values(), strict=True)):
                yield number, *settings, *values

    def _means(self) -> Iterator[Row]:
        for part in self._parts:
            settings = [getattr(part.settings, name) for name in self._settings]
            for name, values in part.values.items():
                found = moments(values)
                yield *settings, name, found.mean, found.sd, *interval(found, len(values))

    def _rows_in_words(self) -> Iterator[tuple[str, ...]]:
        for part in self._parts:
            varied = [str(getattr(part.settings, self._varied))] if self._varied else []
            for name, values in part.values.items():
                low, high = interval(moments(values), len(values))
                yield *varied, name, f"{moments(values).mean:.3f}", f"{low:.3f} to {high:.3f}"


def run(model: str, runs: int, seed: int, settings: Mapping[str, Any]) -> SimulationResults:
    """Let a model run; see ``dlcourse.simulate``."""
    if model not in MODELS:
        raise unknown("simulate", f"there is no model '{model}'", model, list(MODELS))
    if not 1 <= runs <= MOST_RUNS:
        raise CourseError("runs", f"{runs} is not a number from 1 to {MOST_RUNS:,}", "Give the number of runs.")
    if not 0 <= seed < 2**63:
        raise CourseError("seed", f"{seed} cannot be used", "Give a whole number from 0 on.")
    varied, chosen = _each_setting(model, settings)
    with progress_bar() as step:
        parts = []
        for number, each in enumerate(chosen):
            advance = _advance(step, number, len(chosen), runs)
            parts.append(_part(model, each, MODELS[model].engine(each, runs, seed, advance)))
    return SimulationResults(model, varied, tuple(parts))


def _advance(step: Any, number: int, parts: int, runs: int) -> Callable[[int], object]:
    if step is None:
        return lambda _: None
    return lambda done: step((number + done / runs) / parts, f"{number * runs + done:,} of {parts * runs:,} runs")


def _each_setting(model: str, settings: Mapping[str, Any]) -> tuple[str | None, list[Value]]:
    """The name of the setting that is a list, if one is, and the checked settings for each of its values."""
    known = MODELS[model].settings.model_fields
    for name in settings:
        if name not in known:
            raise unknown("simulate", f"{model} has no setting '{name}'", name, list(known))
    lists = [name for name, value in settings.items() if isinstance(value, list | tuple)]
    if len(lists) > 1:
        raise CourseError("simulate", f"{' and '.join(lists)} are both lists", "Give a list for one setting only.")
    if not lists:
        return None, [_checked(model, settings)]
    (varied,) = lists
    if not settings[varied]:
        raise CourseError("simulate", f"the list for {varied} is empty", "Give at least one value.")
    return varied, [_checked(model, {**settings, varied: value}) for value in settings[varied]]


def _checked(model: str, settings: Mapping[str, Any]) -> Value:
    try:
        return MODELS[model].settings.model_validate(dict(settings))
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "simulate"
        said = first["msg"].removeprefix("Value error, ")
        raise CourseError(name, f"{said[0].lower()}{said[1:]}", "Change the setting.") from None


def _part(model: str, settings: Value, found: Any) -> _Part:
    named = zip(MODELS[model].results, MODELS[model].arrays, strict=True)
    return _Part(settings, {name: getattr(found, array).tolist() for name, array in named})


def _found(part: _Part, name: str) -> tuple[Moments, tuple[float, float]]:
    found = moments(part.values[name])
    return found, interval(found, len(part.values[name]))


def _setting_column(name: str, parts: tuple[_Part, ...]) -> Column:
    whole = all(isinstance(getattr(part.settings, name), int) for part in parts)
    return Column(name, "whole" if whole else "number", "a setting of the model")
