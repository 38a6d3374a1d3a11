"""How preferences moved: the lines, the circles, the table and the sentence tell of the same group."""

from dlcourse.charts.live.preferences import AFTER, BEFORE, NOT_STATED, preferences
from dlcourse.domain.live.debrief_views import LiveDebriefView, PreferenceMoved
from dlcourse.domain.live.messages import LivePrefer
from tests.classroom import Classroom
from tests.handlers.live.live_room import LiveRoom


def looked_back(classroom: Classroom) -> LiveDebriefView:
    """A group of three in its debrief, in which nobody decided, and one person stated a preference."""
    live = LiveRoom(classroom)
    first, *_ = live.enter("Ann", "Ben", "Cem")
    live.start()
    live.say(first, LivePrefer, option=live.group(first).options[0].id)
    live.move_on(4)
    return live.debrief(first)


def moved(view: LiveDebriefView, *ways: tuple[str, str]) -> LiveDebriefView:
    """The same group, in which people went these ways: from one option to another, by number; empty for none."""
    ids = {str(place): option.id for place, option in enumerate(view.options)} | {"": ""}
    rows = [
        PreferenceMoved(role=mate.role, before=ids[first], after=ids[second])
        for mate, (first, second) in zip(view.mates, ways, strict=False)
    ]
    return view.model_copy(update={"preferences": tuple(rows)})


def test_circles_and_lines_count_the_people_of_the_table(classroom: Classroom) -> None:
    """Each circle counts who preferred an option at that time, and each line the people who went that way."""
    view = moved(looked_back(classroom), ("0", "1"), ("0", "1"), ("1", "1"), ("2", ""))
    chart = preferences(view)
    assert chart
    rows, names = chart.spec["datasets"]["rows"], [option.name for option in view.options]
    circles = {(_closed_up(row["option"]), row["when"]): row["people"] for row in rows if "move" not in row}
    assert [circles[_closed_up(name), BEFORE] for name in (*names, NOT_STATED)] == [2, 1, 1, 0]
    assert [circles[_closed_up(name), AFTER] for name in (*names, NOT_STATED)] == [0, 3, 0, 1]
    assert [row["people"] for row in rows if "move" in row] == [2, 2, 1, 1, 1, 1]
    assert [row[1:] for row in chart.rows][:2] == [(names[0], names[1])] * 2
    assert "2 of the 3 people who stated a preference both times changed it" in chart.says
    assert f"3 of them preferred “{names[1]}”" in chart.says


def _closed_up(name: str) -> str:
    """A name without the ends of lines, which also stand behind a hyphen."""
    return "".join(name.split())


def test_nothing_is_drawn_where_nobody_stated_anything(classroom: Classroom) -> None:
    """Without preferences there is no chart; with first ones only, the sentence says that nobody stated both."""
    view = looked_back(classroom)
    assert view.chart
    assert view.chart.says.startswith("Nobody stated a preference both")
    assert preferences(moved(view)) is None
    tied = preferences(moved(view, ("0", "0"), ("1", "1")))
    assert tied
    assert tied.says == "None of the 2 people who stated a preference both times changed it."


def test_one_person_is_told_of_as_one(classroom: Classroom) -> None:
    """If only one person stated a preference both times, the sentence says what that person did."""
    view = looked_back(classroom)
    name = view.options[1].name
    for before, did in {"0": "changed it", "1": "kept it"}.items():
        chart = preferences(moved(view, (before, "1"), ("0", "")))
        assert chart
        expected = f"One person stated a preference both times, and {did}. After the talk, they preferred “{name}”."
        assert chart.says == expected
