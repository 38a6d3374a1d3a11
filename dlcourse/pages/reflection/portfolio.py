"""What someone wrote and promised, as pieces of a portfolio."""

from dlcourse.domain.document import DocumentItem, DocumentPart, PieceKind
from dlcourse.domain.principles import in_words
from dlcourse.domain.reflection.log import AnswerCard, EntryCard, PromiseCard
from dlcourse.pages.reflection.words import OUTCOMES, sure
from dlcourse.pages.words import day

ENTRIES = PieceKind(
    kind="entry",
    rank=10,
    heading="What you wrote",
    note="The newest version goes in, never an earlier one.",
    empty="When you have written something in a session or in your log, it appears here.",
    most=60,
    units=("entry", "entries"),
)
PROMISES = PieceKind(
    kind="promise",
    rank=20,
    heading="What you promised",
    note="With what became of it.",
    empty="When you have promised something at the end of a session, it appears here.",
)


def entry_item(card: EntryCard) -> DocumentItem:
    """An entry in its newest version, whole."""
    newest, dates = card.newest, f"Written on {day(card.written)}"
    changed = f", last changed on {day(newest.at)}" if card.versions > 1 else ""
    about = f"About: {' '.join(in_words(newest.principles))}" if newest.principles else ""
    lines = (f"{dates}{changed}.", sure(newest.confidence), about)
    parts = tuple(DocumentPart(step.heading, step.words, own=True) for step in newest.steps if step.words.strip())
    return DocumentItem(card.asked or "What I wrote", tuple(filter(None, lines)), parts)


def promise_item(promise: PromiseCard) -> DocumentItem:
    """A promise with every answer to what became of it."""
    by = f", by {day(promise.by.isoformat())}" if promise.by and not promise.answers else ""
    changed = f", last changed on {day(promise.changed)}" if promise.changed else ""
    lines = (f"Promised on {day(promise.made)}{changed}{by}.", promise.asked and f"Asked for: {promise.asked}")
    answers = [_answer(answer) for answer in promise.answers]
    still = [] if answers else [DocumentPart("", "Not answered yet.")]
    parts = (DocumentPart("", promise.what, own=True), *answers, *still)
    return DocumentItem("A promise, and what became of it", tuple(filter(None, lines)), parts)


def _answer(answer: AnswerCard) -> DocumentPart:
    carried = f", carried forward to {day(answer.again.isoformat())}" if answer.again else ""
    said = f"{OUTCOMES[answer.outcome]}{carried} ({day(answer.at)})"
    return DocumentPart(said, answer.words, own=True) if answer.words.strip() else DocumentPart("", f"{said}.")
