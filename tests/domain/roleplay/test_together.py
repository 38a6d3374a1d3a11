"""Several people at one table: each has a seat of their own, and nobody, script or person, speaks for another."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.roleplay.debrief import debrief
from dlcourse.domain.roleplay.messages import (
    Answered,
    Ask,
    ChoiceMade,
    CloseTalk,
    Decide,
    Decided,
    MakeChoice,
    PreferenceStated,
    ShareFact,
    StatePreference,
    VoiceIdea,
)
from dlcourse.domain.roleplay.moves import starts_a_move
from dlcourse.domain.roleplay.play import replay
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.roleplay.talk.openness import steered
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError
from tests.domain.roleplay.anybody import Said, law, scenarios, scripts, speak
from tests.domain.roleplay.learners import lamp
from tests.domain.roleplay.together import Together

ORDER = ("prefer", "talk", "decide", "choose", "wait", "end")


def talking(*seats: str, **changes: Any) -> Together:
    """Sit at the lamp's panel, every person's first preference stated."""
    table = Together(lamp(start="talk", **changes), seats)
    for seat in seats:
        table.do(seat, StatePreference, option="buy")
    return table


def choosing(by: str, *seats: str) -> Together:
    """Stand at the lamp's door, where this role chooses."""
    scenes = [scene.model_dump() | ({"by": by} if scene.id == "door" else {}) for scene in lamp().scenes]
    return Together(lamp(scenes=scenes), seats)


@law
@given(scenarios(), st.integers(0, 2**12 - 1), scripts(), st.lists(st.integers(0, 11), min_size=40, max_size=40))
def test_any_moves_of_any_people(scenario: Scenario, chosen: int, script: list[Said], turns: list[int]) -> None:
    """Any move is carried out or refused in plain words, no script speaks for a person, and no phase goes back."""
    roles = [role.id for role in scenario.roles]
    seats = [role for at, role in enumerate(roles) if chosen >> at & 1] or roles[:1]
    table, before = Together(scenario, seats), dict[str, tuple[int, int]]()
    for at, (said, turn) in enumerate(zip(script, turns, strict=False)):
        seat = seats[turn % len(seats)]
        try:
            happened = table.say(seat, speak(table.play, said, at, seat))
        except CourseError:
            happened = ()
        assert speakers(happened) & set(seats) <= {seat}
        before = check_phases(table, before)
    assert replay(table.start, table.events) == table.play


def speakers(happened: tuple[Event, ...]) -> set[str]:
    """Return the roles that spoke or decided; a choice is told as that of the role it is for."""
    return {getattr(event, "role", "") for event in happened if not isinstance(event, ChoiceMade)}


