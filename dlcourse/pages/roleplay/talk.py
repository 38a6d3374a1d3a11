"""A conversation in words: who speaks to whom and how. The table and the debrief use it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NotRequired, TypedDict

from dlcourse.domain.roleplay.table import NamedChoice, Seat
from dlcourse.domain.roleplay.talk.conversation import Passage, TalkLine
from dlcourse.pages.face import FaceProps, face
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.roleplay import words
from dlcourse.pages.roleplay.lines import sentence
from dlcourse.pages.words import listed


class FactCard(TypedDict):
    """A fact that somebody brought to the table; ``new`` where only some knew it and nobody had said it before."""

    html: str
    note: str
    new: bool


class LineProps(TypedDict):
    """One turn: ``who`` and ``manner`` above, ``says`` or an author's ``html`` as speech, ``fact`` as a card.

    ``words`` are the person's own. ``moves`` is how many moves came before it. ``quiet`` marks a reaction without a
    fact, or a silence. ``parting`` stands above the line from which two attempts differ.
    """

    key: str
    moves: int
    mine: bool
    quiet: bool
    face: FaceProps
    who: str
    manner: str
    says: str
    html: str
    fact: FactCard | None
    words: str
    feedback: str
    parting: NotRequired[str]


class SceneProps(TypedDict):
    """A scene with what was said and done in it."""

    key: str
    title: str
    html: str
    lines: list[LineProps]


@dataclass(frozen=True)
class Cast:
    """Who and what a conversation is about, as its reader knows them; ``common`` are the facts everybody holds."""

    seats: Sequence[Seat]
    options: Sequence[NamedChoice]
    common: Collection[str]

    def seat(self, role: str) -> str:
        """The role's name, whoever sits there."""
        return next((seat.name for seat in self.seats if seat.id == role), role)

    def name(self, role: str) -> str:
        """The role's name, with "You" for the reader's own seat."""
        return words.YOU_NAMED.format(name=self.seat(role)) if self.mine(role) else self.seat(role)

    def call(self, role: str) -> str:
        """How the role is addressed: the part of its name before a comma; "you" for the reader's own seat."""
        return "you" if self.mine(role) else short(self.seat(role))

    def option(self, option: str) -> str:
        """The option's name."""
        return next((known.name for known in self.options if known.id == option), option)

    def face(self, role: str) -> FaceProps:
        """The role's face, which is the same wherever the case shows it."""
        places = {seat.id: place for place, seat in enumerate(self.seats)}
        return face(self.seat(role), places.get(role, 0))

    def mine(self, role: str) -> bool:
        """Whether the reader sits there."""
        return any(seat.you and seat.id == role for seat in self.seats)


def passages(scenes: Iterable[Passage], cast: Cast) -> list[SceneProps]:
    """The scenes with what was said and done in each."""
    return [
        {
            "key": f"{place}-{scene.scene}",
            "title": inline(scene.title),
            "html": html(scene.text),
            "lines": [line(said, cast) for said in scene.lines],
        }
        for place, scene in enumerate(scenes)
    ]


def line(said: TalkLine, cast: Cast) -> LineProps:
    """One turn as its reader sees it."""
    return {
        "key": str(said.moves),
        "moves": said.moves,
        "mine": cast.mine(said.role),
        "quiet": said.kind == "answered" and not said.fact,
        "face": cast.face(said.role),
        "who": cast.name(said.role),
        "manner": _manner(said, cast),
        "says": _says(said, cast),
        "html": html(said.text if said.kind == "chose" else said.phrasing.own),
        "fact": _fact(said, cast),
        "words": said.words,
        "feedback": html(said.feedback) if said.feedback else "",
    }


def short(name: str) -> str:
    """The part of a role's name before the comma: who, without what they do."""
    return name.split(",", maxsplit=1)[0]


def capital(name: str) -> str:
    """The name with a capital at the start."""
    return name[:1].upper() + name[1:]


def _manner(said: TalkLine, cast: Cast) -> str:
    match said.kind:
        case "asked":
            return words.TO_ONE.format(name=cast.call(said.to)) if said.to else words.TO_EVERYONE
        case "idea":
            return words.LEANS
        case "decided":
            return "decides"
        case "chose":
            return _chosen_by(said.role, cast)
        case "answered":
            return _manner_of_answer(said)
        case "shared":
            return ""


def _manner_of_answer(said: TalkLine) -> str:
    """How a colleague answers, where the sentence alone does not tell, or where there is none."""
    if said.fact:
        return words.LAST if said.last and said.phrasing.situation == "tells" else ""
    if not (said.phrasing.own or sentence(said.phrasing)):
        return words.SAYS_NOTHING
    manners = words.MANNERS.get(said.phrasing.situation, ("",))
    return manners[said.phrasing.earlier % len(manners)]


def _chosen_by(role: str, cast: Cast) -> str:
    """Who chose, if somebody else chose for the role."""
    people = [seat for seat in cast.seats if seat.person]
    if any(seat.id == role for seat in people):
        return ""
    return words.BY_YOUR_CHOICE if all(seat.you for seat in people) else words.BY_A_CHOICE


def _says(said: TalkLine, cast: Cast) -> str:
    if said.kind == "decided":
        return _decision(said, cast)
    names = {"to": cast.call(said.to), "by": cast.call(said.by), "option": cast.option(said.option)}
    return capital(sentence(said.phrasing).format(**names))


def _decision(said: TalkLine, cast: Cast) -> str:
    credited = listed([cast.call(role) for role in said.credits])
    sentence = words.DECIDES_ON_CREDIT if credited else words.DECIDES_THIS
    return sentence.format(option=cast.option(said.option), people=credited)


def _fact(said: TalkLine, cast: Cast) -> FactCard | None:
    if not said.fact:
        return None
    note = words.FACT_SHARED if said.fact in cast.common else words.FACT_NEW if said.new else words.FACT_SAID
    return {"html": html(said.text), "note": note, "new": said.new and said.fact not in cast.common}
