"""What a widget hands to the browser from the front-end bundles."""

from functools import cache

from dlcourse import files

RENDERER = "chart-renderer.js"
"""The chart renderer. It is sent when a browser first asks for it, because JupyterLab does not serve our files."""


@cache
def static_text(name: str) -> str:
    """The text of a front-end bundle; a `CourseError` if the front end was never built."""
    return files.built(name).read_text("utf-8")


def asset(wanted: object) -> dict[str, str] | None:
    """The answer to a browser that asks for the chart renderer; None for every other message."""
    if isinstance(wanted, dict) and wanted.get("asset") == RENDERER:
        return {"asset": RENDERER, "text": static_text(RENDERER)}
    return None
