"""What all drawings have in common: no addresses, our own look, the width of their place, numbers as text."""

import json

import altair as alt

from dlcourse.charts.theme import CONFIG, plot, specification
from dlcourse.domain.chart import Specification


def bars() -> Specification:
    """A drawing of two bars."""
    drawing = plot([{"who": "Ana", "many": 2}, {"who": "<Ben>", "many": 1}]).mark_bar()
    return specification(drawing.encode(x="many:Q", y="who:N"))


def test_a_drawing_names_no_address() -> None:
    """Nothing in a drawing leads to another site, not even the name of its schema."""
    assert "//" not in json.dumps(bars())


def test_a_drawing_has_the_course_s_look() -> None:
    """The drawing has the course's look, and is as wide as its place."""
    spec = bars()
    assert spec["config"] == CONFIG
    assert spec["width"] == "container"
    assert spec["datasets"] or spec["data"]["values"]


def test_drawings_beside_each_other_keep_their_widths() -> None:
    """Charts side by side have fixed widths, because Vega-Lite has no container width for them."""
    one = plot([{"a": 1}]).mark_bar().encode(x="a:Q")
    assert "width" not in specification(alt.hconcat(one, one))


def test_a_drawing_survives_any_wire() -> None:
    """Two drawings of the same figures are equal, also after they were sent as JSON."""
    assert bars() == json.loads(json.dumps(bars()))
