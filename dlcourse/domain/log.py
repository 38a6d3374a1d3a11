"""The log as it is seen: one's own, whole and searchable, a session's part of it, and another's as far as it is shared.

Words come in from outside, by the ids under which the log points to them; what was erased is empty.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from pydantic import Field

from dlcourse.domain.commitments import Outcome, Promise
from dlcourse.domain.curriculum import Curriculum, Prompt
from dlcourse.domain.policy import Relation, may_read
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.reflection import Entry, Log, Step, Visibility, session_of, unpacked
from dlcourse.domain.speech import Query, Value, View

PAGE = 20
"""Entries on a page."""
EXCERPT = 700
"""Characters of an entry in a list."""
POINTS = 50
"""The newest entries with a confidence, as the chart shows them."""

Texts = Mapping[str, str]


class WholeLog(Query):
    """My log, newest first: entries with all these words, of this session, with this principle; a page of them."""

    find: str = Field(default="", max_length=200)
    session: str = ""
    principle: str = ""
    page: int = Field(default=1, ge=1)


class SessionLog(Query):
    """What a session asks, what I wrote to it, and which promises are open."""

    session: str


class OneEntry(Query):
    """An entry of mine, whole, with its earlier versions."""

    entry: str


class SharedLog(Query):
    """What another person's log shows me."""

    author: str


class Card(Value):
    """An entry in its newest version; ``cut`` where only its beginning is here."""

    entry: str
    session: str
    session_title: str
    prompt: str
    asked: str
    guide: str
    steps: tuple[Step, ...]
    cut: bool
    principles: tuple[str, ...]
    confidence: int | None
    visibility: Visibility
    versions: int
    written: str
    changed: str


class OldVersion(Value):
    """An earlier version of an entry."""

    steps: tuple[Step, ...]
    confidence: int | None
    at: str


class AnswerCard(Value):
    """What became of a promise, as its maker said it."""

    outcome: Outcome
    words: str
    again: date | None
    at: str


class PromiseCard(Value):
    """A promise; ``by`` is the day that counts now."""

    commitment: str
    session: str
    session_title: str
    asked: str
    what: str
    by: date | None
    open: bool
    made: str
    answers: tuple[AnswerCard, ...]


class Named(Value):
    """Something to filter by."""

    id: str
    name: str


class Point(Value):
    """How sure somebody was when they wrote an entry."""

    at: str
    confidence: int
    asked: str


class WholeLogView(View):
    """A page of my log; ``found`` of ``total`` entries fit. ``topics`` change when something is written or drafted."""

    cards: tuple[Card, ...]
    page: int
    pages: int
    found: int
    total: int
    sessions: tuple[Named, ...]
    principles: tuple[str, ...]
    promises: tuple[PromiseCard, ...]
    points: tuple[Point, ...]
    rated: int
    who: str
    topics: tuple[str, ...]


class Asked(Value):
    """A prompt with my entries to it, the newest first."""

    prompt: Prompt
    cards: tuple[Card, ...]


class SessionLogView(View):
    """A session's part of my log; ``earlier`` are open promises of other sessions, ``own`` those of this one."""

    session: str
    title: str
    asked: tuple[Asked, ...]
    free: tuple[Card, ...]
    commitment: str
    earlier: tuple[PromiseCard, ...]
    own: tuple[PromiseCard, ...]
    who: str
    topics: tuple[str, ...]


class EntryView(View):
    """An entry, whole; ``before`` are its earlier versions, the newest first."""

    card: Card
    before: tuple[OldVersion, ...]


class SharedCard(Value):
    """An entry as somebody else may see it: its newest version, and nothing about how sure its author was."""

    entry: str
    session: str
    asked: str
    steps: tuple[Step, ...]
    principles: tuple[str, ...]
    visibility: Visibility
    changed: str


class SharedLogView(View):
    """Another person's entries, as far as they let me read them; nothing, also for whoever does not exist."""

    cards: tuple[SharedCard, ...]


def candidates(log: Log, query: WholeLog) -> list[Entry]:
    """The entries of the session and with the principle that are asked for, the newest first."""
    return [
        entry
        for entry in reversed(log.entries.values())
        if query.session in {"", entry.written.session}
        and (not query.principle or query.principle in entry.newest.principles)
    ]


def containing(entries: Sequence[Entry], find: str, texts: Texts) -> list[Entry]:
    """The entries that contain each of the words, in any order and in capitals or not."""
    wanted = find.casefold().split()
    return [entry for entry in entries if _contains(entry, wanted, texts)]


