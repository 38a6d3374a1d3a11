"""Bringing one's own network in files: what the form says, and what is wrong in files that were brought."""

from typing import Literal, NotRequired, TypedDict

from dlcourse.domain.network.messages import MOST_ACTS_SHOWN, MOST_BYTES, MOST_DRAWN, MOST_TIES_DRAWN, Network
from dlcourse.domain.network.views import TriedView
from dlcourse.pages.file_checks import MoreProblemsProps, more_props
from dlcourse.pages.props import NoticeProps
from dlcourse.pages.words import counted


class NetworkFileInput(TypedDict):
    """A file that can be chosen, and the part of the network that it holds."""

    part: Literal["ties", "people", "acts"]
    label: str
    required: NotRequired[bool]


class TroublesProps(TypedDict):
    """What is wrong in files that were brought."""

    title: str
    items: list[NoticeProps]
    more: MoreProblemsProps | None


class NetworkFilesProps(TypedDict):
    """The form that brings a network in files; ``replace`` is empty where there is nothing to replace."""

    title: str
    note: str
    inputs: list[NetworkFileInput]
    most: int
    large: str
    unread: str
    replace: str
    submit: str
    troubles: TroublesProps | None


def files_props(network: Network, tried: TriedView) -> NetworkFilesProps:
    """The form, with what is wrong in the files that were brought last."""
    wrong = counted(len(tried.troubles) + tried.more, "thing", "things")
    here = counted(len(network.graph.people), "person", "people")
    return {
        "title": "Bring it in files",
        "note": "Save each table from your spreadsheet program as a CSV file, with the names of its columns in the "
        "first line. Only the ties are needed: “Ana, Ben, families” says that Ana turns to Ben about families. "
        f"At most {MOST_DRAWN} people, {MOST_TIES_DRAWN:,} ties, {MOST_ACTS_SHOWN:,} lines on who was seen leading, "
        f"and {MOST_BYTES / 1e6:.0f} MB for each file.",
        "inputs": [
            {"part": "ties", "label": "Ties: columns from, to and, if you like, topic and weight", "required": True},
            {"part": "people", "label": "All people (may be left out): column name and, if you like, role"},
            {"part": "acts", "label": "Who was seen leading (may be left out): columns person, function and count"},
        ],
        "most": MOST_BYTES,
        "large": f"This file is larger than {MOST_BYTES / 1e6:.0f} MB. Take a part of it.",
        "unread": "This file cannot be read. Choose it once more.",
        "replace": f"Replace what is here ({here})" if network.graph.people else "",
        "submit": "Bring these files",
        "troubles": {
            "title": f"{wrong} to mend first. Nothing was taken over.",
            "items": [{"where": each.where, "what": each.what, "remedy": each.remedy} for each in tried.troubles],
            "more": more_props(tried.more),
        }
        if tried.troubles
        else None,
    }
