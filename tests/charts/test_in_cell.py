"""A chart of the course in a notebook cell: an ordinary Altair chart of the same figures."""

import altair as alt

from dlcourse.charts.in_cell import ACROSS, altair_chart
from dlcourse.charts.matching.load import load
from tests.domain.matching.crews import crew, laid_out


def test_a_chart_of_a_page_is_an_altair_chart_in_a_cell() -> None:
    """The chart in a cell has the page's rows, its title, its sentence and its description, and can be changed."""
    chart = load(crew(), laid_out())
    shown = altair_chart(chart)
    assert isinstance(shown, alt.LayerChart)
    spec = shown.properties(height=300).to_dict()
    assert spec["datasets"] == chart.spec["datasets"]
    assert spec["title"]["text"] == chart.title
    assert " ".join(spec["title"]["subtitle"]) == chart.says
    assert max(map(len, spec["title"]["subtitle"])) <= ACROSS
    assert (chart.description in spec["description"], spec["height"]) == (True, 300)
