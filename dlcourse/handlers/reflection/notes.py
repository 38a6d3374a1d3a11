"""Entries that come from other subjects, such as what a trial taught: private, and revised like any other entry."""

from dlcourse.domain.reflection.entries import EntryStep, EntryWritten, Written
from dlcourse.domain.reflection.log import REFLECTION
from dlcourse.domain.speech import Recorded
from dlcourse.handlers.context import WriteContext
from dlcourse.handlers.log_notes import LogNote, takes_notes
from dlcourse.handlers.reflection.entries import log_at


@takes_notes("reflection")
def write_note(note: LogNote, context: WriteContext) -> Recorded:
    version, _ = log_at(context.transaction, context.person)
    steps = tuple(EntryStep(heading=heading, words=words) for heading, words in note.steps)
    written = Written(steps=steps, principles=note.principles)
    event = EntryWritten(
        entry=note.id,
        session=note.session,
        prompt="",
        asked=note.asked,
        words=note.id,
        cohort=context.viewer.cohort,
        **written.notes,
    )
    stream, texts = REFLECTION + context.person, {note.id: written.packed}
    return context.transaction.append(stream, version, note.id, context.person, [event], texts)
