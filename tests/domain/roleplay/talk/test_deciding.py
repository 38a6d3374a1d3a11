"""How a scripted decider decides: as people weigh, so that a good exchange alone does not always turn the decision."""

import pytest

from dlcourse.domain.roleplay.messages import (
    Ask,
    CloseTalk,
    Decided,
    FactShared,
    QuestionAsked,
    ShareFact,
    StatePreference,
)
from dlcourse.domain.roleplay.play import replay
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.roleplay.talk import deciding
from dlcourse.domain.roleplay.talk.deciding import decision, even_choice, preference, pulls
from dlcourse.domain.speech import Event
from tests.domain.roleplay.anybody import saved
from tests.domain.roleplay.learners import HIDDEN, Sitting, a_fact, lamp, prepare
from tests.domain.roleplay.together import Together


def closed(sitting: Sitting, *facts: str) -> Decided:
    """Share these facts, close the talk, and return what the scripted decider decides."""
    prepare(sitting)
    for fact in facts:
        sitting.do(ShareFact, fact=fact)
    (decided,) = [event for event in sitting.do(CloseTalk, option="mend") if isinstance(event, Decided)]
    return decided


@pytest.mark.parametrize("facts", [(), ("wire",), ("wire", "fake"), ("fake", "fake")])
def test_a_scripted_decider_keeps_to_the_first_preference(facts: tuple[str, ...]) -> None:
    """Where what it knows is level, or speaks for its first preference, a scripted decider stays with that."""
    assert closed(Sitting(lamp(), "ben"), *facts) == Decided(role="ann", option="buy")


def everything(scenario: Scenario) -> Together:
    """Seat people in every role except the deciding one; they share everything that they hold."""
    panel = scenario.panel
    assert panel
    longer = panel.model_dump() | {"minutes": 100}
    scenes = [longer if scene.id == panel.id else scene.model_dump() for scene in scenario.scenes]
    whole = Scenario.model_validate(scenario.model_dump() | {"scenes": scenes, "start": panel.id})
    table = Together(whole, [role.id for role in whole.roles if not role.decides])
    for seat in table.seats:
        table.do(seat, StatePreference, option=whole.options[0].id)
    for seat in table.seats:
        for fact in whole.own(seat):
            table.do(seat, ShareFact, fact=fact.id)
    return table


@pytest.mark.parametrize("name", HIDDEN)
def test_a_good_exchange_can_end_in_a_poor_decision(name: str) -> None:
    """With every fact told, but no doubts asked for and nothing taken up again, the decider keeps to the decoy."""
    table = everything(saved(name))
    assert even_choice(table.play, table.play.heard) == table.scenario.best
    assert decision(table.play).option == table.scenario.decoy


@pytest.mark.parametrize("name", HIDDEN)
def test_doubts_and_coming_back_turn_the_decision(name: str) -> None:
    """With every fact told, asking for doubts and coming back to what was told leads to the best option."""
    table = everything(saved(name))
    seat = table.seats[0]
    table.do(seat, Ask, how="dissent")
    for fact in table.scenario.unique:
        if fact.id in table.play.voiced and fact.weight(table.scenario.best or "") > 0:
            table.do(seat, ShareFact, fact=fact.id)
    decided = decision(table.play)
    assert decided.option == table.scenario.best
    assert set(decided.credits) & set(table.seats)


def after(*happened: Event) -> dict[str, int]:
    """Return the pulls on Ann after these events at the lamp."""
    return pulls(replay(at_the_lamp().play, happened))


def at_the_lamp() -> Sitting:
    """Sit at the lamp as Ben, the first preference stated."""
    sitting = Sitting(lamp(), "ben")
    prepare(sitting)
    return sitting


DOUBTS = QuestionAsked(role="ben", how="dissent")


def test_pulls_worked_out_by_hand() -> None:
    """Before the talk and after doubts were asked for, the pulls are those of the rule's numbers."""
    dark_common_and_fitting, sale_common, fuse_alone, lingers = 2 * (8 + 1 + 1), 8 + 1, 8, 8
    assert after() == {"mend": fuse_alone, "buy": dark_common_and_fitting + sale_common + lingers, "wait": sale_common}
    assert after(DOUBTS) == {"mend": 8, "buy": 2 * 9 + 9, "wait": 9}


def test_repeating_counts_up_to_a_limit() -> None:
    """A fact counts more each time that it is mentioned again, twice at most, and loses the mark of low rank."""
    told = [after(*[FactShared(role="cem", fact="tool")] * times)["mend"] - after()["mend"] for times in range(1, 5)]
    each, again = deciding.EACH, deciding.AGAIN
    assert told == [each + deciding.LOW_RANK, each + again, each + 2 * again, each + 2 * again]


def test_rank_colors() -> None:
    """The same fact counts less from the lower half of the table."""
    above, below = (after(FactShared(role=role, fact="fake"))["buy"] for role in ("ben", "cem"))
    assert (above, below) == (after()["buy"] - 8, after()["buy"] - 7)


def test_credits_go_to_who_told_what_speaks_for_it() -> None:
    """The decision credits the others who first told a unique fact in its favor, in the order of the file."""
    told = [FactShared(role=role, fact=fact) for role, fact in (("cem", "tool"), ("ben", "wire"), ("ben", "fake"))]
    assert decision(replay(at_the_lamp().play, told)) == Decided(role="ann", option="buy")
    turned = decision(replay(at_the_lamp().play, [DOUBTS, *told]))
    assert turned == Decided(role="ann", option="mend", credits=("ben", "cem"))


def test_weighed_evenly_a_tie_goes_to_the_first_preference() -> None:
    """An even reading takes the unique best; with two level, what the decider preferred at first."""
    sitting = Sitting(lamp(), "ben")
    assert even_choice(sitting.play, {"wire", "fake"}) == "buy"
    assert even_choice(sitting.play, {"wire", "fake", "tool"}) == "mend"
    ann = Sitting(lamp(start="talk"), "ann")
    ann.do(StatePreference, option="mend")
    assert even_choice(ann.play, {"wire", "fake"}) == "mend"


def test_what_a_scripted_role_prefers() -> None:
    """It prefers the best option on what it holds; on a tie the first of the file."""
    assert preference(lamp(), "ben") == "buy"
    tied = lamp(facts=[a_fact("dark", ["ann", "ben", "cem"], buy=1, wait=1, mend=-1), a_fact("wire", ["ben"], wait=1)])
    assert preference(tied, "ann") == "mend"
    assert preference(tied, "ben") == "wait"
