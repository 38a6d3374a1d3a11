"""The list of notebooks in plain Voila that is started with the course's template."""

import re
from pathlib import Path

import jinja2
import voila  # type: ignore[import-untyped]

TEMPLATE = Path(__file__).parents[2] / "dlcourse/voila_template"
TREE = "tree-lab.html"
"""What Voila calls the page with the list."""


def page(*listed: dict[str, str], above: tuple[tuple[str, str], ...] = ()) -> str:
    """The page with a list, as Voila renders it."""
    found = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATE), autoescape=True)
    given = {"base_url": "/", "theme": "light", "page_title": "Home", "contents": {"content": listed}}
    return found.get_template(TREE).render(
        **given, breadcrumbs=above, include_css=lambda name: f"<style>{name}</style>"
    )


def test_the_list_links_to_notebooks_and_folders() -> None:
    """A notebook is opened, a folder is listed, and there is a way back to the folder above."""
    said = page(
        {"type": "notebook", "name": "01-a & b.ipynb", "path": "x/01-a & b.ipynb"},
        {"type": "directory", "name": "facilitator", "path": "facilitator"},
        above=(("/tree/", ""), ("/tree/x", "x")),
    )
    assert re.findall(r'<a href="([^"]*)">([^<]*)</a>', said) == [
        ("/tree/", "The folder above"),
        ("/voila/render/x/01-a%20%26%20b.ipynb", "01-a &amp; b"),
        ("/voila/tree/facilitator", "facilitator/"),
    ]


def test_the_list_asks_for_nothing_elsewhere() -> None:
    """The page has no script and names no other site, and it is still the page that Voila shows as its list."""
    said = page()
    assert "//" not in said
    assert "<script" not in said
    assert f'"{TREE}"' in Path(voila.__file__).with_name("tornado").joinpath("treehandler.py").read_text("utf-8")
