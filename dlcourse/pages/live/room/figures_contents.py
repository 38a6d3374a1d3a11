"""The figures of a whole room, page by page, beside the published ones. They count groups, never people."""

from typing import Literal, TypedDict

from dlcourse.domain.live.debrief_views import ArmFigures, LiveRoomView
from dlcourse.pages.live.leading.console_words import arm_name
from dlcourse.pages.live.room import figures_words as words
from dlcourse.pages.words import counted


class FigureBar(TypedDict):
    """A bar: what it counts, the count in words, and its length from 0 to 1. ``mark`` says what is special about it."""

    label: str
    mark: str
    text: str
    share: float
    kind: Literal["best", "decoy", "other"]


class FigureBlock(TypedDict):
    """Bars that belong together, under a title, with a note on where they come from."""

    title: str
    note: str
    bars: list[FigureBar]


class FigureSlide(TypedDict):
    """What is on the screen at one time: blocks of bars, sentences, and a caveat."""

    title: str
    blocks: list[FigureBlock]
    lines: list[str]
    caveat: str


def slides(view: LiveRoomView) -> list[FigureSlide]:
    """The pages; none before a group has finished."""
    finished = sum(arm.finished for arm in view.arms)
    if not finished:
        return []
    caveat = _caveat(finished)
    panel = [_decided(view, caveat), _surfaced(view, caveat)] if view.options else []
    ends = [_ends(view, finished)] if view.ends and not view.options else []
    talk: FigureSlide = {"title": words.TALK_TITLE, "blocks": [], "lines": list(words.TALK), "caveat": ""}
    return [*panel, *ends, talk]


def _caveat(groups: int) -> str:
    if groups >= words.FEW:
        return words.CAVEAT
    return words.ILLUSTRATION.format(groups=counted(groups, "group", "groups"))


def _decided(view: LiveRoomView, caveat: str) -> FigureSlide:
    blocks = [_arm_block(view, arm) for arm in view.arms if arm.finished]
    published = [_published(words.FULL, "best"), _published(words.DIVIDED, "decoy")]
    beside: FigureBlock = {"title": words.PUBLISHED_TITLE, "note": words.SOURCE, "bars": published}
    known = bool(view.best and view.decoy)
    return {
        "title": words.DECIDED_TITLE,
        "blocks": [*blocks, beside] if known else blocks,
        "lines": [],
        "caveat": caveat if known else "",
    }


def _arm_block(view: LiveRoomView, arm: ArmFigures) -> FigureBlock:
    bars = [_bar(view, arm, option.id, option.name) for option in view.options]
    undecided = [_count(words.UNDECIDED, arm.undecided, arm.finished)] if arm.undecided else []
    return {
        "title": f"{_name(view, arm)}: {counted(arm.finished, 'group', 'groups')}",
        "note": "",
        "bars": [*bars, *undecided],
    }


def _name(view: LiveRoomView, arm: ArmFigures) -> str:
    """What the groups of an arm knew; nothing is said of that if nothing is hidden in the scenario anyway."""
    return arm_name(arm.arm) if view.decoy or len(view.arms) > 1 else words.ALL_GROUPS


def _bar(view: LiveRoomView, arm: ArmFigures, option: str, name: str) -> FigureBar:
    bar = _count(name, arm.decided.get(option, 0), arm.finished)
    if option == view.best:
        return {**bar, "mark": words.BEST, "kind": "best"}
    return {**bar, "mark": words.DECOY, "kind": "decoy"} if option == view.decoy else bar


def _count(label: str, count: int, whole: int) -> FigureBar:
    text = words.GROUPS_DECIDED.format(count=count, all=whole)
    return {"label": label, "mark": "", "text": text, "share": count / whole, "kind": "other"}


def _published(figure: tuple[str, int], kind: Literal["best", "decoy"]) -> FigureBar:
    label, percent = figure
    return {"label": label, "mark": "", "text": f"{percent}%", "share": percent / 100, "kind": kind}


def _surfaced(view: LiveRoomView, caveat: str) -> FigureSlide:
    return {
        "title": words.SURFACED_TITLE,
        "blocks": [_surfaced_block(view, arm) for arm in view.arms if arm.finished],
        "lines": [words.REVIEW],
        "caveat": caveat,
    }


def _surfaced_block(view: LiveRoomView, arm: ArmFigures) -> FigureBlock:
    bars = [_count(words.DOUBTED, arm.doubted, arm.finished)]
    if arm.coverage is not None:
        text = words.SURFACED_TEXT.format(percent=round(100 * arm.coverage))
        said: FigureBar = {"label": words.SURFACED, "mark": "", "text": text, "share": arm.coverage, "kind": "best"}
        bars = [said, *bars]
    return {"title": _name(view, arm), "note": "", "bars": bars}


def _ends(view: LiveRoomView, finished: int) -> FigureSlide:
    bars = [_count(end, count, finished) for end, count in sorted(view.ends.items(), key=lambda each: -each[1])]
    block: FigureBlock = {"title": counted(finished, "group", "groups"), "note": "", "bars": bars}
    return {"title": words.ENDS_TITLE, "blocks": [block], "lines": [], "caveat": ""}
