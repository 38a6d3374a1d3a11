"""The balance of a ledger: by pair of roles, in both directions, and with what has nothing behind it."""

from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.reciprocity.expectation import Stage
from dlcourse.domain.reciprocity.ledger import ExpectationCard, balance_of

ROLES = ("Principal", "Teacher", "Aide")
STAGES: tuple[Stage, ...] = ("asked", "offered", "sent-back", "declined", "in-force", "closed", "withdrawn")


def card(asker: str, other: str, stage: Stage = "asked", *, backed: bool = False) -> ExpectationCard:
    """An expectation between two roles."""
    return ExpectationCard(
        expectation="expectation-1",
        stage=stage,
        side="asker",
        acts=("asker",),
        alone=True,
        asker=asker,
        other=other,
        what="Bring student work",
        given=("time",) if backed else (),
        capacity={},
        on=None,
        answers=(),
        helped="",
        missing="",
        told=False,
        learned="",
        outcome=None,
        length=1,
        at="",
    )


CARDS = st.builds(card, st.sampled_from(ROLES), st.sampled_from(ROLES), st.sampled_from(STAGES), backed=st.booleans())


@given(st.lists(CARDS, max_size=20))
def test_each_expectation_is_counted_once_in_its_direction(cards: list[ExpectationCard]) -> None:
    """In both directions together, the balance counts each expectation that was not withdrawn exactly once."""
    counted = [each for each in cards if each.stage != "withdrawn"]
    balance = balance_of(cards)
    assert sum(sum(pair.asked) for pair in balance) == len(counted)
    assert sum(sum(pair.backed) for pair in balance) == sum(bool(each.given) for each in counted)
    for pair in balance:
        there = [each for each in counted if (each.asker, each.other) == (pair.one, pair.other)]
        assert pair.asked[0] == len(there)
        assert pair.in_force[0] == sum(each.stage == "in-force" for each in there)
        assert all(backed <= asked for backed, asked in zip(pair.backed, pair.asked, strict=True))
    assert len({frozenset((pair.one, pair.other)) for pair in balance}) == len(balance)


def test_one_role_in_two_spellings_is_one() -> None:
    """Roles that differ only in case or spaces are one role, with the name that was written first."""
    (pair,) = balance_of([card("Principal", "Teacher"), card(" teacher", "PRINCIPAL")])
    assert (pair.one, pair.other, pair.asked) == ("Principal", "Teacher", (1, 1))


def test_a_demand_with_nothing_behind_it_is_seen() -> None:
    """Asking without giving anything is without capacity; what has come to nothing no longer counts as asking."""
    assert card("Principal", "Teacher").without_capacity
    assert not card("Principal", "Teacher", "offered", backed=True).without_capacity
    assert not card("Principal", "Teacher", "declined").without_capacity
