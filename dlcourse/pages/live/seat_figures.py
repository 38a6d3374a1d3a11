"""Tables of figures on the page of a seat: what everybody sees of the room, and of its questions."""

from dlcourse.domain.live.debrief_views import LiveRoomView
from dlcourse.domain.live.polls import PollCard
from dlcourse.pages.live import words
from dlcourse.pages.props import TextTable


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
