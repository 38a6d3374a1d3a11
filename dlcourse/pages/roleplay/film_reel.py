"""One talk as a film: lights for who knew what, bars for what it spoke for, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict

from dlcourse.domain.roleplay.debrief import DebriefView, FactRow, Talk
from dlcourse.domain.roleplay.replay.film import Film, Frame
from dlcourse.domain.roleplay.table import Seat
from dlcourse.domain.roleplay.talk.conversation import TalkLine
from dlcourse.pages.face import FaceProps
from dlcourse.pages.markdown import inline, plain
from dlcourse.pages.props import TextTable
from dlcourse.pages.roleplay import replay_words as words
from dlcourse.pages.roleplay.talk import Cast, LineProps, capital, line
from dlcourse.pages.words import listed


class FilmFact(TypedDict):
    """A row of lights: the fact's first words, its text and who held it, for each person whether they did.

    ``since`` is the place of the frame in which it came to the table, or -1 if it never did.
    """

    name: str
    html: str
    note: str
    held: list[bool]
    since: int


class FilmPerson(TypedDict):
    """Somebody at the table; ``mine`` marks the reader's own seat."""

    name: str
    face: FaceProps
    mine: bool


class FilmOption(TypedDict):
    """An option; ``everything`` is where all facts together put it, in percent of the scale."""

    name: str
    everything: float


class FilmBar(TypedDict):
    """What the facts on the table say for an option: a number, and a bar between two places in percent of the scale."""

    value: str
    start: float
    size: float
    ahead: bool


class FilmFrame(TypedDict):
    """One picture of the film. ``known`` says of each person how many facts they knew.

    ``branch`` is the number of moves after which one can try another way from here, or -1 if there is none; ``again``
    names the button for that.
    """

    name: str
    says: str
    lines: list[LineProps]
    known: list[str]
    bars: list[FilmBar]
    branch: int
    again: str


class FilmReel(TypedDict):
    """One talk as a film.

    ``play`` is the attempt, ``zero`` where nothing speaks for an option, in percent. ``known`` is the name of the row
    that counts the facts that each person knew.
    """

    play: str
    title: str
    people: list[FilmPerson]
    facts: list[FilmFact]
    options: list[FilmOption]
    zero: float
    known: str
    frames: list[FilmFrame]
    table: TextTable


def film_reel(view: DebriefView, cast: Cast, title: str) -> FilmReel | None:
    """The film of one attempt, called ``title``; None where there was no talk."""
    if view.film is None or view.talk is None:
        return None
    told = _FilmedTalk(view.film, view.talk, [line for passage in view.passages for line in passage.lines], cast)
    return {
        "play": view.play,
        "title": title,
        "people": [_person(seat, cast) for seat in cast.seats],
        "facts": [_fact(fact, told) for fact in told.facts],
        "options": [{"name": option.name, "everything": told.place(option.everything)} for option in told.talk.options],
        "zero": told.place(0),
        "known": words.KNOWN.format(all=len(told.facts)),
        "frames": [_frame(frame, at, told) for at, frame in enumerate(told.film.frames)],
        "table": _table(told, words.FILM_TABLE_OF.format(title=title) if title else words.FILM_TABLE),
    }


@dataclass(frozen=True)
class _FilmedTalk:
    """A talk with its film: what was said in it, and who and what it was about, as its reader knows them."""

    film: Film
    talk: Talk
    lines: Sequence[TalkLine]
    cast: Cast

    @cached_property
    def facts(self) -> list[FactRow]:
        """The facts that only some held, in the order of the file."""
        return [fact for fact in self.talk.facts if not fact.shared]

    @cached_property
    def scale(self) -> tuple[int, int]:
        """The lowest and the highest that facts ever say for an option."""
        numbers = [number for frame in self.film.frames for number in frame.worth]
        numbers += [0, *(option.everything for option in self.talk.options)]
        return min(numbers), max(numbers)

    def place(self, number: int) -> float:
        """Where a number stands on the scale, in percent."""
        least, most = self.scale
        return round(100 * (number - least) / max(most - least, 1), 2)

    def new_in(self, at: int) -> list[FactRow]:
        """The facts that came to the table in this frame."""
        return [fact for fact in self.facts if self.film.surfaced.get(fact.id) == at]


LETTERS = 48
"""How long the name of a fact may be."""


