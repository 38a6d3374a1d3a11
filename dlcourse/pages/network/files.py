"""Uploading one's own network: the form, a template, and the problems in uploaded files."""

from typing import Literal, NotRequired, TypedDict

from dlcourse.domain.network.messages import MOST_BYTES, Network, Way
from dlcourse.domain.network.views import TriedView
from dlcourse.pages.file_checks import MoreProblemsProps, more_props
from dlcourse.pages.network import words
from dlcourse.pages.props import NoticeProps


class NetworkFileInput(TypedDict):
    """A file that can be chosen, and the part of the network that it holds; ``accept`` says which kinds are offered."""

    part: Literal["ties", "people", "acts"]
    label: str
    accept: str
    required: NotRequired[bool]


class TroublesProps(TypedDict):
    """The problems in uploaded files."""

    title: str
    items: list[NoticeProps]
    more: MoreProblemsProps | None


class WayOption(TypedDict):
    """One of the things that files can do to the network that is there."""

    value: Way
    text: str


class WaysProps(TypedDict):
    """What files can do to the network that is there."""

    legend: str
    options: list[WayOption]


class NetworkFilesProps(TypedDict):
    """The form that uploads a network; ``ways`` is None and ``care`` is empty if there is no network to add to."""

    title: str
    note: str
    care: str
    template: str
    inputs: list[NetworkFileInput]
    most: int
    large: str
    unread: str
    ways: WaysProps | None
    submit: str
    troubles: TroublesProps | None


CSV = ".csv,.txt,.tsv,text/csv"
BOOK = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def files_props(network: Network, tried: TriedView) -> NetworkFilesProps:
    """The form, with what is wrong in the files that were uploaded last."""
    return {
        "title": words.FILES,
        "note": words.FILES_NOTE,
        "care": words.CARE if network.graph.people else "",
        "template": words.TEMPLATE,
        "inputs": [
            {"part": "ties", "label": words.TIES_FILE, "accept": f"{BOOK},{CSV}", "required": True},
            {"part": "people", "label": words.PEOPLE_FILE, "accept": CSV},
            {"part": "acts", "label": words.ACTS_FILE, "accept": CSV},
        ],
        "most": MOST_BYTES,
        "large": words.FILE_TOO_LARGE,
        "unread": words.FILE_UNREAD,
        "ways": _ways() if network.graph.people else None,
        "submit": words.UPLOAD,
        "troubles": _troubles(tried) if tried.troubles else None,
    }


def _ways() -> WaysProps:
    ways: list[WayOption] = [{"value": "add", "text": words.WAY_ADD}, {"value": "replace", "text": words.WAY_REPLACE}]
    return {"legend": words.WAY, "options": ways}


def _troubles(tried: TriedView) -> TroublesProps:
    return {
        "title": words.problems_title(len(tried.troubles) + tried.more),
        "items": [{"where": each.where, "what": each.what, "remedy": each.remedy} for each in tried.troubles],
        "more": more_props(tried.more),
    }
