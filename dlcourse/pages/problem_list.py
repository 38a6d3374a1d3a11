"""Many problems in files: how many a page leaves out, and all of them as a file to take along."""

import base64

from dlcourse.domain.download import DownloadView
from dlcourse.pages.program import Props


def more_props(more: int) -> Props | None:
    """What is said where ``more`` problems are not shown; None where all are."""
    if not more:
        return None
    words = f"{more:,} more {'thing is' if more == 1 else 'things are'} wrong in it, often for the same reason."
    return {"text": words, "label": "Download the whole list", "fetch": {"form": "problems"}}


def list_download(ask: str, listing: str) -> tuple[str, DownloadView] | None:
    """The whole list as a CSV file, for the one who asked; None where there is none."""
    if not listing:
        return None
    content = base64.b64encode(listing.encode("utf-8-sig")).decode()
    return ask, DownloadView(name="problems.csv", type="text/csv", content=content)
