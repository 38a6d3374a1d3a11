"""Merges a file of work into the work that is here, so that nothing of either is lost.

Nothing that is here is deleted or put behind something older. A stream with the person's own name can exist only once,
so the events of both sides are merged by time. Any other stream that continued differently on both sides (a play) stays
as it is here, and the file's version becomes another one.
"""

import hashlib
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dlcourse.domain.mywork.work import EventLine, StoredText, Stream, Unsent, Work, renamed, strings
from dlcourse.domain.mywork.work_file import FILE
from dlcourse.errors import CourseError

Fate = Literal["new", "longer", "joined", "beside", "newer", "same", "left"]
Key = tuple[str, int]
"""A command, and the place of an event among its events."""


@dataclass(frozen=True)
class Here:
    """What is here already.

    Among the names in the file, ``taken`` are streams that others take part in, and ``people`` are other people.
    ``texts`` are the ids of other people's texts. ``damaged`` are the ids of the person's own texts that are damaged.
    """

    work: Work
    taken: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    damaged: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Change:
    """After step ``after``, the stream continues with these lines, which include whatever was there."""

    stream: str
    after: int
    lines: tuple[EventLine, ...]


@dataclass(frozen=True)
class Merged:
    """What to write, and what happens to each of the file's streams and drafts."""

    kept: tuple[Stream, ...]
    changes: tuple[Change, ...]
    texts: tuple[StoredText, ...]
    drafts: tuple[Unsent, ...]
    fates: Mapping[Fate, int]
    steps: int
    drafts_left: int


def as_person(file: Work, person: str) -> Work:
    """The file's work with this person in place of the person named in the file."""
    names = {file.person: person}
    streams = tuple(
        stream.model_copy(update={"name": renamed(stream.name, names), "lines": _as(stream.lines, person, names)})
        for stream in file.streams
    )
    drafts = tuple(draft.model_copy(update={"key": renamed(draft.key, names)}) for draft in file.drafts)
    return file.model_copy(update={"person": person, "streams": streams, "drafts": drafts})


def merge(file: Work, here: Here) -> Merged:
    """Merge the file into what is here; both belong to the same person. `CourseError` if the file is not theirs."""
    before = {stream.name: stream for stream in here.work.streams}
    told = _by_beginning(here.work.streams)
    fates: Counter[Fate] = Counter()
    changes: list[Change] = []
    for stream in file.streams:
        fate, change = _settle(stream, before, told, here)
        fates[fate] += 1
        changes += [change] if change else []
    texts = _texts(file.texts, changes, here)
    _refuse_clashes(changes, here.work.streams)
    _refuse_strangers(changes, texts, here)
    fresh, drafts_left = _drafts(file.drafts, here.work.drafts)
    kept = {stream.name for stream in here.work.kept}
    return Merged(
        kept=tuple(stream for stream in file.kept if stream.name not in kept),
        changes=tuple(changes),
        texts=texts,
        drafts=fresh,
        fates=fates,
        steps=sum(_added(change, before.get(change.stream)) for change in changes),
        drafts_left=drafts_left,
    )


def _settle(
    stream: Stream, before: Mapping[str, Stream], told: Mapping[Any, Sequence[Stream]], here: Here
) -> tuple[Fate, Change | None]:
    """What happens to one stream of the file."""
    ours = before.get(stream.name)
    if stream.shared or stream.name in here.taken or (ours and ours.shared):
        return ("same" if ours and _keys(stream) <= _keys(ours) else "left"), None
    if ours is None:
        known = _is_told(stream, told)
        return ("same", None) if known else ("new", Change(stream.name, 0, stream.lines))
    if here.work.person in stream.name.split("/"):
        return _join(ours, stream)
    common = _common(ours.lines, stream.lines)
    if common == len(stream.lines):
        return ("same" if common == len(ours.lines) else "newer"), None
    if common == len(ours.lines):
        return "longer", Change(stream.name, common, stream.lines[common:])
    fate, change = _settle(_further(stream, common), before, told, here)
    return ("beside" if fate == "new" else fate), change


def _join(ours: Stream, theirs: Stream) -> tuple[Fate, Change | None]:
    """Both sides merged by time, each in its own order.

    What is here stays in place unless something comes before it.
    """
    keys = _keys(ours)
    if _keys(theirs) <= keys:
        return ("same" if keys == _keys(theirs) else "newer"), None
    merged = _by_time(ours.lines, theirs.lines)
    lines = [line.model_copy(update={"version": at}) for at, line in enumerate(merged, 1)]
    after = _common(ours.lines, lines)
    appended = after == len(ours.lines)
    return ("longer" if appended and keys <= _keys(theirs) else "joined"), Change(
        ours.name, after, tuple(lines[after:])
    )


