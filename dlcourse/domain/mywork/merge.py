"""How a file of work and the work that is here become one, so that nothing of either is lost.

Nothing that is here is taken away or comes to stand behind something older. A stream that bears the person's own name
can exist only once: its events of both sides are put together by time. Any other that went on differently on both
sides (a play) is kept here as it is, and the file's becomes a further one beside it.
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
"""A command, and which part of what it made happen."""


@dataclass(frozen=True)
class Here:
    """What is here already.

    Of the names in the file, ``taken`` are those of streams in which others have a part, and ``people`` those of
    other persons; ``texts`` are the ids of others' texts.
    """

    work: Work
    taken: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Change:
    """From step ``after`` on, the stream goes on with these lines; whatever stood there is among them."""

    stream: str
    after: int
    lines: tuple[EventLine, ...]


@dataclass(frozen=True)
class Merged:
    """What is to be written, and what became of the file's streams and drafts."""

    kept: tuple[Stream, ...]
    changes: tuple[Change, ...]
    texts: tuple[StoredText, ...]
    drafts: tuple[Unsent, ...]
    fates: Mapping[Fate, int]
    steps: int
    drafts_left: int


def as_person(file: Work, person: str) -> Work:
    """The file's work as this person's, wherever the file names the person that they were elsewhere."""
    names = {file.person: person}
    streams = tuple(
        stream.model_copy(update={"name": renamed(stream.name, names), "lines": _as(stream.lines, person, names)})
        for stream in file.streams
    )
    drafts = tuple(draft.model_copy(update={"key": renamed(draft.key, names)}) for draft in file.drafts)
    return file.model_copy(update={"person": person, "streams": streams, "drafts": drafts})


def merge(file: Work, here: Here) -> Merged:
    """How the file comes into what is here; both are the same person's. `CourseError` where it is not theirs."""
    before = {stream.name: stream for stream in here.work.streams}
    told = _by_beginning(here.work.streams)
    fates: Counter[Fate] = Counter()
    changes: list[Change] = []
    for stream in file.streams:
        fate, change = _settle(stream, before, told, here)
        fates[fate] += 1
        changes += [change] if change else []
    texts = _texts(file.texts, changes, here.work)
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
    """What becomes of one stream of the file."""
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
    """Both by time, each in its own order; what is here already stays where it is as far as nothing comes before it."""
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
    """Ours first at the same moment; the parts of a command stay together, for they have one moment.

    What came after something in its own place comes after it here, too, however wrong a clock went.
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
    """The stream under a name and commands of its own: always the same ones, however often the file is brought."""
    kind, own = stream.name.rsplit("/", 1)
    name = _derived(stream.name, stream.lines[common].command)
    lines = tuple(
        line.model_copy(update={"command": _derived(name, line.command), "body": renamed(line.body, {own: name})})
        for line in stream.lines
    )
    return stream.model_copy(update={"name": f"{kind}/{name}", "lines": lines})


def _is_told(stream: Stream, told: Mapping[Any, Sequence[Stream]]) -> bool:
    """Whether some stream begins just so, whatever it and its commands are called: it was brought once before."""
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
    """How many steps both begin with."""
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


def _texts(theirs: Iterable[StoredText], changes: Iterable[Change], ours: Work) -> tuple[StoredText, ...]:
    """The texts of what is brought. What was said here before has its words, or they were taken away here for good."""
    known = {text.id for text in ours.texts}
    keys = {key for stream in ours.streams for key in _keys(stream)}
    lines = (line for change in changes for line in change.lines if (line.command, line.part) not in keys)
    said = {found for line in lines for found in (line.command, *strings(line.body))}
    return tuple(text for text in theirs if text.id not in known and {text.id, text.id.rsplit("/", 1)[0]} & said)


def _drafts(theirs: Iterable[Unsent], ours: Iterable[Unsent]) -> tuple[tuple[Unsent, ...], int]:
    """The drafts that have a place here, and how many differ from what stands in theirs already."""
    here = {draft.key: draft.words for draft in ours}
    fresh = tuple(draft for draft in theirs if draft.key not in here)
    return fresh, sum(here.get(draft.key, draft.words) != draft.words for draft in theirs)


def _refuse_strangers(changes: Iterable[Change], texts: Iterable[StoredText], here: Here) -> None:
    """Nothing comes into what bears another person's name, and nothing points to another person's words."""
    closed = here.texts | {text.rsplit("/", 1)[0] for text in here.texts}
    for change in changes:
        named = {part for part in change.stream.split("/") if part in here.people}
        if named or any(found in closed for line in change.lines for found in strings(line.body)):
            raise _foreign()
    if any(text.id in here.texts for text in texts):
        raise _foreign()


def _refuse_clashes(changes: Iterable[Change], ours: Iterable[Stream]) -> None:
    """A command that was carried out here happened where it happened."""
    places = {line.command: stream.name for stream in ours for line in stream.lines}
    for change in changes:
        if any(places.get(line.command, change.stream) != change.stream for line in change.lines):
            raise _foreign()


def _foreign() -> CourseError:
    return CourseError(
        FILE, "it holds what belongs to somebody else", "Bring back a file of your own. Nothing was changed."
    )
