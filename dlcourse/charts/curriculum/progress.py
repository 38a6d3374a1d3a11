"""How far somebody is: the exercises of each session that count, and which of them are done."""

from collections.abc import Sequence

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.curriculum.progress import SessionMark
from dlcourse.pages.curriculum import words
from dlcourse.pages.words import counted


def progress_chart(sessions: Sequence[SessionMark]) -> Chart | None:
    """A line for each open session, with a mark for each of its exercises that count; None until one is done."""
    drawn = [mark for mark in sessions if mark.open and mark.counting]
    done, every = sum(map(_done, drawn)), sum(len(mark.counting) for mark in drawn)
    if not done:
        return None
    return Chart(
        title=words.PROGRESS,
        says=words.PROGRESS_SAYS.format(done=done, every=counted(every, *words.EXERCISE), whole=_whole(drawn)),
        description=words.PROGRESS_DRAWN.format(sessions=counted(len(drawn), *words.OPEN_SESSION)),
        spec=filled("curriculum.progress", [row for mark in drawn for row in _rows(mark)]),
        columns=words.PROGRESS_COLUMNS,
        rows=tuple(_line(mark) for mark in drawn),
    )


def _done(mark: SessionMark) -> int:
    return len(mark.counting) - len(mark.to_do)


def _whole(drawn: Sequence[SessionMark]) -> str:
    done = sum(mark.done for mark in drawn)
    return words.PROGRESS_COMPLETE.format(whole=counted(done, *words.SESSION)) if done else words.PROGRESS_INCOMPLETE


def _rows(mark: SessionMark) -> list[Row]:
    """The name of the session, then its exercises: those that are done first, so that one sees how many they are."""
    ordered = sorted(mark.counting, key=lambda title: title in mark.to_do)
    exercises = [
        {"session": mark.title, "place": place, "exercise": title, "state": words.STATES[title in mark.to_do]}
        for place, title in enumerate(ordered)
    ]
    return [{"session": mark.title, "name": mark.title}, *exercises]


def _line(mark: SessionMark) -> tuple[str, ...]:
    done = words.DONE_OF_ALL.format(done=_done(mark), sessions=len(mark.counting))
    return mark.title, done, ", ".join(mark.to_do) or words.NOTHING_TO_DO
