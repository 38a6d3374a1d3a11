"""The page of a figure: found by its name, described in words, and helpful where there is none of that name."""

import pytest

from dlcourse.pages.figures.page import FIGURES, PAGE, FigureProps, FigureState, init, props
from dlcourse.pages.figures.shapes import WIDTH, Shape, around, arrow


def shown(name: str) -> FigureProps:
    """What the page of this figure shows."""
    state, effects = init({"name": name})
    assert effects == ()
    return props(state)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_told_in_words(name: str) -> None:
    """Each panel has a caption and a longer description, which is not the caption again."""
    page = shown(name)
    assert (page["missing"], page["notice"]) == (False, None)
    assert page["title"]
    for panel in page["panels"]:
        assert panel["caption"].endswith((".", "?"))
        assert len(panel["description"]) > len(panel["caption"])
        assert panel["caption"] not in panel["description"]


@pytest.mark.parametrize("name", FIGURES)
def test_all_is_drawn_inside_its_panel(name: str) -> None:
    """No box, circle or line of words begins outside the panel."""
    for panel in shown(name)["panels"]:
        for shape in panel["shapes"]:
            left, top, right, bottom = corners(shape)
            assert 0 <= left <= right <= WIDTH, shape
            assert 0 <= top <= bottom <= panel["height"], shape


def corners(shape: Shape) -> tuple[float, float, float, float]:
    """The left, top, right and bottom of a shape; of words, where they stand."""
    if shape["kind"] == "round":
        x, y, r = shape["x"], shape["y"], shape["r"]
        return x - r, y - r, x + r, y + r
    if shape["kind"] == "box":
        return shape["x"], shape["y"], shape["x"] + shape["width"], shape["y"] + shape["height"]
    if shape["kind"] == "words":
        return shape["x"], shape["y"] - 12, shape["x"], shape["y"] + 17 * (len(shape["lines"]) - 1)
    return 0, 0, 0, 0


def test_an_unknown_figure_is_missing_and_says_which_was_meant() -> None:
    """A misspelled name is told the nearest one, and a strange one all names."""
    page = shown("hidden-profil")
    assert (page["missing"], page["panels"]) == (True, [])
    assert page["notice"]
    assert page["notice"]["remedy"] == "Did you mean 'hidden-profile'?"
    other = shown("zzz")["notice"]
    assert other
    assert all(name in other["remedy"] for name in FIGURES)


def test_a_figure_does_not_change() -> None:
    """Whatever is said to a figure, it stays as it is and asks for nothing."""
    assert PAGE.update(FigureState("hidden-profile"), None) == (FigureState("hidden-profile"), ())


def test_an_arrow_ends_in_a_head_and_people_sit_around_a_table() -> None:
    """An arrow's head has its point where the arrow ends; places on a circle begin at the top and go clockwise."""
    _, head = arrow((0, 0), (10, 0))
    assert head["kind"] == "path"
    assert head["d"].startswith("M10.0 0.0L")
    assert [(round(x), round(y)) for x, y in around((100, 100), 50, 4)] == [
        (100, 50),
        (150, 100),
        (100, 150),
        (50, 100),
    ]
