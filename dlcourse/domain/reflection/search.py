"""Finding entries in a log: by words, session and principle, page by page; and how sure somebody was over time."""

from collections.abc import Mapping, Sequence

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.reflection.entries import Entry, Log
from dlcourse.domain.reflection.log import FilterChoice, Point, WholeLog
from dlcourse.domain.reflection.packing import unpacked
from dlcourse.domain.sessions import Curriculum

PAGE = 20
"""Entries on a page."""
RECENT = 5
"""Entries to one question that a session shows; all of them are in the whole log."""
POINTS = 50
"""The newest entries with a confidence, as the chart shows them."""

Texts = Mapping[str, str]
"""Words by the ids with which the log points to them; without erased words."""


def candidates(log: Log, query: WholeLog) -> list[Entry]:
    """The entries of the session and with the principle that are asked for, the newest first."""
    return [
        entry
        for entry in log.newest_first
        if query.session in {"", entry.written.session}
        and (not query.principle or query.principle in entry.newest.principles)
    ]


def containing(entries: Sequence[Entry], find: str, texts: Texts) -> list[Entry]:
    """The entries that contain each of the words, in any order and ignoring case."""
    wanted = find.casefold().split()
    return [entry for entry in entries if _contains(entry, wanted, texts)]


def shown(found: Sequence[Entry], page: int) -> tuple[list[Entry], int, int]:
    """The entries on this page (or on the last one), the number of that page, and the number of pages."""
    pages = max(1, -(-len(found) // PAGE))
    page = min(page, pages)
    return list(found[(page - 1) * PAGE : page * PAGE]), page, pages


def sessions_in(log: Log, curriculum: Curriculum) -> tuple[FilterChoice, ...]:
    """The sessions to which something was written, in the order of the course."""
    used = {entry.written.session for entry in log.entries.values()}
    return tuple(FilterChoice(id=each.id, name=each.title) for each in curriculum.sessions if each.id in used)


def principles_in(log: Log) -> tuple[str, ...]:
    """The principles that entries are tagged with, in the order of the course."""
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


def of_session(session: str, log: Log) -> dict[str, list[Entry]]:
    """The entries that were written in this session by the prompt that they answer, the newest first."""
    found: dict[str, list[Entry]] = {}
    for entry in log.newest_first:
        if entry.written.session == session:
            found.setdefault(entry.written.prompt, []).append(entry)
    return found


def _contains(entry: Entry, wanted: Sequence[str], texts: Texts) -> bool:
    # Headings and words are searched as they are read, not as they are packed.
    steps = unpacked(texts.get(entry.newest.words))
    said = "\n".join([entry.written.asked, *(part for step in steps for part in (step.heading, step.words))]).casefold()
    return all(word in said for word in wanted)
