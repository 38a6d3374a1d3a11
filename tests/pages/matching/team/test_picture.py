"""The picture of who can do what: a sentence, what is lacking, and a map of people and tasks."""

from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.typed.messages import CellsView
from dlcourse.pages.matching.team import words as team_words
from dlcourse.pages.matching.team.picture import MOST_LACKS, team_picture
from tests.domain.matching.crews import crew
from tests.engines.matching.random_teams import team_of


def seen(team: Team, people: int = 1000) -> CellsView:
    """What is seen of a team that was typed in, as far as the first people."""
    return CellsView(problems=(), more=0, skills=team.skills, people=team.people[:people], work=team.work, left_out=0)


def test_the_map_says_who_has_how_much_of_what_a_task_requires() -> None:
    """People are rows and tasks columns; a cell has a figure and a shade, and a task says what it lacks."""
    picture = team_picture(seen(crew()))
    found = picture["map"]
    assert found
    assert [(column["name"], column["note"], column["lacks"]) for column in found["columns"]] == [
        ("Atlas", "complete", False),
        ("Band", "lacks Drums", True),
    ]
    assert [(row["name"], [cell["text"] for cell in row["cells"]]) for row in found["rows"]] == [
        ("Ana", ["1 of 2", "0 of 2"]),
        ("Ben", ["1 of 2", "1 of 2"]),
        ("Cho", ["0 of 2", "0 of 2"]),
        ("Dan", ["0 of 2", "0 of 2"]),
    ]
    assert [cell["shade"] for cell in found["rows"][0]["cells"]] == [3, 0]


def test_what_is_lacking_is_told_in_sentences() -> None:
    """The headline counts, and each lack says who comes nearest; too few hours are a lack, too."""
    picture = team_picture(seen(crew(), people=1))
    assert picture["headline"] == "3 of 4 requirements are met by nobody."
    assert picture["lacks"] == [
        "Atlas requires Songs at level 3, and nobody here reaches it. Ana comes nearest, with 2.",
        "Band requires Songs at level 4, and nobody here reaches it. Ana comes nearest, with 2.",
        "Band requires Drums at level 1, and nobody here has it.",
    ]
    short = crew().people[0].model_copy(update={"hours": crew().work[0].hours})
    view = seen(crew()).model_copy(update={"people": (short,)})
    assert team_picture(view)["lacks"][-1] == "The work takes at least 5 hours, and these people have 2 together."


def test_nothing_is_lacking_where_everything_is_met() -> None:
    """A task that requires nothing is free to everybody, and the sentence says that nothing is required."""
    free = crew().work[0].model_copy(update={"needs": {}})
    view = seen(crew()).model_copy(update={"work": (free,)})
    picture = team_picture(view)
    assert (picture["headline"], picture["lacks"]) == (team_words.NONE_ASKED, [])
    assert picture["map"]
    assert picture["map"]["rows"][0]["cells"] == [{"text": "free", "shade": 5}]
    maps = crew().work[0].model_copy(update={"needs": {"Maps": 3}})
    assert team_picture(view.model_copy(update={"work": (maps,)}))["headline"] == team_words.ALL_MET


def test_a_picture_begins_with_a_person_and_a_task() -> None:
    """Before that, a note says what it waits for."""
    assert team_picture(seen(crew(), people=0))["note"] == team_words.PICTURE_EMPTY


def test_a_large_team_has_sentences_and_no_map() -> None:
    """With many people the map is left out, which is said, and only the first lacks are told."""
    picture = team_picture(seen(team_of(120, 40, 12, kind="sparse")))
    assert picture["map"] is None
    assert "not drawn for more than 60 people" in picture["note"]
    alone = team_picture(seen(team_of(120, 40, 12, kind="sparse"), people=1))
    assert len(alone["lacks"]) <= MOST_LACKS + 1
