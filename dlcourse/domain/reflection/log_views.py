"""The log's views, made from the log, the words it points to, and the course's sessions."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from dlcourse.domain.reflection.commitments import Promise, is_due
from dlcourse.domain.reflection.entries import Entry, EntryStep, Log, Version, session_of
from dlcourse.domain.reflection.log import (
    AnswerCard,
    Asked,
    EntryCard,
    EntryVersion,
    EntryView,
    PromiseCard,
    SessionLogView,
    SharedCard,
    SharedLogView,
)
from dlcourse.domain.reflection.packing import unpacked
from dlcourse.domain.reflection.search import RECENT, Texts, of_session
from dlcourse.domain.sessions import Curriculum
from dlcourse.domain.sharing import Relation, Visibility, may_read

EXCERPT = 700
"""Characters of an entry in a list."""


def words_of(entries: Iterable[Entry], promises: Iterable[Promise] = ()) -> list[str]:
    """The ids of the words that lists of these need."""
    return [*(entry.newest.words for entry in entries), *(words for promise in promises for words in promise.texts)]


def card(entry: Entry, curriculum: Curriculum, texts: Texts, most: int = EXCERPT) -> EntryCard:
    """An entry in its newest version, with at most so many characters of it."""
    newest = _version(*entry.versions[-1], texts)
    beginning = _beginning(newest.steps, most)
    return EntryCard(
        entry=entry.newest.entry,
        session=entry.written.session,
        session_title=_title(entry.written.session, curriculum),
        prompt=entry.written.prompt,
        asked=entry.written.asked,
        newest=newest.model_copy(update={"steps": beginning, "visibility": entry.visibility}),
        cut=beginning != newest.steps,
        versions=len(entry.versions),
        written=entry.versions[0][1],
    )


def entry_view(entry: Entry, curriculum: Curriculum, texts: Texts) -> EntryView:
    """An entry, whole; ``texts`` hold the words of all its versions."""
    before = tuple(_version(version, at, texts) for version, at in reversed(entry.versions[:-1]))
    everything = sum(map(len, texts.values()))
    return EntryView(card=card(entry, curriculum, texts, everything), before=before)


def _version(version: Version, at: str, texts: Texts) -> EntryVersion:
    return EntryVersion(steps=unpacked(texts.get(version.words)), at=at, **version.notes)


def promise_card(promise: Promise, curriculum: Curriculum, texts: Texts, today: date) -> PromiseCard:
    """A promise with what became of it, as it is seen on this day."""
    answers = (
        AnswerCard(outcome=each.outcome, words=texts.get(each.words, ""), again=each.again, at=at)
        for each, at in promise.answers
    )
    return PromiseCard(
        commitment=promise.made.commitment,
        session=promise.made.session,
        session_title=_title(promise.made.session, curriculum),
        asked=promise.made.asked,
        words=promise.words,
        what=texts.get(promise.words, ""),
        by=promise.by,
        open=promise.open,
        due=is_due(promise, today),
        made=promise.at,
        changed=promise.changed,
        answers=tuple(answers),
    )


def shared_view(log: Log, relations: Collection[Relation], texts: Texts) -> SharedLogView:
    """The part of the log that somebody in these relations to the author may see."""
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


def shared_in(log: Log, cohort: str) -> Log:
    """The log with only those entries about which the author said in this cohort who may read them."""
    return replace(log, entries={name: entry for name, entry in log.entries.items() if entry.cohort == cohort})


def readable(log: Log, relations: Collection[Relation]) -> list[Entry]:
    """The entries that somebody in these relations to the author may read, the newest first."""
    return [entry for entry in log.newest_first if may_read(relations, entry.visibility)]


def _beginning(steps: tuple[EntryStep, ...], most: int) -> tuple[EntryStep, ...]:
    beginning: list[EntryStep] = []
    for step in steps:
        if most <= 0:
            break
        beginning.append(step if len(step.words) <= most else step.model_copy(update={"words": step.words[:most]}))
        most -= len(step.words)
    return tuple(beginning)


def _title(session: str, curriculum: Curriculum) -> str:
    return next((each.title for each in curriculum.sessions if each.id == session), session)


def session_view(  # noqa: PLR0913, PLR0917 (what a view is made of)
    session_id: str,
    log: Log,
    curriculum: Curriculum,
    texts: Texts,
    today: date,
    audiences: tuple[Visibility, ...],
    topic: str,
) -> SessionLogView:
    """A session's part of the log, as it is seen on this day. Raises a `CourseError` if there is no such session."""
    session = session_of(session_id, curriculum)
    mine = of_session(session_id, log)
    asked = {prompt.id for prompt in session.prompts}
    promises = [promise_card(promise, curriculum, texts, today) for promise in log.promises.values()]

    def recent(prompt: str) -> tuple[EntryCard, ...]:
        return tuple(card(entry, curriculum, texts) for entry in mine.get(prompt, [])[:RECENT])

    return SessionLogView(
        session=session_id,
        title=session.title,
        asked=tuple(
            Asked(prompt=prompt, cards=recent(prompt.id), all=len(mine.get(prompt.id, ())))
            for prompt in session.prompts
        ),
        free=tuple(each for prompt in mine if prompt not in asked for each in recent(prompt)),
        commitment=session.commitment.ask if session.commitment else "",
        due=soonest_first(promises),
        own=tuple(each for each in promises if each.session == session_id and not each.due),
        audiences=audiences,
        topic=topic,
    )


def soonest_first(promises: Iterable[PromiseCard]) -> tuple[PromiseCard, ...]:
    """The promises to ask about now: first those with a day, the earliest first, then those without one."""
    due = [each for each in promises if each.due]
    return tuple(sorted(due, key=lambda each: each.by or date.max))
