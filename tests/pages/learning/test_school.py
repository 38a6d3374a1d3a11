"""The page of a school: the form first, then the verdict, what each choice did, the map and the film."""

from typing import Any

from dlcourse.course.local import LocalCourse
from dlcourse.domain.learning.choices import SchoolChoices
from tests.pages.conftest import Reader

ALL = {"openness": "open", "learns_from": "everybody", "authority": "expertise", "coherence": "shared"}
SCHOOL = ALL | {"leaders_know": "half"}


def test_a_prediction_comes_first(course: LocalCourse, bundles: object) -> None:
    """Before the first prediction there is nothing but the form; after it come the verdict and the charts."""
    page = Reader("school", course)
    view = page.start()["view"]
    assert (view["shown"], view["tried"], view["again"]) == (None, None, None)
    fields = {field["name"]: field for field in view["form"]["fields"]}
    assert list(fields) == [*ALL, "leaders_know", "expects"]
    assert fields["openness"]["value"] == "closed"
    shown = page.say("TrySchool", **SCHOOL, expects="less")["view"]["shown"]
    assert shown["verdict"] == "You expected it to be worse than at first. It is better: 97 points instead of 53."
    assert shown["title"].startswith("What came of it: open doors, watching anybody, what works decides, shared aims")
    decided = {each["name"]: each for each in shown["result"]["decided"]}
    assert (decided["Open doors"]["principles"], decided["Shared aims"]["principles"]) == ("E2", "P7")
    assert decided["Shared aims"]["text"].startswith("With partly shared aims instead, and the rest as you set it, it ")
    assert (shown["regions"], shown["film"]) == (None, None)


def test_the_map_and_the_film_come_when_asked_for(course: LocalCourse, bundles: object) -> None:
    """Both are loaded by a button, and go when another school is shown; the page reopens at the same school."""
    page = Reader("school", course)
    page.start()
    page.say("TrySchool", **SCHOOL, expects="more")
    page.say("ShowRegions")
    shown = page.say("ShowSchoolFilm")["view"]["shown"]
    assert len(shown["regions"]["table"]["rows"]) == 25
    film = shown["film"]
    assert film["frames"][0]["name"] == "At the start"
    assert film["frames"][0]["says"].startswith("Of 20 questions, the usual way works on 0, does harm on 0, ")
    assert (len(film["frames"]), len(film["table"]["rows"]), len(film["people"])) == (41, 41, 20)
    assert film["aims"] == "All want the same on all 20 questions."
    other: dict[str, Any] = {**SCHOOL, "coherence": "apart"}
    view = page.say("TrySchool", **other, expects="less")["view"]
    assert (view["shown"]["film"], view["shown"]["regions"]) == (None, None)
    assert [row["show"] for row in view["tried"]["rows"]] == ["", "Show it again"]
    again = page.say("ShowSchool", school=SCHOOL)
    assert again["view"]["shown"]["title"].endswith("shared aims")
    assert page.start(**again["place"])["view"]["shown"]["title"] == again["view"]["shown"]["title"]


def test_a_place_that_was_never_tried_shows_the_last_school(course: LocalCourse, bundles: object) -> None:
    """A stale or made-up place opens the page at the school that was tried last."""
    page = Reader("school", course)
    page.start()
    page.say("TrySchool", **SCHOOL, expects="more")
    for place in ({"school": SchoolChoices(openness="half").model_dump()}, {"school": "x"}, {}):
        assert page.start(**place)["view"]["shown"]["title"].endswith("shared aims")


def test_no_school_without_a_change(course: LocalCourse, bundles: object) -> None:
    """The school at first itself is refused with a notice, and nothing runs."""
    page = Reader("school", course)
    page.start()
    shown = page.say("TrySchool", expects="same")
    assert shown["notice"]["remedy"] == "Change at least one thing, then predict."
    assert shown["view"]["shown"] is None
