"""Styles and scripts at addresses of their own."""

import gzip
import json

from dlcourse import files
from dlcourse.server.assets import Assets


def test_what_pages_begin_with_is_compressed_beforehand() -> None:
    """The first visitor waits for no compression: of the style sheet, and of the scripts of any page of the course."""
    assets = Assets()
    assets.pack_small()
    hosts = json.loads((files.static() / "scripts.json").read_text("utf-8")).values()
    begins = {"course.css", "door.js", "place.js", "session.js", "steps.js", "copy.js"}
    begins |= {name for subjects in hosts for names in subjects.values() for name in names}
    for name in begins:
        assert gzip.decompress(assets.ready[name]) == assets.files[name].read_bytes()