def shown(found: Sequence[Entry], page: int) -> tuple[list[Entry], int, int]:
    """The entries on this page or else on the last one, which page that is, and of how many."""
    pages = max(1, -(-len(found) // PAGE))
    page = min(page, pages)
    return list(found[(page - 1) * PAGE : page * PAGE]), page, pages


def words_of(entries: Iterable[Entry], promises: Iterable[Promise] = ()) -> list[str]:
    """The ids of the words that lists of these need."""
    said = (event for promise in promises for event in (promise.made, *(answer for answer, _ in promise.answers)))
    return [*(entry.newest.words for entry in entries), *(event.words for event in said)]


def card(entry: Entry, curriculum: Curriculum, texts: Texts, most: int = EXCERPT) -> Card:
    """An entry in its newest version, with at most so many characters of it."""
    steps, newest = unpacked(texts.get(entry.newest.words)), entry.newest
    beginning = _beginning(steps, most)
    return Card(
        entry=newest.entry,
        session=entry.written.session,
        session_title=_title(entry.written.session, curriculum),
        prompt=entry.written.prompt,
        asked=entry.written.asked,
        guide=newest.guide,
        steps=beginning,
        cut=beginning != steps,
        principles=newest.principles,
        confidence=newest.confidence,
        visibility=entry.visibility,
        versions=len(entry.versions),
        written=entry.versions[0][1],
        changed=entry.versions[-1][1],
    )


def entry_view(entry: Entry, curriculum: Curriculum, texts: Texts) -> EntryView:
    """An entry, whole; ``texts`` hold the words of all its versions."""
    before = (
        OldVersion(steps=unpacked(texts.get(version.words)), confidence=version.confidence, at=at)
        for version, at in reversed(entry.versions[:-1])
    )
    everything = sum(map(len, texts.values()))
    return EntryView(card=card(entry, curriculum, texts, everything), before=tuple(before))


def promise_card(promise: Promise, curriculum: Curriculum, texts: Texts) -> PromiseCard:
    """A promise with what became of it."""
    answers = (
        AnswerCard(outcome=each.outcome, words=texts.get(each.words, ""), again=each.again, at=at)
        for each, at in promise.answers
    )
    return PromiseCard(
        commitment=promise.made.commitment,
        session=promise.made.session,
        session_title=_title(promise.made.session, curriculum),
        asked=promise.made.asked,
        what=texts.get(promise.made.words, ""),
        by=promise.by,
        open=promise.open,
        made=promise.at,
        answers=tuple(answers),
    )


def sessions_in(log: Log, curriculum: Curriculum) -> tuple[Named, ...]:
    """The sessions to which something was written, in the course's order."""
    used = {entry.written.session for entry in log.entries.values()}
    return tuple(Named(id=each.id, name=each.title) for each in curriculum.sessions if each.id in used)


def principles_in(log: Log) -> tuple[str, ...]:
    """The principles that entries are tagged with, in the course's order."""
    used = {name for entry in log.entries.values() for name in entry.newest.principles}
    return tuple(name for name in PRINCIPLES if name in used)


def points(log: Log) -> tuple[tuple[Point, ...], int]:
    """How sure somebody was, entry by entry, the newest last and not more than `POINTS`; and how many there are."""
    rated = [entry for entry in log.entries.values() if entry.newest.confidence is not None]
    newest = sorted(rated, key=lambda entry: entry.versions[-1][1])[-POINTS:]
    made = (
        Point(at=entry.versions[-1][1], confidence=entry.newest.confidence or 0, asked=entry.written.asked)
        for entry in newest
    )
    return tuple(made), len(rated)


def shared_view(log: Log, relations: Collection[Relation], texts: Texts) -> SharedLogView:
    """What somebody who stands so to the author may see of the log."""
    cards = (
        SharedCard(
            entry=entry.newest.entry,
            session=entry.written.session,
            asked=entry.written.asked,
            steps=unpacked(texts.get(entry.newest.words)),
            principles=entry.newest.principles,
            visibility=entry.visibility,
            changed=entry.versions[-1][1],
        )
        for entry in readable(log, relations)
    )
    return SharedLogView(cards=tuple(cards))


def readable(log: Log, relations: Collection[Relation]) -> list[Entry]:
    """The entries that somebody who stands so to the author may read, the newest first."""
    return [entry for entry in reversed(log.entries.values()) if may_read(relations, entry.visibility)]


def _contains(entry: Entry, wanted: Sequence[str], texts: Texts) -> bool:
    # Headings and words are searched as they are read, not as they are packed.
    steps = unpacked(texts.get(entry.newest.words))
    said = "\n".join([entry.written.asked, *(f"{step.heading}\n{step.words}" for step in steps)]).casefold()
    return all(word in said for word in wanted)


def _beginning(steps: tuple[Step, ...], most: int) -> tuple[Step, ...]:
    beginning: list[Step] = []
    for step in steps:
        if most <= 0:
            break
        beginning.append(step if len(step.words) <= most else step.model_copy(update={"words": step.words[:most]}))
        most -= len(step.words)
    return tuple(beginning)


def _title(session: str, curriculum: Curriculum) -> str:
    return next((each.title for each in curriculum.sessions if each.id == session), session)


def session_view(  # noqa: PLR0913, PLR0917 (what one page shows)
    session_id: str, log: Log, curriculum: Curriculum, texts: Texts, who: str, topics: tuple[str, ...]
) -> SessionLogView:
    """A session's part of the log; `CourseError` for a session that there is not."""
    session = session_of(session_id, curriculum)
    mine = [card(entry, curriculum, texts) for entry in of_session(session_id, log)]
    asked = {prompt.id for prompt in session.prompts}
    promises = [promise_card(promise, curriculum, texts) for promise in log.promises.values()]
    return SessionLogView(
        session=session_id,
        title=session.title,
        asked=tuple(
            Asked(prompt=prompt, cards=tuple(each for each in mine if each.prompt == prompt.id))
            for prompt in session.prompts
        ),
        free=tuple(each for each in mine if each.prompt not in asked),
        commitment=session.commitment.ask if session.commitment else "",
        earlier=tuple(each for each in promises if each.open and each.session != session_id),
        own=tuple(each for each in promises if each.session == session_id),
        who=who,
        topics=topics,
    )


def of_session(session: str, log: Log) -> list[Entry]:
    """The entries that were written in this session, the newest first."""
    return [entry for entry in reversed(log.entries.values()) if entry.written.session == session]
