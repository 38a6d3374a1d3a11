"""The scales of a hidden profile in words: whose knowledge points where, and whether it should."""

from typing import TypedDict

from dlcourse.domain.roleplay.studio.scales import Scale, Scales
from dlcourse.pages.roleplay.studio import words


class PanProps(TypedDict):
    """An option on a scale: its worth in words and as a number, and how long its bar is, from 0 to 1."""

    text: str
    worth: int
    share: float


class ScaleProps(TypedDict):
    """A scale: whose knowledge it weighs, where that points and should point, and whether both agree."""

    title: str
    says: str
    wanted: str
    holds: bool
    mark: str
    pans: list[PanProps]


class ScalesProps(TypedDict):
    """All scales, with a sentence on the whole."""

    title: str
    summary: str
    notes: list[str]
    scales: list[ScaleProps]


def balance(scales: Scales | None) -> ScalesProps | None:
    """The scales as they are drawn, with those that fail first; None if there are none."""
    if scales is None:
        return None
    failing = sum(not scale.holds for scale in scales.scales)
    whole = words.BALANCE_NOT.format(count=failing, all=len(scales.scales)) if failing else words.BALANCE_ALL
    fewest = [words.FEWEST.format(count=scales.fewest)] if scales.fewest else []
    fragile = (
        [words.FRAGILE.format(facts=", ".join(f"“{text[:60]}”" for text in scales.fragile))] if scales.fragile else []
    )
    return {
        "title": words.BALANCE_TITLE,
        "summary": whole,
        "notes": [*fewest, *fragile],
        "scales": [_scale(scale, scales) for scale in sorted(scales.scales, key=lambda scale: scale.holds)],
    }


def _scale(scale: Scale, scales: Scales) -> ScaleProps:
    title = {
        "shared": words.SHARED_KNOW,
        "one": words.ONE_KNOWS,
        "all": words.ALL_KNOW,
        "without": words.WITHOUT,
    }[scale.whose]
    least = min(0, *(pan.worth for pan in scale.pans))
    most = max(1, *(pan.worth - least for pan in scale.pans))
    return {
        "title": title.format(role=scale.role),
        "says": words.POINTS.format(option=scale.leads) if scale.leads else words.TIE,
        "wanted": words.WANTED[scale.whose].format(best=scales.best, decoy=scales.decoy),
        "holds": scale.holds,
        "mark": words.HOLDS if scale.holds else words.FAILS,
        "pans": [
            {
                "text": words.WORTH.format(option=pan.option, worth=pan.worth),
                "worth": pan.worth,
                "share": (pan.worth - least) / most,
            }
            for pan in scale.pans
        ],
    }
