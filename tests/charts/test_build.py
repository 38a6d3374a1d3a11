"""The drawings that Altair makes when the course is built, and how they are filled with rows."""

import json
from pathlib import Path

import pytest

from dlcourse.charts.build import made, names
from dlcourse.charts.specifications import FILE, filled
from dlcourse.charts.theme import ROWS


def test_the_build_stores_what_altair_makes(bundles: Path) -> None:
    """The front end's build stores the specification of every drawing, and none has rows yet."""
    stored = json.loads((bundles / FILE).read_text("utf-8"))
    assert stored == made()
    assert {"matching.comparison", "matching.load"} <= stored.keys() == set(names())
    assert not any("datasets" in spec for spec in stored.values())


@pytest.mark.parametrize("name", names())
def test_a_drawing_is_filled_with_rows(name: str) -> None:
    """A filled drawing has the rows under the name by which all its layers ask for data, and filling keeps none."""
    spec = filled(name, [{"a": 1}])
    assert spec["datasets"] == {ROWS: [{"a": 1}]}
    layers = [spec, *spec.get("layer", [])]
    assert {layer["data"]["name"] for layer in layers if "data" in layer} == {ROWS}
    assert filled(name, [])["datasets"] == {ROWS: []}
