"""The principles: all of those in the source, in the course's words, each with a short quotation."""

from dlcourse.domain.principles import PRINCIPLES

IDS = [*(f"P{number}" for number in range(1, 10)), *(f"E{number}" for number in range(1, 6)), "T1", "T2"]


def test_the_nine_the_five_and_the_two_are_there_in_order() -> None:
    """P1 to P9, E1 to E5, T1 and T2 are there by their ids, in this order."""
    assert list(PRINCIPLES) == IDS
    assert [principle.id for principle in PRINCIPLES.values()] == IDS


def test_quotations_are_sparing() -> None:
    """No quotation is longer than 25 words, and none replaces the course's own words."""
    for principle in PRINCIPLES.values():
        assert 1 <= len(principle.quote.split()) <= 25
        assert principle.short.endswith(".")
        assert len(principle.quote.split()) < 4 or principle.quote.rstrip(".").lower() not in principle.short.lower()


def test_every_quotation_names_its_source() -> None:
    """The nine come from the university's page, the five and the two from Elmore, all by way of the document."""
    for name, principle in PRINCIPLES.items():
        assert principle.source.startswith("Distributed Leadership Basics")
        assert ("West Chester University" if name.startswith("P") else "Elmore") in principle.source
