"""The debrief: scores worked out by hand, and the laws that hold for any play."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.roleplay.debrief import (
    DebriefView,
    FactRow,
    OptionRow,
    RoleRow,
    Stake,
    Talk,
    common_moves,
    debrief,
)
from dlcourse.domain.roleplay.hidden_profile import value
from dlcourse.domain.roleplay.messages import CloseTalk, Decide, Decided, MakeChoice, ShareFact, StatePreference
from dlcourse.domain.roleplay.scenario import End, Scenario
from dlcourse.errors import CourseError
from tests.domain.roleplay.anybody import Said, law, scenarios, scripts, speak
from tests.domain.roleplay.learners import Sitting, go_on, lamp, prepare


def ended(sitting: Sitting) -> DebriefView:
    """Go on to an end and return the debrief of the learner."""
    go_on(sitting)
    return debrief(sitting.play, sitting.seat, {}, "play")


def figures(sitting: Sitting) -> Talk:
    """Go on to an end and return the figures of the talk."""
    talk = ended(sitting).talk
    assert talk
    return talk


def ben() -> Sitting:
    """Play the lamp as Ben: wire, dark, fake and wire again are said, then Ann decides on a tie."""
    sitting = Sitting(lamp(), "ben")
    prepare(sitting)
    for fact in ("wire", "dark", "fake", "wire"):
        sitting.do(ShareFact, fact=fact)
    sitting.do(CloseTalk, option="mend")
    return sitting


def test_the_talk_in_figures() -> None:
    """Two of four unique facts voiced, three of four mentions unique; with buy decided one point is given away."""
    talk = figures(ben())
    assert (talk.kind, talk.best, talk.decided, talk.solved) == ("hidden", "mend", "buy", False)
    assert (talk.unique, talk.unique_voiced, talk.coverage) == (4, 2, 0.5)
    assert (talk.mentions, talk.unique_mentions, talk.focus) == (4, 3, 0.75)
    assert (talk.before, talk.after) == ("buy", "mend")
    assert talk.regret == 3 - 2
    assert (talk.minutes, talk.minutes_used) == (4, 4)
    assert talk.group == ("ann", "ben", "cem")


def test_who_knew_what() -> None:
    """Each fact says who held it and when, by whom and after which question it came, unique ones first."""
    texts = {fact.id: fact.text for fact in lamp().facts}
    everyone = ("ann", "ben", "cem")
    assert figures(ben()).facts == (
        FactRow(id="fuse", text=texts["fuse"], shared=False, held_by=("ann",)),
        FactRow(id="wire", text=texts["wire"], shared=False, held_by=("ben",), minute=1, by="ben"),
        FactRow(id="fake", text=texts["fake"], shared=False, held_by=("ben", "cem"), minute=3, by="ben"),
        FactRow(id="tool", text=texts["tool"], shared=False, held_by=("cem",)),
        FactRow(id="dark", text=texts["dark"], shared=True, held_by=everyone, minute=2, by="ben"),
        FactRow(id="sale", text=texts["sale"], shared=True, held_by=everyone),
    )


def test_who_was_heard() -> None:
    """Each role's first preference, its unique facts, how many of them were voiced, and whether it was credited."""
    assert figures(ben()).roles == (
        RoleRow(id="ann", first="buy", unique=1, voiced=0, credited=False),
        RoleRow(id="ben", first="buy", unique=2, voiced=2, credited=False),
        RoleRow(id="cem", first="buy", unique=2, voiced=1, credited=False),
    )


def test_what_if_everyone_had_spoken() -> None:
    """Each option's worth on the shared facts, on the table, and on all facts."""
    assert figures(ben()).options == (
        OptionRow(id="mend", name="Mend", shared=0, table=1, everything=3),
        OptionRow(id="buy", name="Buy", shared=3, table=2, everything=2),
        OptionRow(id="wait", name="Wait", shared=1, table=1, everything=1),
    )


def test_what_came_to_light_later_was_not_on_the_table() -> None:
    """A fact that a choice reveals after the decision changes nothing of what the decision was made on."""
    sitting = ben()
    sitting.do(MakeChoice, scene="week", choice="ask")
    assert "tool" in sitting.play.heard
    assert figures(sitting).options == figures(ben()).options


def test_what_came_to_light_before_was_on_the_table() -> None:
    """A fact that a choice revealed before the talk is on the table, though nobody voiced it."""
    sitting = Sitting(lamp(), "ben")
    sitting.do(MakeChoice, scene="door", choice="peep")
    prepare(sitting)
    sitting.do(CloseTalk, option="buy")
    talk = figures(sitting)
    assert [row.table for row in talk.options] == [1, 3, 1]
    assert talk.coverage == 0


def test_a_solved_play() -> None:
    """All unique facts voiced, the best option decided, nothing given away; the stated credits count."""
    sitting = Sitting(lamp(), "ann")
    prepare(sitting)
    sitting.do(ShareFact, fact="fuse")
    for role, fact in (("ben", "wire"), ("ben", "fake"), ("cem", "tool")):
        sitting.tell(role, fact)
    sitting.do(Decide, option="mend", reason="They know.", credits=("ben",))
    talk = figures(sitting)
    assert (talk.solved, talk.regret, talk.coverage, talk.focus) == (True, 0, 1, 1)
    assert [(row.id, row.voiced, row.credited) for row in talk.roles] == [
        ("ann", 1, False),
        ("ben", 2, True),
        ("cem", 2, False),
    ]
    assert {row.how for row in talk.facts if row.by in {"ben", "cem"}} == {"expertise"}