def check_phases(table: Together, before: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Assert that nobody's phase went back within a scene, and that somebody can always go on."""
    scenes = sum(isinstance(event, Decided | ChoiceMade) for event in table.events)
    now = {seat: (scenes, ORDER.index(stage)) for seat, stage in table.stages().items()}
    assert all(now[seat] >= phase for seat, phase in before.items())
    assert not all(stage == "wait" for stage in table.stages().values())
    for seat in table.seats:
        view = table.view(seat)
        assert (view.stage == "wait") == bool(view.waits_for)
        assert seat not in view.waits_for
    return now


def test_each_has_a_first_preference_of_their_own() -> None:
    """One person's first preference opens the talk for them alone, and each states theirs once."""
    table = Together(lamp(start="talk"), ("ann", "ben"))
    table.do("ann", StatePreference, option="buy")
    assert table.stages() == {"ann": "talk", "ben": "prefer"}
    with pytest.raises(CourseError, match="first preference"):
        table.do("ben", ShareFact, fact="wire")
    table.do("ben", StatePreference, option="mend")
    assert table.play.before == {"ann": "buy", "ben": "mend"}
    assert (table.view("ann").before, table.view("ben").before) == ("buy", "mend")


def test_each_shares_what_they_know() -> None:
    """A fact of somebody else's cannot be shared before it was heard."""
    table = talking("ann", "ben")
    with pytest.raises(CourseError, match="do not know this"):
        table.do("ann", ShareFact, fact="wire")
    table.do("ben", ShareFact, fact="wire")
    table.do("ann", ShareFact, fact="wire")


@pytest.mark.parametrize(
    "parts", [{"how": "expertise", "to": "ben"}, {"how": "open"}, {"how": "dissent"}, {"how": "rank"}]
)
def test_a_person_answers_for_themselves(parts: dict[str, str]) -> None:
    """A question to a person, or to a table of people, is answered by nobody until one of them shares something."""
    table = talking("ann", "ben", "cem")
    (asked,) = table.do("ann", Ask, **parts)
    assert not isinstance(asked, Answered)
    table.do("ben", ShareFact, fact="wire")
    assert "wire" in table.play.voiced


def test_only_scripted_colleagues_answer_the_whole_table() -> None:
    """Where some are people, a question to everyone is answered by one of the others."""
    for number in range(20):
        table = Together(lamp(start="talk"), ("ann", "ben"), f"seed {number}")
        for seat in ("ann", "ben"):
            table.do(seat, StatePreference, option="buy")
        happened = [*table.do("ann", Ask, how="open"), *table.do("ben", VoiceIdea, option="buy")]
        assert {event.role for event in happened if isinstance(event, Answered)} == {"cem"}


def test_a_person_who_decides_is_not_decided_for() -> None:
    """A person who closes the talk only states a preference and waits for the deciding person."""
    table = talking("ann", "ben", "cem")
    for seat in ("ben", "cem"):
        assert table.do(seat, CloseTalk, option="mend") == (PreferenceStated(role=seat, option="mend"),)
    assert table.play.decided is None
    assert table.stages() == {"ann": "talk", "ben": "wait", "cem": "wait"}
    assert table.view("ben").waits_for == ("ann",)
    table.do("ann", Decide, option="mend", reason="They agree.", credits=("ben",))
    assert table.play.after == {"ben": "mend", "cem": "mend", "ann": "mend"}
    assert table.play.scene == "week"


def test_a_script_decides_once_everybody_has_closed_the_talk() -> None:
    """With a scripted decider, nobody's talk is cut off by somebody else."""
    table = talking("ben", "cem")
    assert len(table.do("ben", CloseTalk, option="mend")) == 1
    assert table.stages() == {"ben": "wait", "cem": "talk"}
    assert table.view("ben").waits_for == ("cem",)
    table.do("cem", ShareFact, fact="tool")
    _, decided = table.do("cem", CloseTalk, option="mend")
    assert isinstance(decided, Decided)
    assert decided.role == "ann"


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (ShareFact, {"fact": "wire"}),
        (Ask, {"how": "open"}),
        (VoiceIdea, {"option": "buy"}),
        (CloseTalk, {"option": "buy"}),
        (Decide, {"option": "buy", "reason": "x"}),
    ],
)
def test_whoever_closed_the_talk_has_said_their_last(kind: Any, parts: dict[str, str]) -> None:
    """After closing the talk one waits, whatever one would still say."""
    table = talking("ann", "ben")
    table.do("ben", CloseTalk, option="mend")
    with pytest.raises(CourseError, match="you have closed it"):
        table.do("ben", kind, **parts)


def test_the_next_talk_is_open_to_all_again() -> None:
    """A panel that is entered once more is closed to nobody."""
    table = talking("ann", "ben")
    table.do("ben", CloseTalk, option="mend")
    table.do("ann", Decide, option="wait", reason="Once more.")
    assert table.play.scene == "talk"
    assert table.stages() == {"ann": "talk", "ben": "talk"}
    table.do("ben", ShareFact, fact="wire")


