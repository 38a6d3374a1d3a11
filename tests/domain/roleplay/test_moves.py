"""What a seat may do: the rules of play, and whole plays by the two scripted learners."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.roleplay.debrief import debrief
from dlcourse.domain.roleplay.messages import (
    Answered,
    Ask,
    CloseTalk,
    Decide,
    Decided,
    IdeaVoiced,
    MakeChoice,
    Move,
    PreferenceStated,
    QuestionAsked,
    ShareFact,
    StatePreference,
    VoiceIdea,
)
from dlcourse.domain.roleplay.moves import starts_a_move
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.errors import CourseError
from tests.domain.roleplay.anybody import built, law, saved
from tests.domain.roleplay.learners import HIDDEN, Sitting, announce, ask_well, go_on, lamp, prepare

Saying = tuple[Callable[..., Move], dict[str, Any]]
TALK: list[Saying] = [
    (ShareFact, {"fact": "fuse"}),
    (Ask, {"how": "open"}),
    (Ask, {"how": "expertise", "to": "ben"}),
    (Ask, {"how": "dissent"}),
    (Ask, {"how": "closed", "option": "buy"}),
    (Ask, {"how": "rank"}),
    (VoiceIdea, {"option": "buy"}),
]
DECISION: Saying = (Decide, {"option": "buy", "reason": "Because."})


def at_the_panel(seat: str = "ann", **changes: Any) -> Sitting:
    """Sit at the lamp's table, before the first preference."""
    sitting = Sitting(lamp(**changes), seat)
    go_on(sitting, "panel")
    return sitting


def talking(seat: str = "ann", **changes: Any) -> Sitting:
    """Sit at the lamp's table, the first preference stated."""
    sitting = at_the_panel(seat, **changes)
    sitting.do(StatePreference, option="buy")
    return sitting


@pytest.mark.parametrize(("kind", "parts"), TALK)
def test_talk_costs_a_minute(kind: type[Move], parts: dict[str, Any]) -> None:
    """A question, an idea and a shared fact each take one minute, whatever is answered."""
    sitting = talking()
    sitting.do(kind, **parts)
    assert sitting.play.minutes_left == 3


@pytest.mark.parametrize(("kind", "parts"), TALK)
def test_without_time_only_the_decision_is_left(kind: type[Move], parts: dict[str, Any]) -> None:
    """When the talk time is used up, nothing more is said, and the decision can be made."""
    sitting = talking()
    for _ in range(4):
        sitting.do(kind, **parts)
    for more, said in TALK:
        with pytest.raises(CourseError, match="the time is used up"):
            sitting.do(more, **said)
    sitting.do(DECISION[0], **DECISION[1])
    assert sitting.play.decided


@pytest.mark.parametrize(("kind", "parts"), [*TALK, DECISION, (CloseTalk, {"option": "buy"})])
def test_a_first_preference_comes_first(kind: type[Move], parts: dict[str, Any]) -> None:
    """Nothing is said or decided before the first preference is stated."""
    with pytest.raises(CourseError, match="first preference"):
        at_the_panel().do(kind, **parts)


def test_a_first_preference_is_stated_once() -> None:
    """A first preference costs nothing and cannot be stated a second time."""
    sitting = talking()
    assert sitting.play.minutes_left == 4
    with pytest.raises(CourseError, match="stated it already"):
        sitting.do(StatePreference, option="mend")
    assert sitting.play.before == {"ann": "buy"}


@pytest.mark.parametrize(
    ("kind", "parts", "what"),
    [
        (ShareFact, {"fact": "tool"}, "do not know this"),
        (ShareFact, {"fact": "nonsense"}, "do not know this"),
        (VoiceIdea, {"option": "nonsense"}, "not among the options"),
        (Ask, {"how": "expertise"}, "nobody else"),
        (Ask, {"how": "expertise", "to": "ann"}, "nobody else"),
        (Ask, {"how": "open", "to": "ben"}, "whole table"),
        (Ask, {"how": "closed"}, "not among the options"),
        (Ask, {"how": "rank", "option": "buy"}, "only a closed question"),
        (CloseTalk, {"option": "buy"}, "you are the one who decides"),
        (Decide, {"option": "buy", "reason": "x", "credits": ("ben", "zoe")}, "no role 'zoe'"),
        (Decide, {"option": "nonsense", "reason": "x"}, "not among the options"),
        (MakeChoice, {"scene": "door", "choice": "knock"}, "moved on"),
        (MakeChoice, {"scene": "talk", "choice": "knock"}, "not open"),
    ],
)
def test_refused(kind: type[Move], parts: dict[str, Any], what: str) -> None:
    """What cannot be said or done now is refused in words, and costs nothing."""
    sitting = talking()
    with pytest.raises(CourseError, match=what):
        sitting.do(kind, **parts)
    assert sitting.play.minutes_left == 4


