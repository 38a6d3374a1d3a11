"""What all drawings have in common: no addresses, our own look, the width of their place, numbers as text."""

import json
import re
from pathlib import Path

import altair as alt

from dlcourse.charts.theme import TOKENS, plot, specification, theme
from dlcourse.domain.chart import Specification
from dlcourse.frontend import bundle

STYLES = Path(bundle.HERE, "src/css/tokens.css")


def bars() -> Specification:
    """A drawing of bars."""
    return specification(plot().mark_bar().encode(x="many:Q", y="who:N"))


def test_a_drawing_names_no_address() -> None:
    """Nothing in a drawing leads to another site, not even the name of its schema."""
    assert "//" not in json.dumps(bars())


def test_a_drawing_has_the_course_s_look() -> None:
    """The drawing has the course's look, is as wide as its place, and its rows are filled in later."""
    spec = bars()
    assert {"config": spec["config"], "usermeta": spec["usermeta"]} == theme()
    assert spec["width"] == "container"
    assert spec["data"] == {"name": "rows"}


def test_drawings_beside_each_other_keep_their_widths() -> None:
    """Charts side by side have fixed widths, because Vega-Lite has no container width for them."""
    one = plot().mark_bar().encode(x="a:Q")
    assert "width" not in specification(alt.hconcat(one, one))


def test_a_drawing_survives_any_wire() -> None:
    """A drawing is the same after it was sent as JSON."""
    assert bars() == json.loads(json.dumps(bars()))


def test_the_colors_are_those_of_a_light_page() -> None:
    """Each color of a chart is the one that the style sheet gives its token on a light page."""
    light = STYLES.read_text("utf-8").split("@media")[0]
    defined = dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", light))
    assert {f"var({name})": color for name, color in defined.items() if f"var({name})" in TOKENS.values()} == {
        token: color for color, token in TOKENS.items()
    }