def _by_time(ours: Sequence[EventLine], theirs: Sequence[EventLine]) -> list[EventLine]:
    """The merged order: ours first at equal moments; the parts of a command stay together, because they share a moment.

    What came later on its own side stays later here, even if a clock was wrong.
    """
    here, passed = {_key(line) for line in ours}, set[Key]()
    waiting, lines = deque(theirs), list[EventLine]()
    for line in ours:
        while waiting and line.part == 0 and _key(waiting[0]) not in here and waiting[0].at < line.at:
            lines.append(waiting.popleft())
        lines.append(line)
        passed.add(_key(line))
        while waiting and _key(waiting[0]) in passed:
            waiting.popleft()
    return lines + [line for line in waiting if _key(line) not in here]


def _further(stream: Stream, common: int) -> Stream:
    """The stream under a new name with new commands, which are the same however often the file is restored."""
    kind, own = stream.name.rsplit("/", 1)
    name = _derived(stream.name, stream.lines[common].command)
    lines = tuple(
        line.model_copy(update={"command": _derived(name, line.command), "body": renamed(line.body, {own: name})})
        for line in stream.lines
    )
    return stream.model_copy(update={"name": f"{kind}/{name}", "lines": lines})


def _is_told(stream: Stream, told: Mapping[Any, Sequence[Stream]]) -> bool:
    """Whether some stream starts the same way under other names: then the file was restored before."""
    story = [_told(stream, line) for line in stream.lines]
    others = told.get(story[0], ())
    return any(story == [_told(other, line) for line in other.lines[: len(story)]] for other in others)


def _told(stream: Stream, line: EventLine) -> Any:
    own = stream.name.rsplit("/", 1)[-1]
    return line.kind, line.at, str(renamed(line.body, {own: "·"}))


def _by_beginning(streams: Iterable[Stream]) -> dict[Any, list[Stream]]:
    found: dict[Any, list[Stream]] = {}
    for stream in streams:
        found.setdefault(_told(stream, stream.lines[0]), []).append(stream)
    return found


def _keys(stream: Stream) -> set[Key]:
    return {_key(line) for line in stream.lines}


def _key(line: EventLine) -> Key:
    return line.command, line.part


def _common(ours: Sequence[EventLine], theirs: Sequence[EventLine]) -> int:
    """The number of steps at the start that both share."""
    for step, (one, other) in enumerate(zip(ours, theirs, strict=False)):
        if (one.command, one.part, one.kind, one.body) != (other.command, other.part, other.kind, other.body):
            return step
    return min(len(ours), len(theirs))


def _derived(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _added(change: Change, ours: Stream | None) -> int:
    return change.after + len(change.lines) - (len(ours.lines) if ours else 0)


def _as(lines: Iterable[EventLine], person: str, names: Mapping[str, str]) -> tuple[EventLine, ...]:
    return tuple(line.model_copy(update={"actor": person, "body": renamed(line.body, names)}) for line in lines)


def _texts(theirs: Iterable[StoredText], changes: Iterable[Change], here: Here) -> tuple[StoredText, ...]:
    """The texts of the restored streams, and those that are damaged here.

    Other steps that were here before have their words, or the words were erased here.
    """
    known = {text.id for text in here.work.texts}
    keys = {key for stream in here.work.streams for key in _keys(stream)}
    lines = (line for change in changes for line in change.lines if (line.command, line.part) not in keys)
    said = {found for line in lines for found in (line.command, *strings(line.body))}
    said |= here.damaged
    return tuple(text for text in theirs if text.id not in known and {text.id, text.id.rsplit("/", 1)[0]} & said)


def _drafts(theirs: Iterable[Unsent], ours: Iterable[Unsent]) -> tuple[tuple[Unsent, ...], int]:
    """The drafts that can be stored here, and the number of those whose place is taken by a different draft."""
    here = {draft.key: draft.words for draft in ours}
    fresh = tuple(draft for draft in theirs if draft.key not in here)
    return fresh, sum(here.get(draft.key, draft.words) != draft.words for draft in theirs)


def _refuse_strangers(changes: Iterable[Change], texts: Iterable[StoredText], here: Here) -> None:
    """Refuse streams with another person's name, and events that point to another person's words."""
    closed = here.texts | {text.rsplit("/", 1)[0] for text in here.texts}
    for change in changes:
        named = {part for part in change.stream.split("/") if part in here.people}
        if named or any(found in closed for line in change.lines for found in strings(line.body)):
            raise _foreign()
    if any(text.id in here.texts for text in texts):
        raise _foreign()


def _refuse_clashes(changes: Iterable[Change], ours: Iterable[Stream]) -> None:
    """Refuse commands that were already carried out here in another stream."""
    places = {line.command: stream.name for stream in ours for line in stream.lines}
    if any(places.get(line.command, change.stream) != change.stream for change in changes for line in change.lines):
        raise _foreign()


def _foreign() -> CourseError:
    remedy = "Bring back a file of your own. Nothing was changed."
    return CourseError(FILE, "it holds what belongs to somebody else", remedy)