@pytest.mark.parametrize(("by", "chooser"), [("cem", "cem"), ("", "ann")])
def test_only_the_person_whose_choice_it_is_chooses(by: str, chooser: str) -> None:
    """Where a person holds the role that chooses, the others see who it is and wait."""
    table = choosing(by, "ann", "ben", "cem")
    assert table.stages() == {seat: "choose" if seat == chooser else "wait" for seat in ("ann", "ben", "cem")}
    for seat in {"ann", "ben", "cem"} - {chooser}:
        assert table.view(seat).waits_for == (chooser,)
        with pytest.raises(CourseError, match="chooses here"):
            table.do(seat, MakeChoice, scene="door", choice="knock")
    table.do(chooser, MakeChoice, scene="door", choice="knock")
    assert table.play.scene == "talk"


def test_for_a_scripted_role_anybody_chooses() -> None:
    """Where the role that chooses is scripted, each person may make the choice, as in solo play."""
    for seat in ("ann", "ben"):
        table = choosing("cem", "ann", "ben")
        assert table.stages() == {"ann": "choose", "ben": "choose"}
        assert table.do(seat, MakeChoice, scene="door", choice="knock") == (
            ChoiceMade(role="cem", scene="door", choice="knock"),
        )


def test_the_others_can_go_on_when_somebody_was_erased() -> None:
    """A seat whose person was erased is scripted from then on: it answers, chooses and decides as scripts do."""
    table = talking("ann", "ben", "cem")
    table.do("ben", CloseTalk, option="mend")
    table.leave("ann")
    assert table.view("ben").waits_for == ("cem",)
    table.leave("cem")
    assert table.view("ben").waits_for == ()
    _, decided, *_ = table.do("ben", CloseTalk, option="mend")
    assert isinstance(decided, Decided)
    assert table.stages()["ben"] == "choose"
    table.do("ben", MakeChoice, scene="week", choice="go")
    assert table.play.scene == "light"


def test_what_a_script_says_for_somebody_erased_starts_no_move() -> None:
    """What was said by people starts a move, also after they were erased; what is scripted afterwards does not."""
    table = talking("ann", "ben")
    table.leave("ann")
    happened = [*table.do("ben", Ask, how="expertise", to="ann"), *table.do("ben", CloseTalk, option="buy")]
    assert [type(event) for event in happened][:4] == [type(happened[0]), Answered, PreferenceStated, Decided]
    assert [starts_a_move(table.play, event) for event in happened][:4] == [True, False, True, False]
    assert not any(starts_a_move(table.play, event) for event in happened[4:])
    assert starts_a_move(table.play, PreferenceStated(role="ann", option="buy"))


def test_a_fact_of_another_person_makes_room_for_an_idea() -> None:
    """An idea is no announcement made first once somebody else has shared what only they know."""
    steers = {}
    for first in ("ann", "ben"):
        table = talking("ann", "ben")
        table.do(first, ShareFact, fact="fuse" if first == "ann" else "wire")
        table.do("ann", VoiceIdea, option="buy")
        table.do("ann", Ask, how="open")
        steers[first] = steered(table.play)
    assert steers == {"ann": 1, "ben": 0}


def test_the_debrief_makes_up_no_preference() -> None:
    """For a person who stated no first preference none is shown; a scripted role's is worked out."""
    table = Together(lamp(start="talk"), ("ann", "ben"))
    table.do("ann", StatePreference, option="wait")
    table.do("ann", Decide, option="mend", reason="So.")
    table.do("ann", MakeChoice, scene="week", choice="go")
    shown = debrief(table.play, "ann", {}, "play").talk
    assert shown
    assert {role.id: role.first for role in shown.roles} == {"ann": "wait", "ben": "", "cem": "buy"}


def test_who_is_a_person_is_seen() -> None:
    """Everybody sees which seats people hold."""
    table = Together(lamp(), ("ann", "cem"))
    assert {seat.id: (seat.person, seat.you) for seat in table.view("cem").seats} == {
        "ann": (True, False),
        "ben": (False, False),
        "cem": (True, True),
    }
