"""What a page says about files that were brought: how many problems it leaves out, and what to look at once more."""

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
    """What there is to know and to ask about files; None where there is nothing."""
    return {"title": "Please look at this once more", "items": list(told)} if told else None


def list_download(ask: str, listing: str) -> tuple[str, DownloadView] | None:
    """The whole list as a CSV file, for the one who asked; None where there is none."""
    if not listing:
        return None
    content = base64.b64encode(listing.encode("utf-8-sig")).decode()
    return ask, DownloadView(name="problems.csv", type="text/csv", content=content)
