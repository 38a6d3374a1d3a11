"""A network in a notebook: who turns to whom, with its figures and its people as DataFrames."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dlcourse.domain.network.graph import Figures, figures
from dlcourse.domain.network.messages import Network
from dlcourse.domain.network.stretch import counted, stretch
from dlcourse.errors import CourseError
from dlcourse.pages.network.figures import in_words, size
from dlcourse.results.html import html_table
from dlcourse.results.network.sources import network_from
from dlcourse.results.tables import Column, Row, data_frame

if TYPE_CHECKING:
    from networkx import DiGraph
    from pandas import DataFrame  # type: ignore[import-untyped]

MEASURED = (
    "density",
    "reciprocity",
    "in_centralization",
    "out_centralization",
    "gini_in",
    "transitivity",
    "isolates",
    "weak_components",
    "articulation",
)
"""The figures in the order in which they are said in words."""
FIGURE_COLUMNS = (
    Column("figure", "text", "its name, as in the command dlcourse network --json"),
    Column("value", "number", "shares are from 0 to 1, all else is counted; missing if it is not defined"),
    Column("in_words", "text", "what it says"),
)
PEOPLE_COLUMNS = (
    Column("name", "text", "who"),
    Column("role", "text", "their role; empty if it is not known"),
    Column("asked_by", "whole", "how many people turn to them"),
    Column("turns_to", "whole", "to how many people they turn"),
    Column("splits", "yes/no", "whether the network falls apart without them"),
)
TIE_COLUMNS = (
    Column("from", "text", "who turns"),
    Column("to", "text", "to whom"),
    Column("topic", "text", "about what; empty if none is named"),
)
FUNCTION_COLUMNS = (
    Column("function", "text", "the leadership function"),
    Column("person", "text", "who acted"),
    Column("count", "whole", "how many acts"),
    Column("share", "number", "acts of this person / all acts of this function, 0 to 1"),
)


class NetworkResults:
    """Who turns to whom: ``figures``, ``people``, ``ties`` and ``functions`` are DataFrames. Context, not a grade."""

    def __init__(self, name: str, network: Network) -> None:
        """``name`` is what the network is called."""
        self.name, self._network = name, network

    @property
    def figures(self) -> "DataFrame":
        """What describes the whole network: ``figure``, ``value``, ``in_words``. Shares are from 0 to 1."""
        return data_frame(FIGURE_COLUMNS, _figures(figures(self._network.graph)))

    @property
    def people(self) -> "DataFrame":
        """The people: ``name``, ``role``, ``asked_by`` and ``turns_to`` (numbers of people), and ``splits``."""
        return data_frame(PEOPLE_COLUMNS, _people(self._network))

    @property
    def ties(self) -> "DataFrame":
        """The ties, one a row: ``from``, ``to``, ``topic``."""
        return data_frame(TIE_COLUMNS, ((tie.who, tie.to, tie.topic) for tie in self._network.graph.ties))

    @property
    def functions(self) -> "DataFrame":
        """How leadership functions stretch over people: ``function``, ``person``, ``count``, ``share`` (0 to 1)."""
        return data_frame(FUNCTION_COLUMNS, _functions(self._network))

    def to_networkx(self) -> "DiGraph[str]":
        """The network as a directed graph of networkx.

        A node has a ``role``, an edge has ``topics``, a tuple. Raises a `CourseError` if networkx is not installed.
        """
        try:
            from networkx import DiGraph  # not everybody has it, and nothing else needs it
        except ImportError:
            remedy = "Install it with: pip install networkx"
            raise CourseError("ties", "the package networkx is not installed", remedy) from None
        graph: DiGraph[str] = DiGraph()
        graph.add_nodes_from((name, {"role": self._network.roles.get(name, "")}) for name in self._network.graph.people)
        topics: dict[tuple[str, str], tuple[str, ...]] = {}
        for tie in self._network.graph.ties:
            topics[tie.who, tie.to] = (*topics.get((tie.who, tie.to), ()), *filter(None, [tie.topic]))
        graph.add_edges_from((who, to, {"topics": about}) for (who, to), about in topics.items())
        return graph

    def chart(self) -> Any:
        """The network as an Altair chart: a dot for each person, the larger the more people turn to them.

        Raises a `CourseError` if there are more people than a drawing can show.
        """
        from dlcourse.charts.in_cell import altair_chart  # Altair, only once somebody wants a chart
        from dlcourse.charts.network.tie_map import tie_map
        from dlcourse.engines.network.layout import layout

        graph = self._network.graph
        return altair_chart(tie_map(graph, layout(graph).places))

    def stretch_chart(self) -> Any:
        """How leadership functions stretch over people, as an Altair chart; `CourseError` if there are no acts."""
        from dlcourse.charts.in_cell import altair_chart
        from dlcourse.charts.network.stretch import stretch_chart

        drawn = stretch_chart(self._network.acts)
        if drawn is None:
            raise CourseError("ties", "nobody wrote down who acts in what", "Add a table of acts: see the session 05.")
        return altair_chart(drawn)

    def __repr__(self) -> str:
        """How large the network is."""
        return f"Network {self.name}: {size(figures(self._network.graph))}. See .figures, .people and .ties."

    def _repr_html_(self) -> str:
        said = in_words(figures(self._network.graph))
        return html_table(repr(self), ("figure", "value", "in words"), said)


def read(source: Any, people: Any, acts: Any) -> NetworkResults:
    """The network from a sample, files or DataFrames; see ``dlcourse.ties``."""
    return NetworkResults(*network_from(source, people, acts))


def _figures(found: Figures) -> Iterator[Row]:
    yield "people", found.people, size(found)
    yield "ties", found.ties, size(found)
    for name, text in zip(MEASURED, in_words(found), strict=True):
        value = getattr(found, name)
        yield name, len(value) if isinstance(value, tuple) else value, text.sentence


def _people(network: Network) -> Iterator[Row]:
    graph = network.graph
    for name in graph.people:
        degrees = (len(graph.asked_by[name]), len(graph.turns_to[name]))
        yield name, network.roles.get(name, ""), *degrees, name in graph.cut


def _functions(network: Network) -> Iterator[Row]:
    counts = counted(network.acts)
    for spread in stretch(network.acts):
        for person, share in spread.shares.items():
            yield spread.function, person, counts[spread.function][person], share
