"""What a page's messages contain: the props after each of them, and every text in them."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

TAGS, WORD = re.compile(r"<[^<>]*>"), re.compile(r"\w+")


def with_changes(props: Mapping[str, Any], news: Mapping[str, Any]) -> Mapping[str, Any]:
    """The props after this message. Changes to other props than these are skipped, as in a browser."""
    now: Any = news.get("props", props)
    if news.get("since") != now.get("revision"):
        return dict(now)
    for change in news.get("changes", ()):
        now = _changed(now, change["at"], change)
    return dict(now)


def _changed(value: Any, at: list[Any], change: Mapping[str, Any]) -> Any:
    if not at:
        first, cut = change.get("from", 0), change.get("cut", 0)
        return change["set"] if "set" in change else [*value[:first], *change["put"], *value[first + cut :]]
    key, *rest = at
    if change.get("drop") and not rest:
        return {known: part for known, part in value.items() if known != key}
    if isinstance(value, list):
        return [_changed(part, rest, change) if place == key else part for place, part in enumerate(value)]
    return {**value, key: _changed(value.get(key), rest, change)}


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a JSON value, the names of its parts included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield key
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


def plain_words(text: str) -> str:
    """A text or HTML as its words alone, in small letters, with a space before and after each."""
    return f" {' '.join(WORD.findall(shown_text(text).lower()))} "


def readings(text: str) -> Iterator[str]:
    """The words of a text; of HTML also those inside of tags, such as the description of a picture."""
    yield plain_words(text)
    if TAGS.search(text):
        yield plain_words(text.replace("<", " ").replace(">", " "))


def shown_text(text: str) -> str:
    """HTML as a person reads it."""
    return html.unescape(TAGS.sub("", text))
