"""What a group sees when it looks back: what became of it, who knew what, and how preferences moved."""

from typing import TypedDict

from dlcourse.domain.live.debrief_views import LiveDebriefView, LiveRoomView, PreferenceMoved
from dlcourse.domain.live.seat_views import LiveOutcome
from dlcourse.pages.live.seat import words
from dlcourse.pages.live.seat.cast import cast, people
from dlcourse.pages.markdown import plain
from dlcourse.pages.props import TextTable
from dlcourse.pages.roleplay.talk import Cast
from dlcourse.pages.words import counted


class LiveDebriefProps(TypedDict):
    """Sentences, tables, and questions to talk about. ``room`` are the figures of all groups, once they are shown."""

    lines: list[str]
    tables: list[TextTable]
    questions_title: str
    questions: list[str]
    room_title: str
    room: list[str]


def outcome_lines(outcome: LiveOutcome, who: Cast) -> list[str]:
    """What was decided, why, and on whose knowledge it rests."""
    if not outcome.option:
        return [words.UNDECIDED]
    name = who.call(outcome.by)
    decided = words.OUTCOME.format(name=name[:1].upper() + name[1:], option=who.option(outcome.option))
    reason = f"{words.REASON} {outcome.reason}" if outcome.reason else ""
    credited = words.CREDITS.format(people=people(outcome.credits, who)) if outcome.credits else ""
    return [line for line in (decided, reason, credited) if line]


def debrief(view: LiveDebriefView, room: LiveRoomView | None) -> LiveDebriefProps:
    """The debrief of a group."""
    who = cast(view.mates, view.options, view.facts)
    return {
        "lines": _lines(view, who),
        "tables": [table for table in (_who_knew(view, who), _moved(view, who)) if table["rows"]],
        "questions_title": words.QUESTIONS,
        "questions": [plain(question.ask) for question in view.questions],
        "room_title": words.ROOM,
        "room": _room(room) if room else [],
    }


def _lines(view: LiveDebriefView, who: Cast) -> list[str]:
    lines = outcome_lines(view.outcome, who) if view.options else []
    if view.best:
        lines.append(words.STRONGEST.format(option=who.option(view.best)))
    if view.talk and view.talk.unique:
        lines.append(words.COVERAGE.format(voiced=view.talk.unique_voiced, all=view.talk.unique))
    if view.end:
        lines.append(words.ENDED.format(end=plain(view.end)))
    return lines


def _who_knew(view: LiveDebriefView, who: Cast) -> TextTable:
    everyone = {mate.role for mate in view.mates}
    rows = [
        [plain(fact.text), people(held, who), who.call(fact.by) if fact.by else words.NOT_SAID]
        for fact in view.facts
        if not everyone.issubset(held := view.held_by.get(fact.id, ()))
    ]
    return {"title": words.WHO_KNEW, "columns": list(words.WHO_KNEW_COLUMNS), "rows": rows}


def _moved(view: LiveDebriefView, who: Cast) -> TextTable:
    rows = [_preference(moved, who) for moved in view.preferences if moved.before or moved.after]
    return {"title": words.MOVED, "columns": list(words.MOVED_COLUMNS), "rows": rows}


def _preference(moved: PreferenceMoved, who: Cast) -> list[str]:
    before, after = (who.option(option) if option else "" for option in (moved.before, moved.after))
    return [who.seat(moved.role), before, after]


def _room(room: LiveRoomView) -> list[str]:
    names = {option.id: option.name for option in room.options}
    counts: dict[str, int] = {}
    for arm in room.arms:
        for option, groups in arm.decided.items():
            counts[option] = counts.get(option, 0) + groups
    decided = [(names.get(option, option), groups) for option, groups in counts.items()]
    ends = [(plain(end), groups) for end, groups in room.ends.items() if not decided]
    return [
        words.ROOM_LINE.format(option=name, groups=counted(groups, *words.GROUPS)) for name, groups in decided + ends
    ]
