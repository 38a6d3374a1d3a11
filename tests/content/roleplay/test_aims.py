"""What the cases about aims claim: whether students learn more turns on whether somebody asks what for."""

from collections.abc import Iterator

from dlcourse import files
from dlcourse.content.roleplay.scenarios import read_scenario
from dlcourse.domain.roleplay.messages import MakeChoice, PlayBegun
from dlcourse.domain.roleplay.moves import move, open_choices
from dlcourse.domain.roleplay.play import Play, begin, replay
from dlcourse.domain.roleplay.scenario import Crossroads, Scenario

ABOUT_AIMS = "E1"
NOTHING_CHANGED = {"end-lovely", "end-parts"}
"""The ends in which students explain no better than before."""


def shipped(name: str) -> Scenario:
    """Read a scenario of the course."""
    return read_scenario(files.data() / "scenarios" / f"{name}.yaml")


def ways(play: Play, taken: tuple[str, ...] = ()) -> Iterator[tuple[Play, tuple[str, ...]]]:
    """Every way through a story without a panel: the ended play, and its choices as ``scene.choice``."""
    if play.here.kind == "end":
        yield play, taken
        return
    for choice in open_choices(play):
        made = MakeChoice(id="a" * 8, play="p", scene=play.scene, choice=choice.id)
        after = replay(play, move(made, play, play.scenario.roles[0].id))
        yield from ways(after, (*taken, f"{play.scene}.{choice.id}"))


def all_ways(scenario: Scenario) -> list[tuple[Play, tuple[str, ...]]]:
    """Every way from the start of a story."""
    seats = {scenario.roles[0].id: "me"}
    return list(ways(begin(PlayBegun(scenario="s", title="t", about=scenario.id, seats=seats, seed="seed"), scenario)))


def asking(scenario: Scenario) -> set[str]:
    """The choices that are about what students should learn, as ``scene.choice``."""
    scenes = [scene for scene in scenario.scenes if isinstance(scene, Crossroads)]
    return {
        f"{scene.id}.{choice.id}" for scene in scenes for choice in scene.choices if ABOUT_AIMS in choice.principles
    }


def test_a_collaboration_without_a_common_aim_changes_nothing() -> None:
    """Where nobody ever asks what students should learn, people go on enjoying it and students explain no better."""
    river = shipped("the-river-project")
    about = asking(river)
    ends = {play.scene for play, taken in all_ways(river) if not about & set(taken)}
    assert ends == NOTHING_CHANGED


def test_students_explain_better_only_where_people_agree_on_the_aim() -> None:
    """Whoever comes to the end in which students explain has agreed on the aim, by asking, before the last evening."""
    reached = [(play, taken) for play, taken in all_ways(shipped("the-river-project")) if play.scene == "end-explain"]
    assert reached
    for play, taken in reached:
        assert play.indicators["clarity"] >= 3
        assert {"spread.one-sentence", "sheet.hers-to-change", "spread.vote"} & set(taken)


def test_no_scene_of_the_river_project_comes_twice() -> None:
    """No way through the story leads back to a scene in which one has been."""
    for _, taken in all_ways(shipped("the-river-project")):
        scenes = [step.partition(".")[0] for step in taken]
        assert len(scenes) == len(set(scenes))


def test_planning_lessons_together_pays_off() -> None:
    """In both reading gaps, one end is about better teaching, and only time for planning lessons leads there."""
    for name in ("the-reading-gap", "the-reading-gap-open"):
        scenario = shipped(name)
        leading = [
            choice
            for scene in scenario.scenes
            if isinstance(scene, Crossroads)
            for choice in scene.choices
            if choice.leads_to == "move-taught"
        ]
        assert [choice.when.chose for choice in leading] == [("move-weeks.give-back-planning",)]
