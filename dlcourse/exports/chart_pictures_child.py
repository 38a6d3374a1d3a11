"""Draws charts in a process of its own: a JSON list of specifications comes in, and a list of PNGs in Base64 goes out.

A chart that cannot be drawn becomes null. Nothing is fetched, whatever a specification asks for.
"""

import json
from base64 import b64encode
from typing import Any

import vl_convert  # type: ignore[import-not-found, import-untyped, unused-ignore]

from dlcourse import child_process

SHARPNESS = 2.0
"""How many dots of the picture make a CSS pixel."""
NOWHERE: list[str] = []
"""The addresses that a drawing may load from."""


def drawn(spec: dict[str, Any]) -> str | None:
    """The picture of one chart, on white."""
    try:
        picture = vl_convert.vegalite_to_png(spec | {"background": "white"}, scale=SHARPNESS, allowed_base_urls=NOWHERE)
    except ValueError:
        return None
    return b64encode(picture).decode()


def main() -> None:
    """Draw what was asked for, then end."""
    asked = json.loads(child_process.lines_in().read())
    with child_process.lines_out() as out:
        json.dump([drawn(spec) for spec in asked], out)


if __name__ == "__main__":
    main()
