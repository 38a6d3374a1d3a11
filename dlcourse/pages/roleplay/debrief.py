"""How a debrief is shown: how the play ended, what is found in its talk, what to think over. A page one would print."""

from typing import Literal, TypedDict

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.roleplay.debrief import DebriefView
from dlcourse.domain.roleplay.replay.path_map import PathMapView
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.roleplay import words
from dlcourse.pages.roleplay.film import FilmProps, film_props
from dlcourse.pages.roleplay.findings import FindingsProps, findings_props
from dlcourse.pages.roleplay.frame import RoleplayFrame
from dlcourse.pages.roleplay.path_map import PathMapProps, path_map_props
from dlcourse.pages.roleplay.talk import Cast, LineProps, SceneProps, line, passages
from dlcourse.pages.words import listed


class PlayEnd(TypedDict):
    """The end that the play came to. ``led`` is the choice that led there, with its feedback, if it was a choice.

    ``note`` tells the end from the decision, if choices came between them.
    """

    title: str
    html: str
    note: str
    led: list[LineProps]


class StakeProps(TypedDict):
    """A principle that was at stake, and in which scenes."""

    name: str
    where: str


class StakesProps(TypedDict):
    """The principles that were at stake."""

    title: str
    list: list[StakeProps]


class DebriefQuestion(TypedDict):
    """A question to think or talk over, and the principles it is about."""

    html: str
    principles: list[str]


class QuestionsProps(TypedDict):
    """The questions of the case."""

    title: str
    list: list[DebriefQuestion]


class RetoldPlay(TypedDict):
    """The play from the beginning; ``moves`` tells after how many moves one can go on differently."""

    title: str
    note: str
    passages: list[SceneProps]
    again: str
    moves: list[int]


class PlayAgain(TypedDict):
    """The offer to play once more."""

    label: str
    note: str


class DebriefScreen(RoleplayFrame):
    """The debrief of an ended play.

    ``talk``, ``film`` and ``chart`` are None where nobody talked, ``ways`` until the map is there.
    """

    screen: Literal["debrief"]
    play: str
    heading: str
    lead: str
    end: PlayEnd
    talk: FindingsProps | None
    film: FilmProps | None
    chart: ChartProps | None
    stakes: StakesProps
    questions: QuestionsProps
    story: RetoldPlay
    ways: PathMapProps | None
    again: PlayAgain
    leave: str
    print: str


def debrief_screen(
    frame: RoleplayFrame, view: DebriefView, ways: PathMapView | None, attempts: tuple[Attempt, ...]
) -> DebriefScreen:
    """The whole debrief of one attempt."""
    cast = cast_of(view)
    last, led = view.passages[-1], _led(view, cast)
    number = next((attempt.number for attempt in attempts if attempt.play == view.play), 0)
    return {
        **frame,
        "screen": "debrief",
        "share": 1,
        "play": view.play,
        "heading": view.title,
        "lead": _lead(view, number),
        "end": {
            "title": inline(last.title),
            "html": html(last.text),
            "note": words.END_AND_DECISION if view.talk and led else "",
            "led": led,
        },
        "talk": findings_props(view.talk, cast) if view.talk else None,
        "film": film_props(view, cast),
        "chart": drawn(view.chart) if view.chart else None,
        "stakes": _stakes(view),
        "questions": {
            "title": words.QUESTIONS,
            "list": [{"html": inline(asked.ask), "principles": _names(asked.principles)} for asked in view.questions],
        },
        "story": {
            "title": words.STORY,
            "note": words.STORY_NOTE,
            "passages": passages(view.passages, cast),
            "again": words.TRY_AGAIN,
            "moves": own_moves(view),
        },
        "ways": path_map_props(ways, number) if ways else None,
        "again": {"label": words.PLAY_AGAIN, "note": words.PLAY_AGAIN_NOTE},
        "leave": words.ALL_ATTEMPTS,
        "print": words.PRINT_THIS_PAGE,
    }


def _lead(view: DebriefView, number: int) -> str:
    """Which attempt it was, and from which seat, if people talked."""
    seat = next(seat.name for seat in view.seats if seat.you)
    return words.SEEN_BY.format(number=number, seat=seat) if view.talk else words.ATTEMPT.format(number=number)


def _led(view: DebriefView, cast: Cast) -> list[LineProps]:
    """The choice that led to the end: an end has no lines of its own, so its feedback has to be read beside it."""
    before = view.passages[-2].lines[-1:] if len(view.passages) > 1 else ()
    return [line(said, cast) for said in before if said.kind == "chose"]


def cast_of(view: DebriefView) -> Cast:
    """Who and what the conversation was about."""
    common = {fact.id for fact in view.talk.facts if fact.shared} if view.talk else set()
    return Cast(view.seats, view.options, common)


def own_moves(view: DebriefView) -> list[int]:
    """After how many moves one could go on differently: where each of the viewer's own moves begins."""
    lines = [line for passage in view.passages for line in passage.lines]
    return [line.moves for line in lines if line.role == view.seat or line.kind == "chose"]


def _names(principles: tuple[str, ...]) -> list[str]:
    return [f"{name}: {PRINCIPLES[name].short}" for name in principles if name in PRINCIPLES]


def _stakes(view: DebriefView) -> StakesProps:
    return {
        "title": words.STAKES,
        "list": [
            {
                "name": name,
                "where": words.AT_STAKE_IN.format(scenes=listed(list(stake.where)))
                if stake.where
                else words.AT_STAKE_ANYWAY,
            }
            for stake in view.stakes
            for name in _names((stake.principle,))
        ],
    }
