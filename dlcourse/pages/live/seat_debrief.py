"""What a table sees in its debrief, and what everybody sees of the room once it is revealed."""

from datetime import datetime

from dlcourse.domain.live.debrief_views import LiveDebriefView, LiveRoomView
from dlcourse.domain.live.polls import PollCard
from dlcourse.domain.live.seat_views import LiveFact
from dlcourse.pages.live import words
from dlcourse.pages.live.seat_table import Names, names_of
from dlcourse.pages.props import TextTable
from dlcourse.pages.words import counted, listed


def tables(view: LiveDebriefView) -> list[TextTable]:
    """How preferences moved, and who knew what."""
    names = names_of(view.mates)
    moved = _preferences(view, names)
    return [*([moved] if moved["rows"] else []), *([_knew(view, names)] if view.facts else [])]


def room_table(view: LiveRoomView) -> TextTable:
    """How many groups took each option, over all arms."""
    counts = {option.id: sum(arm.decided.get(option.id, 0) for arm in view.arms) for option in view.options}
    rows = [[option.name, str(counts[option.id])] for option in view.options]
    return {"title": words.ROOM, "columns": words.ROOM_COLUMNS, "rows": rows}


def counts_table(poll: PollCard) -> TextTable | None:
    """How many chose each answer; None as long as that is not shown."""
    if poll.counts is None:
        return None
    rows = [[answer.text, str(poll.counts.get(answer.id, 0))] for answer in poll.answers]
    return {"title": poll.about or poll.ask, "columns": [words.ANSWER, words.HOW_MANY], "rows": rows}


def _preferences(view: LiveDebriefView, names: Names) -> TextTable:
    options = {option.id: option.name for option in view.options}
    rows = [
        [names.get(row.role, ""), options.get(row.before, "-"), options.get(row.after, "-")]
        for row in view.preferences
        if row.before or row.after
    ]
    return {"title": words.PREFERENCES, "columns": words.PREFERENCE_COLUMNS, "rows": rows}


def _knew(view: LiveDebriefView, names: Names) -> TextTable:
    rows = [[fact.text, _holders(view, fact, names), _said(view, fact, names)] for fact in view.facts]
    return {"title": words.KNEW, "columns": words.KNEW_COLUMNS, "rows": rows}


def _holders(view: LiveDebriefView, fact: LiveFact, names: Names) -> str:
    held = view.held_by[fact.id]
    return words.ALL_KNEW if len(held) == len(view.mates) else listed([names[role] for role in held])


def _said(view: LiveDebriefView, fact: LiveFact, names: Names) -> str:
    """By whom a fact was said first, and after how many minutes."""
    if not fact.by:
        return words.NEVER_SAID
    passed = datetime.fromisoformat(fact.at) - datetime.fromisoformat(view.began)
    minutes = counted(round(passed.total_seconds() / 60), words.MINUTES[0], words.MINUTES[1])
    return words.SAID_AFTER.format(role=names.get(fact.by, ""), minutes=minutes)
