"""What is read from a share, what is missing in it, and where it breaks when somebody is away or paid time is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.responsibility.gaps import gaps_of
from dlcourse.domain.responsibility.people import Contributor, ShareText, check_one_person, key, share_text
from dlcourse.domain.responsibility.strain import Break, away, cut, holding
from dlcourse.errors import CourseError

WHOLE = {
    "what": "Reading",
    "leads": "Ana, science\nBen",
    "contributes": "Joy: which texts they finish\nSam: who stays behind\n - \n",
    "learns": "Cleo",
    "answers": "Ana",
    "authority": "Which texts we read",
    "paid": "Joy's hours",
}
WORDS = st.text("AB :,\n", max_size=12)


def test_a_line_is_a_person() -> None:
    """Names are read line by line, with what is known after a colon, and empty lines are left out."""
    share = share_text(WHOLE)
    assert share.leads == ("Ana, science", "Ben")
    assert share.contributes == (
        Contributor(name="Joy", knows="which texts they finish"),
        Contributor(name="Sam", knows="who stays behind"),
    )
    assert share.people == ("Ana, science", "Ben", "Joy", "Sam", "Cleo")


@pytest.mark.parametrize(
    "several", ["Ana and Ben", "Ana / Ben", "Ana & Ben", "Ana; Ben", "Ana\nBen", "Ana + Ben", "Ana, Ben", "Ana or Ben"]
)
def test_two_people_never_answer_for_one_thing(several: str) -> None:
    """Two names in the field for one are refused, however they are put."""
    with pytest.raises(CourseError, match="more than one name"):
        check_one_person(share_text(WHOLE | {"answers": several}))


@pytest.mark.parametrize(
    "one", ["", "Ana", "Ana (science)", "Sandy Anderson", "Amanda", "Ana-Maria", "Or Lev", "Ana (math, and science)"]
)
def test_one_person_may_answer(one: str) -> None:
    """A name with a role after it, or with letters that look like a joining word, is one person."""
    check_one_person(share_text(WHOLE | {"answers": one}))


def test_gaps_are_what_is_missing() -> None:
    """A whole share has no gaps, and an empty one has all that it can have."""
    assert gaps_of(share_text(WHOLE)) == ()
    assert gaps_of(share_text({"what": "Reading"})) == ("leads", "answers", "authority", "knows", "learns")
    assert gaps_of(share_text({**WHOLE, "answers": "Ana or Ben"})) == ("answers",)
    assert "alone" in gaps_of(share_text({"what": "Reading", "leads": "Ana", "answers": "ana "}))


def test_it_breaks_where_somebody_was_the_only_one() -> None:
    """Without the one who answers nobody does, unless somebody stands in; knowledge breaks if nobody else has it."""
    shares = [share_text(WHOLE), share_text({"what": "Families", "leads": "Ana", "answers": "Ben", "stand_in": "Ana"})]
    assert away(shares, "ANA ") == (Break(share="Reading", kind="answers"), Break(share="Families", kind="leads"))
    assert away(shares, "Ben") == ()
    assert away(shares, "Joy") == (Break(share="Reading", kind="learning", about="which texts they finish"),)
    alone = [share_text(WHOLE | {"learns": ""})]
    assert away(alone, "Sam") == (Break(share="Reading", kind="knows", about="who stays behind"),)
    both = [share_text(WHOLE | {"contributes": "Joy: the texts\nSam: The texts"})]
    assert away(both, "Joy") == ()


def test_a_cut_breaks_what_is_paid() -> None:
    """Only what depends on money or hours breaks when they are cut, and the rest holds."""
    shares = [share_text(WHOLE), share_text({"what": "Families"})]
    breaks = cut(shares)
    assert breaks == (Break(share="Reading", kind="paid", about="Joy's hours"),)
    assert holding(shares, breaks) == ("Families",)


@given(st.dictionaries(st.sampled_from(list(WHOLE)), WORDS), WORDS)
def test_somebody_who_is_on_no_line_breaks_nothing(answers: dict[str, str], who: str) -> None:
    """A test without anybody from the map breaks nothing, and whoever breaks something is on it."""
    share = share_text(answers)
    if key(who) not in {key(name) for name in share.people}:
        assert away([share], who) == () or not key(who)


def test_a_share_text_is_frozen() -> None:
    """Equal answers are equal shares."""
    assert share_text(WHOLE) == share_text(dict(WHOLE))
    assert isinstance(share_text({}), ShareText)
