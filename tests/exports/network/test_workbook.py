"""Networks as workbooks: whatever is in a network comes back from its file, and the template is one to start from."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.content.network.ties import File, network_of, read_files
from dlcourse.domain.network.graph import Graph
from dlcourse.domain.network.messages import Network
from dlcourse.domain.network.stretch import Act
from dlcourse.exports.network.workbook import EXAMPLE, network_xlsx, template_xlsx
from tests.domain.network.networks import graphs


def again(content: bytes) -> Network:
    """The network in a workbook, as it would be uploaded."""
    return network_of(read_files(File("network.xlsx", content)))


def test_the_template_is_read_without_a_problem() -> None:
    """The template can be uploaded as it is; its notes are not taken for data."""
    assert again(template_xlsx()) == EXAMPLE


@settings(deadline=None, max_examples=25)
@given(graphs(most=6), st.integers(1, 50))
def test_a_network_comes_back_from_its_workbook(graph: Graph, count: int) -> None:
    """People with and without ties, topics, roles and acts are the same after a download and an upload."""
    named = graph.people[:1]
    acts = tuple(Act(person=name, function="=SUM(A1)", count=count) for name in named)
    network = Network(graph=graph, roles=dict.fromkeys(named, "_x0041_ teacher"), acts=acts)
    assert again(network_xlsx(network)) == network


def test_names_that_look_like_formulas_are_names() -> None:
    """A name that begins with = is a text in the file, and is the same name when it is read again."""
    graph = EXAMPLE.graph.model_copy(update={"people": (*EXAMPLE.graph.people, "=1+1")})
    assert again(network_xlsx(Network(graph=graph))).graph.people[-1] == "=1+1"
