"""Pages of a live session for tests of the scripted participants: what is drawn, and what somebody was sent."""

import json
from collections.abc import Iterable
from typing import Any

from dlcourse.pages.live import words
from dlcourse.rehearsing.capture import Capture
from dlcourse.rehearsing.phone import CapturedFrame

TABLE = {"session": "s", "group": 1}


def fact(text: str, since: str = "own") -> dict[str, Any]:
    """A fact with the button that shares it."""
    act = {"say": "LiveShare", "fixed": {**TABLE, "fact": text}, "label": "", "spoken": text}
    return {"html": text, "since": since, "note": "", "acts": [act]}


def line(who: str, text: str = "", typed: str = "") -> dict[str, Any]:
    """Something that was said."""
    return {"who": who, "mine": False, "fact": {"html": text} if text else None, "words": typed, "acts": []}


def mates(me: str, gone: str = "") -> list[dict[str, Any]]:
    """The roles Ann and Ben; one of them is me, and one may have gone."""
    return [
        {"name": name, "note": words.HOLDERS["gone"] if name == gone else "", "you": name == me}
        for name in ("Ann", "Ben")
    ]


def page(me: str = "Ann", group: int = 1, phase: str = "talk", **parts: Any) -> dict[str, Any]:
    """The contents of a page at a table; ``scene`` and ``lines`` are those of its only scene."""
    passage = {"title": "", "html": parts.pop("scene", ""), "lines": parts.pop("lines", [])}
    call = {"say": "LiveCall", "fixed": {**TABLE, "group": group}, "label": "", "spoken": ""}
    return {"heading": words.PHASES[phase], "people": mates(me), "acts": [call], "passages": [passage], **parts}  # type: ignore[index]


def capture(name: str, *pages: tuple[float, dict[str, Any]], **parts: Any) -> Capture:
    """Somebody who was sent these pages, each at its time."""
    frames = (CapturedFrame(at, json.dumps({"props": contents}), contents) for at, contents in pages)
    return Capture(name, tuple(frames), **parts)


def texts(found: Iterable[Any]) -> list[tuple[str, str]]:
    """Who was sent what, of findings."""
    return [(each.who.partition(" ")[0], each.text) for each in found]
