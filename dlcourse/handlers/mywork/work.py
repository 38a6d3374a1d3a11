"""Handlers of a person's whole work: list it, export it as a file, restore it from a file, and erase all of it."""

from collections.abc import Iterable
from typing import get_args

from dlcourse.content.library import Library
from dlcourse.domain.mywork.authors_content import playable
from dlcourse.domain.mywork.merge import Fate, Merged, as_person, merge
from dlcourse.domain.mywork.work import (
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
from dlcourse.domain.mywork.work_file import FILE, read, unpack, write
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.registry import STREAM_CHECKS, WORK_CHECKS, carry_out, look_up
from dlcourse.store import utc_now

WORK = "work"
"""Stands for all streams at once, in place of the name of a single one."""


@look_up.register
def show_your_work(query: YourWork, context: ReadContext) -> WorkView:  # noqa: ARG001 (a query without parts)
    return about(context.transaction.work(context.person))


@look_up.register
def show_take_along(query: TakeAlong, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    work = context.transaction.work(context.person)
    return Heavy(lambda: _file(playable(work)))


def _work_in_file(command: RestoreWork, library: Library) -> Work:  # noqa: ARG001 (a file needs nothing but itself)
    return read(unpack(command.packed))


@carry_out.after(_work_in_file)
def restore_work(command: RestoreWork, context: WriteContext, file: Work) -> Restored:  # noqa: ARG001 (it was read before)
    coming = as_person(file, context.person)
    merged = merge(coming, context.transaction.beside(coming))
    context.transaction.bring(merged, context.person)
    _refuse_nonsense(context, [change.stream for change in merged.changes])
    return _restored(merged, file.person, context.transaction.now())


@carry_out.register
def erase_work(command: EraseWork, context: WriteContext) -> Recorded:
    work = context.transaction.work(context.person)
    if command.mark == mark(work):
        context.transaction.erase(work)
        return _erased(about(work), work.person, context.transaction.now())
    if command.whose and not (
        work.streams or work.texts or work.drafts or work.damaged
    ):  # done already; only the answer was lost
        return _erased(about(work), command.whose, context.transaction.now())
    raise CourseError("your work", "there is more of it by now than you were shown", "Look again, then erase it.")


def _file(work: Work) -> WorkFileView:
    at = utc_now().isoformat(timespec="milliseconds")
    return WorkFileView(name=f"dlcourse-work-{at[:10]}.json", document=write(work, at), damaged=work.damaged)


def _erased(told: WorkView, whose: str, at: str) -> Erased:
    counts = told.model_dump(include={"steps", "texts", "drafts", "together"})
    return Erased(stream=WORK, version=0, at=at, person=whose, **counts)


def _refuse_nonsense(context: WriteContext, brought: Iterable[str]) -> None:
    """Refuse streams whose events are valid one by one but cannot be shown together."""
    here = ReadContext(context.transaction, context.viewer, context.library, context.jobs)
    try:
        for check in WORK_CHECKS.values():
            check(here)
        for stream in brought:
            if stream_check := STREAM_CHECKS.get(stream.partition("/")[0]):
                stream_check(here, stream)
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
