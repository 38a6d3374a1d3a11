"""Made-up work: streams, texts and drafts for the tests of files and merging."""

from collections.abc import Sequence

from dlcourse.domain.mywork.work import EventLine, StoredText, Stream, Unsent, Work

PLAY, OWN = "play/first", "start/ann"


def line(command: str, second: int, version: int = 1, actor: str = "ann", part: int = 0) -> EventLine:
    """A rating at this second, by this command."""
    body = {"check": "readiness", "round": 1, "statement": command, "level": 3}
    at = f"2026-03-01T10:{second // 60:02}:{second % 60:02}.000+00:00"
    return EventLine(version=version, actor=actor, command=command, part=part, kind="Rated", body=body, at=at)


def stream(name: str, said: Sequence[tuple[str, int]], actor: str = "ann") -> Stream:
    """A stream made of commands and their seconds."""
    lines = [line(command, second, version, actor) for version, (command, second) in enumerate(said, 1)]
    return Stream(name=name, lines=tuple(lines))


def work(
    *streams: Stream, person: str = "ann", texts: Sequence[StoredText] = (), drafts: Sequence[Unsent] = ()
) -> Work:
    """The work with these streams."""
    return Work(person=person, streams=streams, texts=tuple(texts), drafts=tuple(drafts))


SMALL = work(
    stream(PLAY, [("begin-it", 1), ("go-on", 2)]),
    stream(OWN, [("who-i-am", 3)]),
    texts=[StoredText(id="who-i-am/name", words='Ámina „A“ 🌱 \\ " {}')],
    drafts=[Unsent(key="log/ann", words="Not yet\nsaid.", at="2026-03-01T10:00:09.000+00:00")],
)
