"""The networks that one looked at, with their figures, as a table."""

from collections.abc import Iterator

from dlcourse.domain.network.views import NetworkLook, NetworkLookView, NetworkOffer, Networks, NetworksView
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("network", "text", "the id of the network; own for the one that you entered"),
    Column("title", "text", "its title; empty for your own"),
    Column("people", "whole", "people in it"),
    Column("ties", "whole", "pairs in which one turns to the other"),
    Column("guessed", "yes/no", "whether you guessed before you looked"),
    Column("density", "number", "ties / possible ties, 0 to 1"),
    Column("reciprocity", "number", "ties that are returned / ties, 0 to 1"),
    Column("in_centralization", "number", "how far all turn to one person, 0 to 1"),
    Column("out_centralization", "number", "how far one person turns to all, 0 to 1"),
    Column("gini_in", "number", "how unevenly people are turned to: 0 if all are turned to equally often"),
    Column("transitivity", "number", "closed triples / connected triples, 0 to 1"),
    Column("weak_components", "whole", "separate groups"),
    Column("isolates", "names", "people without any tie; missing if not all people are known"),
    Column("articulation", "names", "people whose absence splits the network"),
)
FIGURES = tuple(column.name for column in COLUMNS[5:])


def rows(course: Course) -> Iterator[Row]:
    """One row for each network that was guessed about, and for one's own."""
    view = course.see(Networks())
    assert isinstance(view, NetworksView)
    yield from (_row(each, course) for each in view.samples if each.guessed)
    if view.own:
        yield _row(view.own, course)


def _row(offer: NetworkOffer, course: Course) -> Row:
    look = course.see(NetworkLook(network=offer.id))
    assert isinstance(look, NetworkLookView)
    figures = (getattr(look.figures, name) for name in FIGURES)
    return offer.id, offer.title, offer.people, offer.ties, offer.guessed, *figures


TABLE = ResultTable(
    "The networks that you looked at. One row for each that you guessed about, and one for your own.", COLUMNS, rows
)
