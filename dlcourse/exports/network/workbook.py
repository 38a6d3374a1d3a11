"""Writes a network as a workbook that can be uploaded again: the sheets ties, people and acts."""

from dlcourse.domain.network.graph import Graph, Tie
from dlcourse.domain.network.messages import MOST_ACTS_SHOWN, MOST_BYTES, MOST_DRAWN, MOST_TIES_DRAWN, Network
from dlcourse.domain.network.stretch import Act
from dlcourse.exports.workbooks import Rows, workbook

EXAMPLE = Network(
    graph=Graph(
        people=("Ana Souza", "Ben Okafor", "Chau Tran"),
        ties=(
            Tie(who="Ana Souza", to="Ben Okafor", topic="families"),
            Tie(who="Ben Okafor", to="Ana Souza", topic="timetable"),
            Tie(who="Chau Tran", to="Ben Okafor"),
        ),
        everybody=True,
    ),
    roles={"Ana Souza": "teacher", "Ben Okafor": "secretary", "Chau Tran": "custodian"},
    acts=(Act(person="Ben Okafor", function="talking with families", count=4),),
)
"""The network in the template."""
NOTES = (
    "ties: one line for each tie. 'Ana Souza, Ben Okafor, families' says that Ana turns to Ben about families.",
    "The topic may be empty.",
    "people: one line for each person, also those without a tie. You can leave this sheet out. The role may be empty.",
    "acts: one line for each person and task of leading: how often you saw it. You can leave this sheet out.",
    f"At most {MOST_DRAWN} people, {MOST_TIES_DRAWN:,} ties, {MOST_ACTS_SHOWN:,} acts and {MOST_BYTES / 1e6:.0f} MB.",
    "This sheet is not read.",
)


def template_xlsx() -> bytes:
    """A workbook with a small network to replace by one's own, and notes on how to fill it in."""
    return workbook({**_sheets(EXAMPLE), "notes": [(note,) for note in NOTES]})


def network_xlsx(network: Network) -> bytes:
    """The network as a workbook with the sheets that it needs of ties, people and acts."""
    return workbook(_sheets(network))


def _sheets(network: Network) -> dict[str, Rows]:
    graph = network.graph
    ties: Rows = [("from", "to", "topic"), *((tie.who, tie.to, tie.topic) for tie in graph.ties)]
    people: Rows = [("name", "role"), *((name, network.roles.get(name, "")) for name in graph.people)]
    acts: Rows = [("person", "function", "count"), *((act.person, act.function, act.count) for act in network.acts)]
    sheets = {"ties": ties, "people": people, "acts": acts}
    listed = graph.everybody or bool(network.roles) or not all(graph.near.values())
    wanted = {"ties": True, "people": listed, "acts": bool(network.acts)}
    return {title: rows for title, rows in sheets.items() if wanted[title]}
