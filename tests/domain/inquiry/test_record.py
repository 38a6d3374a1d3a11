"""What may be added to an inquiry, and what its events add up to."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.inquiry.messages import (
    LONGEST,
    AnswerCheckIn,
    InquiryCommand,
    PartWritten,
    SchedulePlan,
    SharePlan,
    WritePart,
)
from dlcourse.domain.inquiry.parts import FIRST, PARTS, fields_of
from dlcourse.domain.inquiry.plan_views import part_view, plan_view, without_versions, written
from dlcourse.domain.inquiry.record import InquiryRecord, decide, record_of
from dlcourse.domain.packed_answers import unpacked
from dlcourse.errors import CourseError

AT = "2026-11-28T06:00:00+00:00"
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip)


def write(part: str, after: int = 0, **answers: str) -> WritePart:
    """A command under a new id."""
    return WritePart(id=uuid4().hex, part=part, after=after, answers=answers)


def after(*commands: InquiryCommand) -> InquiryRecord:
    """The record after these commands."""
    record, happened = InquiryRecord(), []
    for command in commands:
        happened.append((decide(command, record), AT))
        record = record_of(happened)
    return record


@given(st.lists(st.tuples(st.sampled_from(sorted(PARTS)), WORDS), max_size=12))
def test_every_version_is_kept(saved: list[tuple[str, str]]) -> None:
    """Whatever is saved in which order, the newest version of each part counts, and all others stand behind it."""
    counts = dict.fromkeys(PARTS, 0)
    commands = []
    for part, words in saved:
        commands.append(write(part, counts[part], **{PARTS[part][0]: words}))
        counts[part] += 1
    texts = {one: text for command in commands for one, text in command.texts().items()}
    view = plan_view(after(*commands), texts, "topic")
    for card in view.parts:
        said = [words for part, words in saved if part == card.part]
        versions = [card.newest, *card.before] if card.newest else []
        assert [version.answers[PARTS[card.part][0]] for version in versions] == said[::-1]
    assert written(view) == len({part for part, _ in saved})
    assert all(card.before == () for card in without_versions(view).parts)


def test_a_part_that_changed_meanwhile_is_not_overwritten() -> None:
    """Someone who has not seen the newest version cannot save over it."""
    record = after(write(FIRST, problem="One"))
    with pytest.raises(CourseError, match="changed in the meantime"):
        decide(write(FIRST, problem="Two"), record)
    assert isinstance(decide(write(FIRST, 1, problem="Two"), record), PartWritten)


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        (write("03-the-reding-gap", asked="Joy"), "Did you mean '03-the-reading-gap'"),
        (write("nothing like it", asked="Joy"), "Choose one of 00-start-here"),
        (write(FIRST, asked="Joy"), "does not ask that"),
        (write(FIRST, problem=" "), "no words in it yet"),
        (write(FIRST), "no words in it yet"),
        (write(FIRST, problem="x" * (LONGEST + 1)), "longer than 2,000"),
        (AnswerCheckIn(id=uuid4().hex, days=30, outcome="kept"), "no first day yet"),
    ],
)
def test_what_is_refused(command: InquiryCommand, problem: str) -> None:
    """A wrong part, a wrong field, no words, too many words, or a check-in before there is a day is refused."""
    with pytest.raises(CourseError, match=problem):
        decide(command, InquiryRecord())


def test_check_ins_are_30_60_and_90_days_after_the_first_day() -> None:
    """Dates follow the newest first day, also over a leap day; an answer stays when the day moves."""
    first = SchedulePlan(id=uuid4().hex, starts=date(2027, 1, 1), name="Ana", witness="Ben")
    moved = SchedulePlan(id=uuid4().hex, starts=date(2028, 2, 1))
    answer = AnswerCheckIn(id=uuid4().hex, days=30, outcome="changed", seen="Fifteen")
    record = after(first, answer, moved)
    view = plan_view(record, {**moved.texts(), **answer.texts()}, "topic")
    assert [card.on for card in view.check_ins] == [date(2028, 3, 2), date(2028, 4, 1), date(2028, 5, 1)]
    assert [card.answers for card in view.check_ins] == [(("changed", "Fifteen", AT),), (), ()]


def test_erased_words_leave_gaps() -> None:
    """Without its texts, a record still has a view, with nothing written in it and the same versions counted."""
    record = after(write(FIRST, problem="One"), SharePlan(id=uuid4().hex, visibility="cohort"))
    view = plan_view(record, {}, "topic")
    assert written(view) == 0
    assert view.parts[0].count == 1
    assert part_view(FIRST, record, {}).first.newest is None
    assert (unpacked(None), view.visibility) == ({}, "cohort")


def test_a_part_has_at_most_four_questions() -> None:
    """Each part is a small form: no part has more than four fields, and no field belongs to two parts."""
    assert max(map(len, PARTS.values())) <= 4
    every = [field for part in PARTS for field in fields_of(part)]
    assert len(every) == len(set(every))
