"""What somebody sees of their table: what they know, who is there, and what was said."""

from collections.abc import Iterable, Mapping
from typing import TypedDict

from dlcourse.domain.live.messages import LiveMarkNew, LiveShare, LiveSupport
from dlcourse.domain.live.seat_views import KnowsCount, LiveFact, LiveGroupView, LiveMate, LiveSeatView, TurnNote
from dlcourse.domain.roleplay.talk.conversation import TalkLine
from dlcourse.pages.live import words
from dlcourse.pages.live.seat_tasks import SeatAct, act
from dlcourse.pages.markdown import inline, plain
from dlcourse.pages.words import counted, listed

Names = Mapping[str, str]
"""The names of roles, by their ids."""


class FactProps(TypedDict):
    """A fact that one knows, how one knows it, and what can be done with it."""

    html: str
    note: str
    acts: list[SeatAct]


class MateProps(TypedDict):
    """A role at the table, and what there is to say of it."""

    name: str
    note: str
    you: bool


class LiveLineProps(TypedDict):
    """Something that was said: by whom, what, and what there is to add."""

    who: str
    said: str
    html: str
    words: str
    note: str
    acts: list[SeatAct]


def names_of(mates: Iterable[LiveMate]) -> Names:
    """The names of the roles at a table."""
    return {mate.role: mate.name for mate in mates}


def alone(group: LiveGroupView) -> list[LiveFact]:
    """The facts that were not said yet and that not everybody holds."""
    return [fact for fact in group.facts if not fact.by and fact.since in {"own", "dealt"}]


def facts(view: LiveSeatView, group: LiveGroupView, known: Iterable[LiveFact]) -> list[FactProps]:
    """These facts, with what can be done with each; the ones that were said come first."""
    names = names_of(group.mates)
    order = sorted(known, key=lambda fact: fact.at, reverse=True)
    return [_fact(view, group, fact, names) for fact in order]


def _fact(view: LiveSeatView, group: LiveGroupView, fact: LiveFact, names: Names) -> FactProps:
    notes = [words.SINCE[fact.since]]
    if fact.by:
        notes.append(words.SAID_BY.format(role=names.get(fact.by, "")))
    if fact.new_to:
        notes.append(words.NEW_TO.format(people=listed([names[role] for role in fact.new_to])))
    return {"html": inline(fact.text), "note": ". ".join(notes), "acts": _fact_acts(view, group, fact)}


def _fact_acts(view: LiveSeatView, group: LiveGroupView, fact: LiveFact) -> list[SeatAct]:
    if not view.role or view.closed or fact.by or group.phase != "talk":
        return []
    return [act(LiveShare, view, words.SHARE, fact.text, fact=fact.id)]


def _heard_acts(view: LiveSeatView, group: LiveGroupView, fact: LiveFact) -> list[SeatAct]:
    """What one can do with a fact right where somebody tells it."""
    if not view.role or view.closed:
        return []
    fresh = fact.since == "heard" and view.role not in fact.new_to and group.phase in {"talk", "decision"}
    return [act(LiveMarkNew, view, words.NEW_TO_ME, fact.text, fact=fact.id)] if fresh else []


def people(mates: Iterable[LiveMate], knows: Iterable[KnowsCount] = ()) -> list[MateProps]:
    """Who is at the table and, for groups with a map, how many facts each role knows that others do not."""
    counts = {row.role: counted(row.facts, *words.FACT_COUNT) for row in knows}
    return [{"name": mate.name, "note": _mate_note(mate, counts.get(mate.role, "")), "you": mate.you} for mate in mates]


def _mate_note(mate: LiveMate, count: str) -> str:
    times = words.TIMES[0] if mate.turns == 1 else words.TIMES[1].format(count=mate.turns)
    spoke = words.SPOKE[0].format(times=times) if mate.turns else words.SPOKE[1]
    holder = mate.person if mate.holder == "person" else words.HOLDERS[mate.holder]
    parts = [words.YOU if mate.you else "", holder, words.DECIDES if mate.decides else "", spoke]
    parts += [words.KNOWS_ALONE.format(facts=count)] if count else []
    return " · ".join(filter(None, parts))


def lines(view: LiveSeatView, group: LiveGroupView) -> list[LiveLineProps]:
    """What was said, the newest first."""
    names, said = names_of(group.mates), [line for passage in group.passages for line in passage.lines]
    turns = zip(range(len(said)), said, group.notes, strict=True)
    return [_line(view, group, number, line, note, names) for number, line, note in reversed(list(turns))]


def _line(  # noqa: PLR0913, PLR0917 (what a line needs)
    view: LiveSeatView, group: LiveGroupView, number: int, line: TalkLine, note: TurnNote, names: Names
) -> LiveLineProps:
    options = {option.id: option.name for option in group.options}
    backers = listed([names[role] for role in note.supported_by])
    may = view.role and line.role != view.role and line.kind in {"shared", "idea", "answered"}
    open_now = group.phase in {"talk", "decision"} and view.role not in note.supported_by and not view.closed
    who = names.get(line.role, "")
    support = [act(LiveSupport, view, words.SUPPORT, who, turn=number)] if may and open_now else []
    heard = [fact for fact in group.facts if line.new and fact.id == line.fact]
    return {
        "who": who,
        "said": said_in_words(line, names, options),
        "html": inline(line.text) if line.text else "",
        "words": line.words,
        "note": ". ".join(
            filter(None, [_new_to(heard, names), words.SUPPORTED.format(people=backers) if backers else ""])
        ),
        "acts": [*(each for fact in heard for each in _heard_acts(view, group, fact)), *support],
    }


def _new_to(told: Iterable[LiveFact], names: Names) -> str:
    """To whom the fact of a line was new, so that whoever told it sees that it counted; empty if nobody said so."""
    roles = [names[role] for fact in told for role in fact.new_to]
    return words.NEW_TO.format(people=listed(roles)) if roles else ""


def announced(group: LiveGroupView) -> str:
    """What a screen reader reads out when something is said: who it was, and what; empty before anything was said."""
    said = [line for passage in group.passages for line in passage.lines]
    if not said:
        return ""
    names, options = names_of(group.mates), {option.id: option.name for option in group.options}
    newest = said[-1]
    told = words.TELLS if newest.fact else said_in_words(newest, names, options)
    return " ".join(filter(None, [names.get(newest.role, ""), told, plain(newest.text), newest.words]))


def said_in_words(line: TalkLine, names: Names, options: Mapping[str, str]) -> str:
    """What a line says besides the fact or the words in it."""
    match line.kind:
        case "asked":
            return words.ASKED[line.how].format(to=names.get(line.to, ""), option=options.get(line.option, ""))
        case "idea":
            return words.LEANS.format(option=options.get(line.option, ""))
        case "decided":
            return words.DECIDED.format(option=options.get(line.option, ""))
        case "answered" if not line.fact:
            return words.NOTHING_TO_ADD
        case _:
            return ""
