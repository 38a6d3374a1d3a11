"""The views of an inquiry: one part, the whole plan, and what somebody else may read of it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import get_args

from dlcourse.domain.inquiry.messages import (
    CheckInCard,
    Days,
    ImprovementPlanView,
    InquiryPartView,
    PartCard,
    PartVersion,
)
from dlcourse.domain.inquiry.parts import EARLIER, FIRST, PARTS, fields_of
from dlcourse.domain.inquiry.record import InquiryRecord
from dlcourse.domain.packed_answers import unpacked
from dlcourse.domain.words import UNREADABLE

Texts = Mapping[str, str]
CHECK_INS: tuple[Days, ...] = get_args(Days)


def part_view(part: str, record: InquiryRecord, texts: Texts) -> InquiryPartView:
    """A part and the first part. Raises a `CourseError` if there is no such part."""
    fields_of(part)
    return InquiryPartView(card=_card(part, record, texts), first=_card(FIRST, record, texts))


def plan_view(record: InquiryRecord, texts: Texts, topic: str) -> ImprovementPlanView:
    """The whole plan as its author sees it."""
    names = unpacked(texts.get(record.schedule.words)) if record.schedule else {}
    starts = record.schedule.starts if record.schedule else None
    return ImprovementPlanView(
        parts=tuple(_card(part, record, texts) for part in PARTS),
        name=names.get("name", ""),
        witness=names.get("witness", ""),
        starts=starts,
        check_ins=tuple(_check_in(days, starts, record, texts) for days in CHECK_INS),
        visibility=record.visibility,
        changed=record.changed,
        topic=topic,
        damaged=record.damaged + sum(words == UNREADABLE for words in texts.values()),
    )


def without_versions(view: ImprovementPlanView) -> ImprovementPlanView:
    """The plan as others may read it: the newest version of each part, and no earlier one."""
    parts = tuple(card.model_copy(update={"before": ()}) for card in view.parts)
    check_ins = tuple(card.model_copy(update={"answers": card.answers[-1:]}) for card in view.check_ins)
    return view.model_copy(update={"parts": parts, "check_ins": check_ins})


def written(view: ImprovementPlanView) -> int:
    """The number of parts in which something is written."""
    return sum(map(begun, view.parts))


def begun(card: PartCard) -> bool:
    """Whether something is written in a part."""
    return any(card.answer(field) for field in (*PARTS[card.part], *EARLIER.get(card.part, ())))


def _card(part: str, record: InquiryRecord, texts: Texts) -> PartCard:
    versions = record.parts.get(part, ())
    there = [PartVersion(answers=unpacked(texts[event.words]), at=at) for event, at in versions if event.words in texts]
    newest, before = (there[-1], tuple(there[-2::-1])) if there else (None, ())
    return PartCard(part=part, newest=newest, before=before, count=len(versions))


def _check_in(days: Days, starts: date | None, record: InquiryRecord, texts: Texts) -> CheckInCard:
    answers = record.check_ins.get(days, ())
    return CheckInCard(
        days=days,
        on=starts + timedelta(days=days) if starts else None,
        answers=tuple((event.outcome, texts.get(event.words, ""), at) for event, at in answers),
    )
