"""Words that every page needs: a sentence fits the number in it."""

from dlcourse.pages.words import Plural


def test_a_sentence_fits_its_number() -> None:
    """There is one for exactly one thing and one for any other number; what people typed is never taken for a field."""
    turning = Plural(one="{number} person turns to {name}.", many="{number:,} people turn to {name}.")
    assert [turning.of(number, name="{number}") for number in (0, 1, 1200)] == [
        "0 people turn to {number}.",
        "1 person turns to {number}.",
        "1,200 people turn to {number}.",
    ]
