"""A course with a made-up cohort says so on every page, and on the page about privacy what that means."""

from pathlib import Path

import dlcourse.server
from dlcourse.cli.serving import _settings
from dlcourse.sample.home import MARK
from dlcourse.server.web import templates
from dlcourse.server.words import MADE_UP

FOLDER = Path(dlcourse.server.__file__).parent / "template"
PARTS = {"bar", "head", "parts", "copy", "steps", "version", "list", "result", "no_kernel", "made_up"}
"""Templates that are parts of pages."""


def test_every_page_includes_the_line(tmp_path: Path) -> None:
    """Each page has the bar or the line itself; the line is there only in a home with the mark."""
    pages = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.html") if path.stem not in PARTS}
    assert {"light", "session", "join", "joined", "door", "privacy", "guide"} <= pages.keys()
    without = [name for name, page in pages.items() if not ('"bar.html"' in page or '"made_up.html"' in page)]
    assert without == []
    line = templates().get_template("made_up.html")
    assert str(MADE_UP["what"]) in line.render(made_up=MADE_UP)
    assert line.render(made_up=None).strip() == ""
    where = {"host": "", "port": 0, "prefix": "/", "home": None, "database": None, "browser": False}
    assert not _settings(tmp_path, where).made_up  # type: ignore[arg-type]
    (tmp_path / MARK).touch()
    assert _settings(tmp_path, where).made_up  # type: ignore[arg-type]
