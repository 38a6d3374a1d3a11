"""The figures of a whole room: they count groups, name nobody, and stand beside the published ones."""

import json

from dlcourse.domain.live.debrief_views import ArmFigures, LiveRoomView
from dlcourse.domain.live.messages import LiveDecide
from dlcourse.domain.live.settings import Arm
from dlcourse.domain.roleplay.table import NamedChoice
from dlcourse.pages.live.room import figures_words as words
from dlcourse.pages.live.room.figures_contents import slides
from tests.classroom import Classroom
from tests.handlers.live.live_room import LiveRoom
from tests.pages.conftest import Reader

OPTIONS = (NamedChoice(id="b", name="Best"), NamedChoice(id="d", name="Decoy"), NamedChoice(id="o", name="Other"))


def arm(finished: int, decided: dict[str, int], coverage: float | None = 0.5, kind: Arm = Arm()) -> ArmFigures:  # noqa: B008 (frozen)
    """The figures of one arm."""
    return ArmFigures(
        arm=kind,
        groups=finished + 1,
        finished=finished,
        undecided=finished - sum(decided.values()),
        solved=decided.get("b", 0),
        misled=decided.get("d", 0),
        decided=decided,
        coverage=coverage,
        doubted=1,
    )


def room(*arms: ArmFigures, ends: dict[str, int] | None = None, best: str = "b", decoy: str = "d") -> LiveRoomView:
    """The figures of a room."""
    options = OPTIONS if not ends else ()
    return LiveRoomView(
        session="s", cohort="c", title="T", options=options, best=best, decoy=decoy, arms=arms, ends=ends or {}
    )


def test_arms_stand_side_by_side_with_the_published_figures() -> None:
    """Each arm has a bar for each option and for groups without a decision; 83% and 71% are beside them."""
    decided, surfaced, talk = slides(room(arm(4, {"b": 1, "d": 2}), arm(2, {"b": 2}, None, Arm(condition="manifest"))))
    hidden, manifest, published = decided["blocks"]
    assert [(bar["label"], bar["text"], bar["kind"]) for bar in hidden["bars"]] == [
        ("Best", "1 of 4", "best"),
        ("Decoy", "2 of 4", "decoy"),
        ("Other", "0 of 4", "other"),
        (words.UNDECIDED, "1 of 4", "other"),
    ]
    assert [bar["share"] for bar in manifest["bars"]] == [1.0, 0.0, 0.0]
    assert [bar["text"] for bar in published["bars"]] == ["83%", "71%"]
    assert [[bar["text"] for bar in block["bars"]] for block in surfaced["blocks"]] == [["50%", "1 of 4"], ["1 of 2"]]
    assert "eight times" in surfaced["lines"][0]
    assert talk["lines"] == list(words.TALK)


def test_few_groups_are_an_illustration() -> None:
    """With fewer than twenty groups the page says that they prove nothing; with more it still says what they are."""
    few, many = (slides(room(arm(count, {"b": count})))[0]["caveat"] for count in (words.FEW - 1, words.FEW))
    assert few.startswith("19 groups cannot prove anything")
    assert many == words.CAVEAT
    assert slides(room(arm(1, {"b": 1})))[0]["caveat"].startswith("1 group cannot prove anything")


def test_other_scenarios_have_the_pages_that_fit_them() -> None:
    """A story shows where it ended; without a tempting option, nothing is compared with the experiments."""
    ends, talk = slides(room(arm(3, {}, None), ends={"Quiet": 1, "Open": 2}, best="", decoy=""))
    assert [(bar["label"], bar["text"]) for bar in ends["blocks"][0]["bars"]] == [
        ("Open", "2 of 3"),
        ("Quiet", "1 of 3"),
    ]
    assert talk["title"] == words.TALK_TITLE
    (block,) = slides(room(arm(3, {"b": 3}, None), decoy=""))[0]["blocks"]
    assert block["title"] == "The groups: 3 groups"
    assert slides(room(arm(0, {}))) == []


def test_the_page_follows_the_session_and_names_nobody(classroom: Classroom) -> None:
    """It says that nothing is there yet, shows figures once a group has finished, and has no names and no reasons."""
    live = LiveRoom(classroom)
    live.enter("Anneliese", "Benedikt")
    live.start()
    reader = Reader("live-figures", live.lead.course)  # type: ignore[arg-type]
    shown = reader.start(cohort=live.cohort, session=live.session)
    assert (shown["slides"], shown["nothing"]) == ([], words.NOTHING)
    live.move_on(2)
    decider = live.in_role(live.group(live.people[0]).decider)
    live.say(decider, LiveDecide, option=live.group(decider).options[0].id, reason="Ours alone")
    live.move_on(2)
    shown = reader.say("LookAgain")
    assert len(shown["slides"]) == 3
    for hidden in ("Anneliese", "Benedikt", "Ours alone"):
        assert hidden not in json.dumps(reader.shown)
    assert Reader("live-figures", live.people[0].course).start(cohort=live.cohort, session=live.session)["notice"]  # type: ignore[arg-type]