def test_nothing_said() -> None:
    """Where nothing was mentioned the focus has no value; it is not called 0."""
    sitting = Sitting(lamp(), "ben")
    prepare(sitting)
    sitting.do(CloseTalk, option="buy")
    talk = figures(sitting)
    assert (talk.focus, talk.coverage, talk.mentions) == (None, 0, 0)


def test_before_the_end_there_is_no_debrief() -> None:
    """Until the play has ended the debrief is refused."""
    sitting = ben()
    with pytest.raises(CourseError, match="not ended yet"):
        debrief(sitting.play, "ben", {}, "play")
    assert ended(sitting).end == "Light"


def test_principles_at_stake() -> None:
    """The case's principles come first, then those of the ways taken with the scenes where they were taken."""
    view = ended(ben())
    assert view.stakes == (Stake(principle="P1", where=()), Stake(principle="P2", where=("Door",)))
    assert [(asked.ask, asked.principles) for asked in view.questions] == [("Who knew?", ("P5",))]


def test_a_story_has_no_talk() -> None:
    """A play without a decision has a debrief without figures of a talk."""
    scenes = [scene.model_dump() for scene in lamp().scenes if scene.id not in {"door", "talk"}]
    assert ended(Sitting(lamp(start="week", scenes=scenes), "ann")).talk is None


def test_common_moves() -> None:
    """Two plays share all events up to the first difference."""
    one, other = ben(), ben()
    assert common_moves(tuple(one.events), tuple(other.events)) == len(one.events)
    assert common_moves(tuple(one.events), tuple(other.events[:3])) == 3
    other.events[2:3] = Sitting(lamp(start="talk"), "ben").do(StatePreference, option="wait")
    assert common_moves(tuple(one.events), tuple(other.events)) == 2
    assert common_moves((), tuple(one.events)) == 0


@law
@given(scenarios(), st.integers(0, 11), scripts())
def test_laws_of_scores(scenario: Scenario, seat: int, script: list[Said]) -> None:
    """Scores stay in their bounds; nothing given away where the best was decided; a debrief only at an end."""
    sitting = Sitting(scenario, scenario.roles[seat % len(scenario.roles)].id)
    for at, said in enumerate(script):
        try:
            sitting.say(speak(sitting.play, said, at))
        except CourseError:
            continue
        if not isinstance(sitting.play.here, End):
            with pytest.raises(CourseError, match="not ended"):
                debrief(sitting.play, sitting.seat, {}, "play")
    if isinstance(sitting.play.here, End):
        talk = debrief(sitting.play, sitting.seat, {}, "play").talk
        assert (talk is None) == (sitting.play.decided is None)
        if talk:
            _holds_together(scenario, talk)


def _holds_together(scenario: Scenario, talk: Talk) -> None:
    worth = {row.id: row.everything for row in talk.options}
    assert 0 <= talk.unique_voiced <= talk.unique == len(scenario.unique)
    assert 0 <= talk.coverage <= 1
    assert talk.focus is None or 0 <= talk.focus <= 1
    assert talk.unique_mentions >= talk.unique_voiced
    assert talk.regret == worth[talk.best] - worth[talk.decided]
    assert talk.regret >= 0 or worth[talk.best] < max(worth.values())
    assert talk.regret == 0 or not talk.solved
    assert 0 <= talk.minutes_used <= talk.minutes
    assert all(0 <= row.voiced <= row.unique for row in talk.roles)
    assert sum(row.minute is not None for row in talk.facts if not row.shared) == talk.unique_voiced
    assert talk.coverage < 1 or all(row.table == row.everything for row in talk.options)
    assert [row.everything for row in talk.options] == [value(scenario.facts, row.id) for row in talk.options]


def test_the_talk_is_told_from_the_decision() -> None:
    """The debrief says what the decider knew would have pointed to, weighed evenly, whatever was decided."""
    for shared, even in (((), "buy"), (("wire", "fake"), "mend")):
        sitting = Sitting(lamp(), "ben")
        prepare(sitting)
        if shared:
            sitting.tell("cem", "tool")
        for fact in shared:
            sitting.do(ShareFact, fact=fact)
        sitting.do(CloseTalk, option="mend")
        talk = figures(sitting)
        assert (talk.decided, talk.even) == ("buy", even)


def test_words_of_ones_own_are_in_the_debrief() -> None:
    """The words that were said stand in the debrief, where they are still kept."""
    sitting = Sitting(lamp(), "ann")
    prepare(sitting)
    decided = sitting.do(Decide, option="mend", reason="Because.")[0]
    assert isinstance(decided, Decided)
    go_on(sitting)
    view = debrief(sitting.play, "ann", {decided.reason: "Because."}, "play")
    assert [line.words for passage in view.passages for line in passage.lines if line.words] == ["Because."]
