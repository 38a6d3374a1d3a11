"""Handlers of a person's whole work: what there is, the file of it, bringing one back, erasing all."""

from collections.abc import Iterable
from typing import get_args

from dlcourse.content.library import Library
from dlcourse.course.desk import SHOWN, Heavy, ReadingDesk, WritingDesk, carry_out, look_up, make_ready
from dlcourse.domain.progress import Home
from dlcourse.domain.speech import Recorded
from dlcourse.domain.work import (
    Erased,
    EraseWork,
    Restored,
    RestoreWork,
    TakeAlong,
    Work,
    WorkFileView,
    WorkView,
    YourWork,
    about,
    mark,
)
from dlcourse.domain.work_file import FILE, read, unpack, write
from dlcourse.domain.work_merge import Fate, Merged, as_person, merge
from dlcourse.errors import CourseError
from dlcourse.store import utc_now

WORK = "work"
"""Stands for a stream where all of them are meant."""


@look_up.register
def _(query: YourWork, desk: ReadingDesk) -> WorkView:  # noqa: ARG001 (a query without parts)
    return about(desk.books.work(desk.person))


@look_up.register
def _(query: TakeAlong, desk: ReadingDesk) -> Heavy:  # noqa: ARG001 (a query without parts)
    work = desk.books.work(desk.person)
    return Heavy(lambda: _file(work))


@make_ready.register
def _(command: RestoreWork, library: Library) -> Work:  # noqa: ARG001 (a file needs nothing but itself)
    return read(unpack(command.packed))


@carry_out.register
def _(command: RestoreWork, desk: WritingDesk) -> Restored:  # noqa: ARG001 (it was read before)
    file = desk.ready
    assert isinstance(file, Work)
    coming = as_person(file, desk.person)
    merged = merge(coming, desk.books.beside(coming))
    desk.books.bring(merged, desk.person)
    _refuse_nonsense(desk, [change.stream for change in merged.changes])
    return _restored(merged, file.person, desk.books.now())


@carry_out.register
def _(command: EraseWork, desk: WritingDesk) -> Recorded:
    work = desk.books.work(desk.person)
    if command.mark == mark(work):
        desk.books.erase(work)
        return _erased(about(work), work.person, desk.books.now())
    if command.whose and not (work.streams or work.texts or work.drafts):  # it was done, and the answer was lost
        return _erased(about(work), command.whose, desk.books.now())
    raise CourseError("your work", "there is more of it by now than you were shown", "Look again, then erase it.")


def _file(work: Work) -> WorkFileView:
    at = utc_now().isoformat(timespec="milliseconds")
    return WorkFileView(name=f"dlcourse-work-{at[:10]}.json", document=write(work, at))


def _erased(told: WorkView, whose: str, at: str) -> Erased:
    counts = told.model_dump(include={"steps", "texts", "drafts", "together"})
    return Erased(stream=WORK, version=0, at=at, person=whose, **counts)


def _refuse_nonsense(desk: WritingDesk, brought: Iterable[str]) -> None:
    """What is well formed step by step may still fit together nowhere: home and its subject must be able to show it."""
    here = ReadingDesk(desk.books, desk.person, desk.library, desk.workshop)
    try:
        look_up(Home(), here)
        for stream in brought:
            if shown := SHOWN.get(stream.partition("/")[0]):
                shown(here, stream)
    except Exception:  # noqa: BLE001 (whatever it is, somebody made it up)
        raise CourseError(FILE, "its steps do not fit together", "Take a file as the course wrote it.") from None


def _restored(merged: Merged, whose: str, at: str) -> Restored:
    fates = {fate: merged.fates.get(fate, 0) for fate in get_args(Fate)}
    return Restored(
        stream=WORK,
        version=merged.steps,
        at=at,
        steps=merged.steps,
        drafts=len(merged.drafts),
        drafts_left=merged.drafts_left,
        whose=whose,
        **fates,
    )
