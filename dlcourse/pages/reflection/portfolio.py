"""What someone wrote and promised, as pieces of a portfolio."""

from dlcourse.domain.document import DocumentItem, DocumentPart, PieceKind
from dlcourse.domain.principles import in_words
from dlcourse.domain.reflection.log import AnswerCard, EntryCard, PromiseCard
from dlcourse.pages.reflection import portfolio_words as words
from dlcourse.pages.reflection.words import sure

ENTRIES = PieceKind(
    kind="entry",
    rank=10,
    heading=words.ENTRIES,
    note=words.ENTRIES_NOTE,
    empty=words.NO_ENTRIES,
    most=60,
    units=("entry", "entries"),
)
PROMISES = PieceKind(kind="promise", rank=20, heading=words.PROMISES, note=words.PROMISES_NOTE, empty=words.NO_PROMISES)


def entry_item(card: EntryCard) -> DocumentItem:
    """An entry in its newest version, whole."""
    newest = card.newest
    written = words.entry_written(card.written, newest.at if card.versions > 1 else "")
    lines = (written, sure(newest.confidence), words.about(in_words(newest.principles)))
    parts = tuple(DocumentPart(step.heading, step.words, own=True) for step in newest.steps if step.words.strip())
    return DocumentItem(card.asked or words.ENTRY, tuple(filter(None, lines)), parts)


def promise_item(promise: PromiseCard) -> DocumentItem:
    """A promise with every answer to what became of it."""
    due = promise.by.isoformat() if promise.by and not promise.answers else ""
    lines = (
        words.promise_made(promise.made, promise.changed, due),
        promise.asked and words.ASKED_FOR.format(question=promise.asked),
    )
    answers = [_answer(answer) for answer in promise.answers]
    still = [] if answers else [DocumentPart("", words.NOT_ANSWERED)]
    parts = (DocumentPart("", promise.what, own=True), *answers, *still)
    return DocumentItem(words.PROMISE, tuple(filter(None, lines)), parts)


def _answer(answer: AnswerCard) -> DocumentPart:
    said = words.answered(answer.outcome, answer.at, answer.again.isoformat() if answer.again else "")
    return DocumentPart(said, answer.words, own=True) if answer.words.strip() else DocumentPart("", f"{said}.")
