"""The difference of two texts, word by word: neither text loses a character."""

from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.registers.word_difference import TextPassage, differences

TEXTS = st.text("ab ,.\nñ🙂́", max_size=40)


@given(TEXTS, TEXTS)
def test_both_texts_are_in_the_difference(before: str, after: str) -> None:
    """Without the added passages it is the earlier text, and without the removed ones the later text."""
    passages = differences(before, after)
    assert "".join(each.words for each in passages if each.fate != "added") == before
    assert "".join(each.words for each in passages if each.fate != "removed") == after


def test_a_replaced_word_is_shown_as_removed_and_added() -> None:
    """Only the word that changed is marked; the spaces and words around it are the same."""
    assert differences("We meet on Fridays.", "We meet on Mondays.") == (
        TextPassage(fate="same", words="We meet on "),
        TextPassage(fate="removed", words="Fridays"),
        TextPassage(fate="added", words="Mondays"),
        TextPassage(fate="same", words="."),
    )
