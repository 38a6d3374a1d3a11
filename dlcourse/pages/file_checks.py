"""The words about uploaded files: how many problems are not shown, and what to check again."""

import base64
from collections.abc import Sequence
from typing import TypedDict

from dlcourse.domain.download import DownloadView


class MoreProblemsProps(TypedDict):
    """How many problems are not shown, and the words of the button that downloads all of them."""

    text: str
    label: str


class AboutFilesProps(TypedDict):
    """Notes on files and questions about names in them, under a heading."""

    title: str
    items: list[str]


def more_props(more: int) -> MoreProblemsProps | None:
    """What is said where ``more`` problems are not shown; None where all are."""
    if not more:
        return None
    words = f"{more:,} more {'thing is' if more == 1 else 'things are'} wrong in it, often for the same reason."
    return {"text": words, "label": "Download the whole list"}


def about_files(told: Sequence[str]) -> AboutFilesProps | None:
    """Notes and questions about files; None if there are none."""
    return {"title": "Please look at this once more", "items": list(told)} if told else None


def list_download(ask: str, listing: str) -> tuple[str, DownloadView] | None:
    """The whole list as a CSV file, for the one who asked; None if there is none."""
    if not listing:
        return None
    content = base64.b64encode(listing.encode("utf-8-sig")).decode()
    return ask, DownloadView(name="problems.csv", type="text/csv", content=content)
