"""The course's own sentences: enough of them, all different, and used in turn."""

import pytest

from dlcourse.domain.roleplay.talk.situations import Phrasing, Situation
from dlcourse.pages.roleplay.lines import COLLEAGUES, PEOPLE, sentence


@pytest.mark.parametrize("situation", [*COLLEAGUES, *PEOPLE])
def test_at_least_eight_for_each_situation(situation: Situation) -> None:
    """Each situation has at least eight sentences, all different."""
    lines = (COLLEAGUES | PEOPLE)[situation]
    assert len(set(lines)) == len(lines) >= 8


def test_no_sentence_is_in_two_situations() -> None:
    """A colleague's sentence belongs to one situation, so that it cannot come back in another."""
    every = [line for lines in COLLEAGUES.values() for line in lines]
    assert len(set(every)) == len(every)


def test_a_colleague_runs_out_of_sentences() -> None:
    """From any start each of a colleague's sentences comes once, and then none."""
    for situation, lines in COLLEAGUES.items():
        told = [sentence(Phrasing(situation=situation, number=n, start=5)) for n in range(len(lines) + 3)]
        assert sorted(told[: len(lines)]) == sorted(lines)
        assert set(told[len(lines) :]) == {""}


def test_a_persons_sentences_begin_again() -> None:
    """A person always has a sentence for a question, and says all of them before one comes again."""
    for situation, lines in PEOPLE.items():
        told = [sentence(Phrasing(situation=situation, number=n, start=3)) for n in range(2 * len(lines))]
        assert told[: len(lines)] == told[len(lines) :]
        assert sorted(told[: len(lines)]) == sorted(lines)


def test_the_authors_sentence_replaces_the_courses() -> None:
    """Where the author has written a sentence, the course adds none of its own."""
    assert sentence(Phrasing(situation="tells", own="Well.")) == ""
    assert sentence(Phrasing(situation="acts")) == ""