def first_words(text: str) -> str:
    """The first words of a fact, by which a reader knows it again; all of it if it is short."""
    said = plain(text)
    if len(said) <= LETTERS:
        return said
    return said[: LETTERS + 1].rsplit(maxsplit=1)[0].rstrip(",;:.") + "…"


def _person(seat: Seat, cast: Cast) -> FilmPerson:
    return {"name": capital(cast.call(seat.id)), "face": cast.face(seat.id), "mine": seat.you}


def _fact(fact: FactRow, told: _FilmedTalk) -> FilmFact:
    return {
        "name": first_words(fact.text),
        "html": inline(fact.text),
        "note": words.KNOWN_TO.format(people=capital(listed([told.cast.call(role) for role in fact.held_by]))),
        "held": [seat.id in fact.held_by for seat in told.cast.seats],
        "since": told.film.surfaced.get(fact.id, -1),
    }


def _frame(frame: Frame, at: int, told: _FilmedTalk) -> FilmFrame:
    worth = zip((option.id for option in told.talk.options), frame.worth, strict=True)
    return {
        "name": _name(frame),
        "says": " ".join(_says(frame, at, told)),
        "lines": [line(each, told.cast) for each in _said_in(frame, told)],
        "known": [str(known) for known in frame.known],
        "bars": [_bar(number, told, ahead=option == frame.ahead) for option, number in worth],
        "branch": -1 if frame.branch is None else frame.branch,
        "again": words.TRY_AGAIN[frame.picture].format(minute=frame.minute),
    }


def _said_in(frame: Frame, told: _FilmedTalk) -> list[TalkLine]:
    if frame.picture == "start":
        return []
    return [each for each in told.lines if frame.begins <= each.moves < frame.ends]


def _bar(number: int, told: _FilmedTalk, *, ahead: bool) -> FilmBar:
    start, end = sorted((told.place(0), told.place(number)))
    return {"value": _signed(number), "start": start, "size": round(end - start, 2), "ahead": ahead}


def _signed(number: int) -> str:
    """The number with a real minus sign, which is as wide as a digit."""
    return str(number).replace("-", "\N{MINUS SIGN}")


def _name(frame: Frame) -> str:
    match frame.picture:
        case "start":
            return words.START
        case "minute":
            return words.MINUTE.format(minute=frame.minute)
        case "decision":
            return words.DECISION


def _says(frame: Frame, at: int, told: _FilmedTalk) -> list[str]:
    """Sentences: what came to the table in this frame, how much was there by then, and what it spoke for."""
    new = [_brought(fact, told.cast) for fact in told.new_in(at)]
    ahead = words.AHEAD_IS.format(option=told.cast.option(frame.ahead)) if frame.ahead else words.NOBODY_AHEAD
    return [
        *(words.DECIDED_ON.format(option=told.cast.option(said.option)) for said in _decision(frame, told)),
        *(new or ([words.NOTHING_NEW] if frame.picture == "minute" else [])),
        words.ON_TABLE.format(voiced=frame.on_table, all=len(told.facts)),
        ahead,
    ]


def _decision(frame: Frame, told: _FilmedTalk) -> list[TalkLine]:
    return [each for each in _said_in(frame, told) if each.kind == "decided"]


def _brought(fact: FactRow, cast: Cast) -> str:
    if not fact.by:
        return words.REVEALED.format(fact=first_words(fact.text))
    sentence = words.YOU_TELL if cast.mine(fact.by) else words.SOMEBODY_TELLS
    return sentence.format(who=capital(cast.call(fact.by)), fact=first_words(fact.text))


def _table(told: _FilmedTalk, title: str) -> TextTable:
    """The film as a table: a row for each frame."""
    people = [words.KNOWS_COLUMN.format(who=capital(told.cast.call(seat.id))) for seat in told.cast.seats]
    options = [words.FOR_COLUMN.format(option=option.name) for option in told.talk.options]
    return {
        "title": title,
        "columns": [words.WHEN_COLUMN, words.NEW_COLUMN, words.ON_TABLE_COLUMN, *options, *people],
        "rows": [_row(frame, at, told) for at, frame in enumerate(told.film.frames)],
    }


def _row(frame: Frame, at: int, told: _FilmedTalk) -> list[str]:
    new = [plain(fact.text) for fact in told.new_in(at)]
    return [_name(frame), " ".join(new), str(frame.on_table), *map(_signed, frame.worth), *map(str, frame.known)]
