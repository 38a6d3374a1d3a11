"""What a fact should say, in words: who knows it, and what it speaks for by its weights."""

from collections.abc import Mapping
from typing import Any

from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.words import listed


def fact_aim(contents: Mapping[str, Any], fact: Mapping[str, Any]) -> str:
    """Who knows the fact and what it speaks for; empty as long as that is malformed."""
    weighs, holders = fact.get("weighs"), fact.get("held_by")
    people, options = _names(contents, "roles"), _names(contents, "options")
    if not isinstance(weighs, dict) or holders in ("", None, []):
        return ""
    known = list(people) if holders == "all" else holders if isinstance(holders, list) else []
    everybody = bool(people) and set(people) <= {str(each) for each in known}
    some = words.ONE_KNOWS_IT if len(known) == 1 else words.SOME_KNOW
    names = listed([people.get(str(each), str(each)) for each in known])
    who = words.EVERYBODY_KNOWS if everybody else some.format(names=names)
    told = [_speaks(options.get(str(option), str(option)), str(weight)) for option, weight in weighs.items()]
    said = [each for each in told if each]
    return f"{who} {words.SPEAKS.format(aims=listed(said)) if said else words.SPEAKS_FOR_NOTHING}"


def _speaks(option: str, weight: str) -> str:
    """What a weight means; empty if it is 0 or no number."""
    try:
        number = int(weight)
    except ValueError:
        return ""
    if number == 0:
        return ""
    return (words.FOR if number > 0 else words.AGAINST).format(option=option, weight=f"{number:+}")


def _names(contents: Mapping[str, Any], name: str) -> dict[str, str]:
    """The names of people or options by id; of a person, what comes before the comma."""
    items = contents.get(name)
    found = [item for item in items if isinstance(item, dict) and item.get("id")] if isinstance(items, list) else []
    return {str(item["id"]): str(item.get("name") or item["id"]).partition(",")[0] for item in found}