def test_nobody_talks_outside_the_panel() -> None:
    """At a crossroads there is no talk, no preference and no decision."""
    everything: list[Saying] = [*TALK, DECISION, (StatePreference, {"option": "buy"})]
    for kind, parts in everything:
        with pytest.raises(CourseError, match="nobody is at the table"):
            Sitting(lamp(), "ann").do(kind, **parts)


def test_what_was_heard_can_be_shared_on() -> None:
    """A fact that came to the table, or was revealed by a choice, may be said again by everyone."""
    sitting = Sitting(lamp(), "ann")
    sitting.do(MakeChoice, scene="door", choice="peep")
    prepare(sitting)
    sitting.do(ShareFact, fact="wire")
    told = sitting.answer(Ask, how="expertise", to="cem").fact
    sitting.do(ShareFact, fact=told)
    assert [fact for fact in sitting.play.mentions if fact == told] == [told, told]


def test_who_decides_gives_a_reason_and_credits() -> None:
    """The deciding seat's decision keeps whom it rests on and points to its reason; the words are elsewhere."""
    sitting = talking()
    command = Decide(id="decision", play="p", option="mend", reason="Ben saw it.", credits=("ben",))
    assert sitting.say(command)[0] == Decided(role="ann", option="mend", reason="decision", credits=("ben",))
    assert command.texts() == {"decision": "Ben saw it."}
    assert sitting.play.scene == "week"


def test_who_does_not_decide_sees_the_decision() -> None:
    """A learner who does not decide says what they now prefer, and the deciding role decides at once."""
    sitting = talking("ben")
    with pytest.raises(CourseError, match="Ann decides"):
        sitting.do(Decide, option="mend", reason="I want to.")
    said, decided, *_ = sitting.do(CloseTalk, option="mend")
    assert said == PreferenceStated(role="ben", option="mend")
    assert decided == Decided(role="ann", option="buy")
    assert sitting.play.after == {"ben": "mend", "ann": "buy"}


def test_an_idea_points_to_its_words() -> None:
    """An idea's words are kept apart from the event, which points to them; one without words points nowhere."""
    command = VoiceIdea(id="with-words", play="p", option="buy", words="Let us.")
    assert talking().say(command)[0] == IdeaVoiced(role="ann", option="buy", words="with-words")
    assert command.texts() == {"with-words": "Let us."}
    assert talking().do(VoiceIdea, option="buy")[0] == IdeaVoiced(role="ann", option="buy")


def test_a_move_begins_with_its_own_seat() -> None:
    """What a seat says begins a move; what a colleague answers, or decides, does not."""
    sitting = talking("ben")
    events = [*sitting.do(Ask, how="open"), *sitting.do(CloseTalk, option="buy")]
    assert [type(event) for event in events if starts_a_move(sitting.play, event)] == [QuestionAsked, PreferenceStated]
    assert {type(event) for event in events if not starts_a_move(sitting.play, event)} == {Answered, Decided}


@pytest.mark.parametrize("name", HIDDEN)
@pytest.mark.parametrize("seed", range(40))
def test_asking_well_solves(name: str, seed: int) -> None:
    """Who shares, asks for doubts, asks everyone and then each, and credits, solves every case from every seat."""
    scenario = saved(name)
    for role in scenario.roles:
        sitting = Sitting(scenario, role.id, f"seed {seed}")
        ask_well(sitting)
        assert sitting.play.decided
        assert sitting.play.decided.option == scenario.best, role.id
        go_on(sitting)
        assert debrief(sitting.play, role.id, {}, "p").talk


@pytest.mark.parametrize("name", HIDDEN)
@pytest.mark.parametrize("seed", range(40))
def test_announcing_solves_nothing(name: str, seed: int) -> None:
    """Who only voices an idea, any idea, until the time is up hears nothing new, and no best option is decided."""
    scenario = saved(name)
    for role in scenario.roles:
        for option in scenario.options:
            sitting = Sitting(scenario, role.id, f"seed {seed}")
            announce(sitting, option.id)
            assert sitting.play.decided
            assert sitting.play.decided.option == scenario.decoy, role.id
            assert {fact.id for fact in scenario.unique}.isdisjoint(sitting.play.voiced)
            go_on(sitting)


@law
@given(built(), st.integers(0, 4), st.text(max_size=5))
def test_the_two_learners_at_built_tables(scenario: Scenario, seat: int, seed: str) -> None:
    """At any hidden profile that the builder makes, a decider who asks well solves it, and announcing never does."""
    role = scenario.roles[seat % len(scenario.roles)].id
    asking, announcing = Sitting(scenario, scenario.decider.id, seed), Sitting(scenario, role, seed)
    ask_well(asking)
    announce(announcing, scenario.options[seat % len(scenario.options)].id)
    assert asking.play.decided
    assert announcing.play.decided
    assert asking.play.decided.option == scenario.best
    assert announcing.play.decided.option == scenario.decoy
