"""The props of the film in a debrief, and of two films that run together."""

from collections.abc import Sequence
from typing import TypedDict

from dlcourse.domain.roleplay.debrief import DebriefView
from dlcourse.pages.props import NamedText
from dlcourse.pages.roleplay import replay_words as words
from dlcourse.pages.roleplay.film_reel import FilmReel, film_reel
from dlcourse.pages.roleplay.talk import Cast


class FilmWords(TypedDict):
    """The words of the controls and around the drawing."""

    slider: str
    play: str
    stop: str
    back: str
    forward: str
    lights: str
    lights_label: str
    bars: str
    bars_label: str
    said: str
    silence: str
    facts: str
    ahead: str
    everything: str


class FilmPosition(TypedDict):
    """A position of the slider: what is announced there, and the place of the frame that each film shows."""

    name: str
    says: str
    frames: list[int]


class FilmProps(TypedDict):
    """One film, or two that run together. The slider stands at the position ``start`` at first."""

    title: str
    note: str
    reels: list[FilmReel]
    positions: list[FilmPosition]
    start: int
    marks: list[NamedText]
    words: FilmWords


def film_props(view: DebriefView, cast: Cast) -> FilmProps | None:
    """The film of one attempt; None where there was no talk."""
    reel = film_reel(view, cast, "")
    if reel is None:
        return None
    positions = [_position([reel], [at]) for at in range(len(reel["frames"]))]
    return _props(words.FILM, words.FILM_NOTE, [reel], positions, 0)


def film_pair_props(
    views: Sequence[DebriefView], casts: Sequence[Cast], titles: Sequence[str], common: int
) -> FilmProps | None:
    """The films of two attempts that share their first ``common`` moves; None if one of them had no talk."""
    found = [film_reel(view, cast, title) for view, cast, title in zip(views, casts, titles, strict=True)]
    reels = [reel for reel in found if reel]
    if len(reels) < len(views):
        return None
    places = range(max(len(reel["frames"]) for reel in reels))
    positions = [_position(reels, [min(at, len(reel["frames"]) - 1) for reel in reels]) for at in places]
    start = min(view.film.parting(common) for view in views if view.film) if common else 0
    note = words.FILM_PAIR_NOTE if start else words.FILM_PAIR_APART_NOTE
    return _props(words.FILM_PAIR, note, reels, positions, start)


def _props(title: str, note: str, reels: list[FilmReel], positions: list[FilmPosition], start: int) -> FilmProps:
    return {
        "title": title,
        "note": note,
        "reels": reels,
        "positions": positions,
        "start": start,
        "marks": [{"name": mark, "text": text} for mark, text in words.LIGHTS.items()],
        "words": WORDS,
    }


def _position(reels: Sequence[FilmReel], at: list[int]) -> FilmPosition:
    """What is announced: of one film what its frame says, of two what each does."""
    shown = [reel["frames"][place] for reel, place in zip(reels, at, strict=True)]
    if len(shown) == 1:
        return {"name": shown[0]["name"], "says": shown[0]["says"], "frames": at}
    told = [
        words.POSITION.format(at=reel["title"], says=frame["says"]) for reel, frame in zip(reels, shown, strict=True)
    ]
    furthest = max(zip(at, shown, strict=True), key=lambda pair: pair[0])[1]
    return {"name": furthest["name"], "says": " ".join(told), "frames": at}


WORDS: FilmWords = {
    "slider": words.SLIDER,
    "play": words.PLAY,
    "stop": words.STOP,
    "back": words.BACK,
    "forward": words.FORWARD,
    "lights": words.WHO_KNEW,
    "lights_label": words.WHO_KNEW_LABEL,
    "bars": words.SPEAKS_FOR,
    "bars_label": words.SPEAKS_FOR_LABEL,
    "said": words.IN_THIS_MINUTE,
    "silence": words.NOT_YET,
    "facts": words.FACTS_IN_FULL,
    "ahead": words.AHEAD,
    "everything": words.EVERYTHING_MARK,
}
