"""What one browser is sent of a page's props: first all of them, then only what has changed.

The path of a change has the keys and positions from the top. ``{"at": […], "set": value}`` sets a value, ``{"at": […],
"drop": true}`` removes a key, and ``{"at": […], "from": 3, "cut": 1, "put": […]}`` replaces items of a list.
`wire/changes.js` applies the changes.
"""

import json
from itertools import takewhile
from typing import Any

from pydantic_core import to_json

from dlcourse.pages.program import Props

Change = dict[str, Any]
Place = tuple[str | int, ...]
_LISTS = (list, tuple)


class PropsFeed:
    """Knows what a browser has, and what to send it next. ``revision`` in the props counts what it was sent."""

    def __init__(self) -> None:
        """Start with a browser that has nothing."""
        self.props: Props = {}
        self._revision, self._whole = 0, True

    def forget(self) -> None:
        """Send everything next time, because the browser may no longer have anything."""
        self._whole = True

    def next(self, props: Props) -> dict[str, Any] | None:
        """The message that brings the browser to these props; None if it has them already.

        It is either ``{"props": …}`` with all of them, or ``{"changes": […], "since": revision, "revision":
        revision}``.
        """
        found = [] if self._whole else changes(self.props, {**props, "revision": self._revision})
        if not (self._whole or found):
            return None
        whole, self._whole = self._whole, False
        since, self._revision = self._revision, self._revision + 1
        self.props = {**props, "revision": self._revision}
        if whole:
            return {"props": self.props}
        counted = {"at": ["revision"], "set": self._revision}
        return {"changes": [*found, counted], "since": since, "revision": self._revision}


def changes(before: Any, after: Any, at: Place = ()) -> list[Change]:
    """The changes that turn one JSON value into the other; none if they are equal."""
    if _same(before, after):
        return []
    if isinstance(before, dict) and isinstance(after, dict):
        return _in_dict(before, after, at)
    if isinstance(before, _LISTS) and isinstance(after, _LISTS):
        return _in_list(before, after, at)
    return [{"at": list(at), "set": after}]


def _same(before: Any, after: Any) -> bool:
    """Whether two JSON values are equal, and not just equal as numbers, like 1 and True.

    Most that differ are found to do so without their texts, and texts are compared many times faster than one walks
    through large props.
    """
    if before is after:
        return True
    if isinstance(after, dict | list | tuple):
        return bool(before == after) and _text(before) == _text(after)
    return type(before) is type(after) and bool(before == after)


def _in_dict(before: dict[str, Any], after: dict[str, Any], at: Place) -> list[Change]:
    found: list[Change] = [{"at": [*at, key], "drop": True} for key in before if key not in after]
    found += [{"at": [*at, key], "set": value} for key, value in after.items() if key not in before]
    for key, value in after.items():
        if key in before and (old := before[key]) is not value:
            found += changes(old, value, (*at, key))
    return found


def _in_list(before: Any, after: Any, at: Place) -> list[Change]:
    """Replace the items from the first to the last that differ, or change them one by one if that is shorter."""
    first = _alike(before, after)
    left = min(len(before), len(after)) - first
    last = _alike(before[: -left - 1 : -1], after[: -left - 1 : -1]) if left else 0
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    if not (old or new):
        return []
    whole = [{"at": list(at), "from": first, "cut": len(old), "put": list(new)}]
    if len(old) != len(new):
        return whole
    pairs = enumerate(zip(old, new, strict=True), first)
    single = [each for place, (one, other) in pairs for each in changes(one, other, (*at, place))]
    return min(single, whole, key=lambda found: len(_text(found)))


def _alike(before: Any, after: Any) -> int:
    """How many equal items come before the first that differs."""
    return sum(1 for _ in takewhile(bool, map(_same, before, after)))


def _text(value: Any) -> bytes:
    """A JSON value as text, to know how long it is."""
    try:
        return to_json(value)
    except ValueError:  # it has half of a surrogate pair in it
        return json.dumps(value).encode()
