"""What somebody at a live table sees: what they know, what was said, and who is there."""

from typing import TypedDict

from dlcourse.domain.live.seat_views import LiveFact, LiveGroupView, LiveMate, LiveSeatView, TurnNote
from dlcourse.pages.face import FaceProps
from dlcourse.pages.live.seat import words
from dlcourse.pages.live.seat.cast import cast_of, people
from dlcourse.pages.markdown import html
from dlcourse.pages.roleplay.talk import Cast, LineProps, SceneProps, passages
from dlcourse.pages.words import counted


class PacketFact(TypedDict):
    """A fact that I know, with who said it. ``mark`` is the button that says that it is new to me, or empty."""

    id: str
    html: str
    note: str
    mark: str


class PacketPart(TypedDict):
    """Facts that came to me in the same way."""

    title: str
    facts: list[PacketFact]


class TurnProps(TypedDict):
    """What there is about something that was said: who supports it, and the button to support it, or empty."""

    turn: int
    note: str
    support: str


class MateProps(TypedDict):
    """Somebody at the table: the role, the person, and what there is to know about them now."""

    name: str
    face: FaceProps
    you: bool
    note: str


def packet(view: LiveSeatView, group: LiveGroupView) -> list[PacketPart]:
    """What I know, by how it came to me; what was heard comes first while people talk."""
    titles = dict.fromkeys(words.SOURCES[fact.since] or words.KNOWN for fact in group.facts)
    who = cast_of(group)
    return [
        {
            "title": title,
            "facts": [
                _fact(view, group, fact, who)
                for fact in group.facts
                if (words.SOURCES[fact.since] or words.KNOWN) == title
            ],
        }
        for title in titles
    ]


def _fact(view: LiveSeatView, group: LiveGroupView, fact: LiveFact, who: Cast) -> PacketFact:
    told = words.TOLD_BY.format(name=_capital(who.call(fact.by))) if fact.by else ""
    new = words.NEW_TO.format(people=people(fact.new_to, who)) if fact.new_to else ""
    markable = (
        bool(view.role)
        and fact.since in {"heard", "revealed"}
        and bool(fact.by)
        and view.role not in fact.new_to
        and group.phase in {"talk", "decision"}
    )
    return {
        "id": fact.id,
        "html": html(fact.text),
        "note": " ".join(filter(None, [told, new])),
        "mark": words.NEW_TO_ME if markable else "",
    }


def said(group: LiveGroupView) -> list[SceneProps]:
    """The scenes with what was said; a line's key is the number of its turn."""
    scenes = passages(group.passages, cast_of(group))
    number = 0
    for scene in scenes:
        lines: list[LineProps] = []
        for line in scene["lines"]:
            lines.append({**line, "key": str(number)})
            number += 1
        scene["lines"] = lines
    return scenes


def turns(view: LiveSeatView, group: LiveGroupView) -> list[TurnProps]:
    """For each turn who supports it, and whether I can."""
    who = cast_of(group)
    lines = [line for passage in group.passages for line in passage.lines]
    talking = bool(view.role) and group.phase in {"talk", "decision"}
    return [
        {
            "turn": number,
            "note": words.SUPPORTED.format(people=people(note.supported_by, who)) if note.supported_by else "",
            "support": words.SUPPORT if talking and _supportable(view, line.kind, line.role, note) else "",
        }
        for number, (line, note) in enumerate(zip(lines, group.notes, strict=False))
    ]


def _supportable(view: LiveSeatView, kind: str, role: str, note: TurnNote) -> bool:
    return kind in {"shared", "idea", "answered"} and role != view.role and view.role not in note.supported_by


def mates(group: LiveGroupView) -> list[MateProps]:
    """Everybody at the table."""
    who = cast_of(group)
    return [
        {"name": _named(mate), "face": who.face(mate.role), "you": mate.you, "note": _about(mate)}
        for mate in group.mates
    ]


def _named(mate: LiveMate) -> str:
    return f"{mate.name} ({mate.person})" if mate.person else mate.name


def _about(mate: LiveMate) -> str:
    spoken = counted(mate.turns, *words.TURNS) if mate.turns else words.QUIET
    parts = [words.DECIDES if mate.decides else "", words.HOLDERS[mate.holder], spoken]
    return ", ".join(filter(None, parts))


def knowledge_map(group: LiveGroupView) -> list[str]:
    """How many facts each role holds that not everybody does; empty for a group without that map."""
    who = cast_of(group)
    return [f"{who.seat(each.role)}: {counted(each.facts, *words.FACTS)}" for each in group.knowledge_map]


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
