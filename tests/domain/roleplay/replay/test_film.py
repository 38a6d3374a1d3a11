"""The film of a talk: frames worked out by hand, and the laws that hold for any play."""

from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.roleplay.debrief import talk_of
from dlcourse.domain.roleplay.messages import (
    Answered,
    Ask,
    ChoiceMade,
    CloseTalk,
    Decide,
    Decided,
    FactShared,
    MakeChoice,
    PreferenceStated,
    QuestionAsked,
    ShareFact,
    StatePreference,
)
from dlcourse.domain.roleplay.moves import starts_a_move
from dlcourse.domain.roleplay.replay.film import Film, Frame, Picture, film
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.errors import CourseError
from tests.domain.roleplay.anybody import Said, law, scenarios, scripts, speak
from tests.domain.roleplay.learners import Sitting, go_on, lamp, prepare


def filmed(sitting: Sitting) -> Film:
    """Return the film of what happened at this table."""
    made = film(sitting.start, sitting.events)
    assert made
    return made


TALK = (
    PreferenceStated(role="ben", option="buy"),
    FactShared(role="ben", fact="wire"),
    Answered(role="ann"),
    QuestionAsked(role="ben", how="open"),
    Answered(role="cem", fact="dark"),
    PreferenceStated(role="ben", option="mend"),
    Decided(role="ann", option="buy"),
    Answered(role="cem"),
    ChoiceMade(role="ann", scene="week", choice="go"),
)
"""A talk about the lamp: Ben shares what he alone knows and asks once; Ann is scripted and decides."""
START = Sitting(lamp(start="talk"), "ben").start


def frame(picture: Picture, minute: int, begins: int, ends: int, branch: int) -> Frame:
    """Return a frame of that talk; the wire is on the table from the first minute on."""
    if minute:
        known, worth = (2, 2, 3), (1, 3, 1)
    else:
        known, worth = (1, 2, 2), (0, 3, 1)
    parts = {"minute": minute, "begins": begins, "ends": ends, "branch": branch, "on_table": min(minute, 1)}
    return Frame.model_validate({"picture": picture, "known": known, "worth": worth, "ahead": "buy", **parts})


def test_a_frame_for_each_minute() -> None:
    """Before the talk, after each minute and at the decision: the facts heard, who knew how many, and the pull."""
    assert film(START, TALK) == Film(
        frames=(
            frame("start", 0, 0, 1, 1),
            frame("minute", 1, 1, 3, 3),
            frame("minute", 2, 3, 6, 5),
            frame("decision", 2, 6, 8, 8),
        ),
        surfaced={"wire": 1},
    )


def test_a_play_that_ends_with_its_decision_leads_nowhere_from_there() -> None:
    """After the last move there is nothing to try again."""
    made = film(START, TALK[:-1])
    assert made
    assert [each.branch for each in made.frames] == [1, 3, 5, None]


def test_a_tie_puts_nobody_ahead() -> None:
    """Where several options are equally good on what was said, none is ahead."""
    sitting = Sitting(lamp(), "cem")
    sitting.do(MakeChoice, scene="door", choice="peep")
    prepare(sitting)
    sitting.do(ShareFact, fact="tool")
    sitting.do(ShareFact, fact="fake")
    sitting.do(CloseTalk, option="mend")
    told = [(each.worth, each.ahead) for each in filmed(sitting).frames]
    assert told == [((1, 3, 1), "buy"), ((2, 3, 1), "buy"), ((2, 2, 1), ""), ((2, 2, 1), "")]


def test_what_a_choice_revealed_before_the_talk_is_on_the_table_from_the_start() -> None:
    """A fact that came to light before the talk is lit in the first frame; one that came to light later is not."""
    sitting = Sitting(lamp(), "ben")
    sitting.do(MakeChoice, scene="door", choice="peep")
    prepare(sitting)
    sitting.do(CloseTalk, option="buy")
    sitting.do(MakeChoice, scene="week", choice="ask")
    made = filmed(sitting)
    assert made.surfaced == {"wire": 0}
    assert [each.on_table for each in made.frames] == [1, 1]


def test_without_a_decision_there_is_no_film() -> None:
    """A play in which nothing was decided has no film."""
    sitting = Sitting(lamp(), "ben")
    prepare(sitting)
    sitting.do(ShareFact, fact="wire")
    assert film(sitting.start, sitting.events) is None


def test_two_films_part_where_the_moves_differ() -> None:
    """The parting frame is the first that is not wholly in what two attempts share, or the last one."""
    made = film(START, TALK)
    assert made
    assert [made.parting(common) for common in range(10)] == [0, 1, 1, 2, 2, 2, 3, 3, 3, 3]


@law
@given(scenarios(), st.integers(0, 11), scripts())
def test_laws_of_a_film(scenario: Scenario, seat: int, script: list[Said]) -> None:
    """Frames follow each other, knowledge only grows, and the last frame holds what the decision was made on.

    A new attempt can begin at every branch.
    """
    sitting = Sitting(scenario, scenario.roles[seat % len(scenario.roles)].id)
    for at, said in enumerate(script):
        try:
            sitting.say(speak(sitting.play, said, at))
        except CourseError:
            continue
    made = film(sitting.start, sitting.events)
    assert (made is None) == (sitting.play.decided is None)
    if made:
        _holds_together(sitting, made)


def _holds_together(sitting: Sitting, made: Film) -> None:
    first, *_, last = made.frames
    assert (first.begins, first.picture, last.picture) == (0, "start", "decision")
    for before, after in zip(made.frames, made.frames[1:], strict=False):
        assert before.ends == after.begins
        assert before.on_table <= after.on_table
        assert all(one <= other for one, other in zip(before.known, after.known, strict=True))
    branches = [each.branch for each in made.frames if each.branch is not None]
    assert branches == sorted(set(branches))
    assert all(starts_a_move(sitting.start, sitting.events[branch]) for branch in branches)
    assert last.worth == tuple(row.table for row in talk_of(sitting.play, sitting.seat).options)
    assert last.on_table == len(made.surfaced)


def test_a_person_who_decides_can_go_on_from_before_the_decision() -> None:
    """The last frame before one's own decision leads back to it, and the decision itself to the first choice after."""
    sitting = Sitting(lamp(start="talk"), "ann")
    sitting.do(StatePreference, option="buy")
    sitting.do(Ask, how="open")
    sitting.do(Decide, option="buy", reason="It is cheap.")
    go_on(sitting)
    *_, minute, decision = filmed(sitting).frames
    assert isinstance(sitting.events[minute.branch or 0], type(sitting.events[decision.begins]))
    assert (minute.branch, decision.branch) == (decision.begins, decision.ends)
