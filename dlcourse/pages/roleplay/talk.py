"""How a conversation is told: who speaks to whom, in which manner, in words; used at the table and in the debrief."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dlcourse.domain.roleplay.table import NamedChoice, Passage, Seat, TalkLine
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.program import Props
from dlcourse.pages.words import listed

ASKED = {
    "open": (
        "What has each of you seen that the rest of us could not have seen?",
        "Who knows something that has not been said yet?",
        "What would you want to know before deciding this?",
    ),
    "expertise": (
        "{to}, what do you see from where you stand?",
        "{to}, you know this better than I do. What are we missing?",
        "{to}, what would you tell somebody who starts in your job tomorrow?",
    ),
    "dissent": (
        "What speaks against the way we are leaning?",
        "Suppose this goes wrong. Why did it?",
        "Who sees it differently? I would like to hear it now.",
    ),
    "closed": ("Can we agree on this: {option}?",),
    "rank": ("Let us hear everyone in order, the most senior first.",),
}
"""What is said for each kind of question; which of them, follows from the minute."""

NEW = ("There is something I have not said yet.", "This may matter.", "I can tell you what I see.")
KNOWN = ("It comes back to this.", "We all know this, but still.", "As far as I can see:")
NOTHING = "I have nothing beyond what is on the table."
LAST = "That is all I came with."


@dataclass(frozen=True)
class Cast:
    """Who and what a conversation is about, as its reader knows them; ``common`` are the facts everybody holds."""

    seats: Sequence[Seat]
    options: Sequence[NamedChoice]
    common: Collection[str]

    def name(self, role: str) -> str:
        """The role's name, with "You" for the reader's own seat."""
        return next((f"You, {seat.name}" if seat.you else seat.name for seat in self.seats if seat.id == role), role)

    def call(self, role: str) -> str:
        """What one calls the role: the part of its name before a comma; "you" for the reader's own seat."""
        return "you" if self.mine(role) else short(next((seat.name for seat in self.seats if seat.id == role), role))

    def option(self, option: str) -> str:
        """The option's name."""
        return next((known.name for known in self.options if known.id == option), option)

    def mine(self, role: str) -> bool:
        """Whether the reader sits there."""
        return any(seat.you and seat.id == role for seat in self.seats)


def passages(scenes: Iterable[Passage], cast: Cast) -> list[Props]:
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


def line(said: TalkLine, cast: Cast) -> Props:
    """One turn: ``who`` and ``manner`` above, ``says`` as speech, ``fact`` as a card, ``words`` as the person's own."""
    return {
        "key": str(said.moves),
        "moves": said.moves,
        "mine": cast.mine(said.role),
        "initials": initials(cast.name(said.role).removeprefix("You, ")),
        "who": cast.name(said.role),
        "manner": _manner(said, cast),
        "says": _says(said, cast),
        "html": html(said.text) if said.kind == "chose" else "",
        "fact": _fact(said, cast),
        "words": said.words,
        "feedback": html(said.feedback) if said.feedback else "",
    }


def short(name: str) -> str:
    """The part of a role's name before the comma: who, without what they do."""
    return name.split(",", maxsplit=1)[0]


def capital(words: str) -> str:
    """The words with a capital at the start."""
    return words[:1].upper() + words[1:]


def initials(name: str) -> str:
    """One or two letters for a face: of the first and the last word of who it is."""
    words = [word for word in short(name).split() if word[0].isalpha()]
    return "".join(word[0] for word in dict.fromkeys((words[0], words[-1]))).upper() if words else "?"


def _manner(said: TalkLine, cast: Cast) -> str:
    match said.kind:
        case "asked":
            return f"to {cast.call(said.to)}" if said.to else "to everyone"
        case "idea":
            return "leans to an option"
        case "decided":
            return "decides"
        case "chose":
            return _chosen_by(said.role, cast)
        case _:
            return ""


def _chosen_by(role: str, cast: Cast) -> str:
    """Whose choice it was, where somebody else made it for the role."""
    people = [seat for seat in cast.seats if seat.person]
    if any(seat.id == role for seat in people):
        return ""
    return "by your choice" if all(seat.you for seat in people) else "by a choice at this table"


def _says(said: TalkLine, cast: Cast) -> str:
    match said.kind:
        case "asked":
            ways = ASKED[said.how]
            return ways[said.minute % len(ways)].format(to=cast.call(said.to), option=cast.option(said.option))
        case "idea":
            return f"I lean to this: {cast.option(said.option)}."
        case "decided":
            return _decision(said, cast)
        case "answered":
            return _answer(said, cast)
        case _:
            return ""


def _decision(said: TalkLine, cast: Cast) -> str:
    chosen = f"We do this: {cast.option(said.option)}."
    credited = listed([cast.call(role) for role in said.credits])
    return f"{chosen} It rests on what {credited} told us." if credited else chosen


def _answer(said: TalkLine, cast: Cast) -> str:
    if not said.fact:
        return NOTHING
    lead_in = (KNOWN if said.fact in cast.common else NEW)[said.moves % 3]
    return f"{lead_in} {LAST}" if said.last else lead_in


def _fact(said: TalkLine, cast: Cast) -> Props | None:
    if not said.fact:
        return None
    note = "Everybody knew this" if said.fact in cast.common else "New to the table" if said.new else "Said before"
    return {"html": html(said.text), "note": note, "new": said.new and said.fact not in cast.common}
