"""Applies the changes that a page sends, as the front end does."""

from typing import Any


def with_news(props: Any, news: dict[str, Any]) -> Any:
    """The props after this message, if it has any. Changes to other props than these are skipped."""
    props = news.get("props", props)
    if "since" in news and news["since"] != props.get("revision"):
        return props
    for change in news.get("changes", ()):
        props = _put(props, change["at"], change)
    return props


def _put(value: Any, at: list[Any], change: dict[str, Any]) -> Any:
    if not at:
        first, cut = change.get("from", 0), change.get("cut", 0)
        return change["set"] if "set" in change else [*value[:first], *change["put"], *value[first + cut :]]
    key, *rest = at
    if change.get("drop") and not rest:
        return {known: part for known, part in value.items() if known != key}
    copy = list(value) if isinstance(value, list) else dict(value)
    if isinstance(copy, dict) and key not in copy:
        copy[key] = None
    copy[key] = _put(copy[key], rest, change)
    return copy
