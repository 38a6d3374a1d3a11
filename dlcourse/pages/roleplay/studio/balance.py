"""The scales of a hidden profile in words: whose knowledge points where, and whether it should."""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from dlcourse.domain.roleplay.studio.scales import Scale, Scales
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.form_props import RemarkProps
from dlcourse.pages.roleplay.studio.naming import items_in, shortened
from dlcourse.pages.words import listed


class PanProps(TypedDict):
    """An option on a scale: its worth in words and as a number, and how long its bar is, from 0 to 1."""

    text: str
    worth: int
    share: float


class ScaleProps(TypedDict):
    """A scale: whose knowledge it weighs, where that points and should point, and whether both agree.

    ``go`` are the words that lead to the card ``key``, where the author can change that.
    """

    title: str
    says: str
    wanted: str
    holds: bool
    mark: str
    go: str
    key: str
    pans: list[PanProps]


class ScalesProps(TypedDict):
    """All scales, with a sentence on the whole. ``missing`` is what keeps them from being drawn anew."""

    title: str
    summary: str
    notes: list[str]
    missing: list[RemarkProps]
    scales: list[ScaleProps]


def balance(scales: Scales | None, contents: Mapping[str, Any]) -> ScalesProps | None:
    """The scales as they are drawn, with those that fail first; None if there are none."""
    if scales is None:
        return None
    failing = sum(not scale.holds for scale in scales.scales)
    whole = words.BALANCE_NOT.format(count=failing, all=len(scales.scales)) if failing else words.BALANCE_ALL
    fewest = [words.FEWEST.format(count=scales.fewest)] if scales.fewest else []
    tipping = listed([f"“{shortened(text)}”" for text in scales.fragile]) if scales.fragile else ""
    return {
        "title": words.BALANCE_TITLE,
        "summary": whole,
        "notes": [*fewest, *([words.FRAGILE.format(facts=tipping)] if tipping else [])],
        "missing": [],
        "scales": [_scale(scale, scales, contents) for scale in sorted(scales.scales, key=lambda scale: scale.holds)],
    }


def waiting(last: Scales | None, contents: Mapping[str, Any], remarks: Sequence[RemarkProps]) -> ScalesProps | None:
    """The scales while something that they need is missing: the last ones, and what has to be filled in first.

    None if the text claims no hidden profile, or if nothing is known to be missing.
    """
    missing = [remark for remark in remarks if remark["kind"] != "note" and _weighs(remark["key"])]
    if contents.get("profile") != "hidden" or not missing:
        return None
    before = balance(last, contents)
    return {
        "title": words.BALANCE_TITLE,
        "summary": words.BALANCE_STAYS if before else words.BALANCE_WAITS,
        "notes": [],
        "missing": missing,
        "scales": before["scales"] if before else [],
    }


def _weighs(key: str) -> bool:
    """Whether the scales depend on this place: people, options, facts, and the claims about them; not on words."""
    first, *_ = key.split("/")
    return first in _NEEDED and key.rpartition("/")[2] not in _WORDS


_NEEDED = {"roles", "options", "facts", "profile", "best", "decoy"}
_WORDS = {"name", "about", "text", "said", "decides", "portrait"}


def _scale(scale: Scale, scales: Scales, contents: Mapping[str, Any]) -> ScaleProps:
    title = {
        "shared": words.SHARED_KNOW,
        "one": words.ONE_KNOWS,
        "all": words.ALL_KNOW,
        "without": words.WITHOUT,
    }[scale.whose]
    least = min(0, *(pan.worth for pan in scale.pans))
    most = max(1, *(pan.worth - least for pan in scale.pans))
    key = "" if scale.holds else _where(scale, contents)
    return {
        "title": title.format(role=scale.role.partition(",")[0]),
        "says": words.POINTS.format(option=scale.leads) if scale.leads else words.TIE,
        "wanted": words.WANTED[scale.whose].format(best=scales.best, decoy=scales.decoy),
        "holds": scale.holds,
        "mark": words.HOLDS if scale.holds else words.FAILS,
        "go": words.LOOK_AT["role" if key.startswith("roles") else "fact"] if key else "",
        "key": key,
        "pans": [
            {
                "text": words.WORTH.format(option=pan.option, worth=pan.worth),
                "worth": pan.worth,
                "share": (pan.worth - least) / most,
            }
            for pan in scale.pans
        ],
    }


def _where(scale: Scale, contents: Mapping[str, Any]) -> str:
    """The card where an author can change what fails: a fact of these people, else the person."""
    roles = [item for item in items_in(contents, "roles") if isinstance(item, dict)]
    at = next((at for at, role in enumerate(roles) if scale.role and role.get("name") == scale.role), -1)
    person = roles[at].get("id") if at >= 0 else None
    facts = [fact.get("held_by") if isinstance(fact, dict) else None for fact in items_in(contents, "facts")]
    for number, held in enumerate(facts):
        own = person in held if person and isinstance(held, list) else isinstance(held, list) and scale.whose == "all"
        if own or (held == "all" and not scale.role):
            return f"facts/{number}"
    return f"roles/{at}" if at >= 0 else "facts"
