"""Renders the Markdown cells of authors as HTML for session pages.

The Markdown of a notebook comes with the course, so HTML in it stays. The security policy of the pages lets none of it
run.
"""

import base64
import mimetypes
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

_ALIGNED = {"text-align:right": "right", "text-align:center": "center"}


@lru_cache(maxsize=512)
def to_html(text: str, folder: Path) -> Markup:
    """Return the HTML of a Markdown text. Pictures in ``folder`` are embedded."""
    return Markup(_markdown().render(text, {"folder": folder}))  # noqa: S704 - it comes with the course


def anchor(heading: str) -> str:
    """Return the anchor name of a heading, the same as in JupyterLab."""
    return heading.replace(" ", "-")


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    markdown.add_render_rule("heading_open", _heading)
    markdown.add_render_rule("th_open", _cell)
    markdown.add_render_rule("td_open", _cell)
    markdown.add_render_rule("image", _image)
    return markdown


def _heading(self: RendererHTML, tokens: Sequence[Token], place: int, options: Any, env: Any) -> str:
    """A heading with an anchor name."""
    tokens[place].attrSet("id", anchor(tokens[place + 1].content))
    return self.renderToken(tokens, place, options, env)


def _cell(self: RendererHTML, tokens: Sequence[Token], place: int, options: Any, env: Any) -> str:
    """A table cell, aligned by a class, because our pages allow no ``style``."""
    aligned = _ALIGNED.get(str(tokens[place].attrs.pop("style", "")))
    if aligned:
        tokens[place].attrSet("class", aligned)
    if tokens[place].tag == "th":
        tokens[place].attrSet("scope", "col")
    return self.renderToken(tokens, place, options, env)


def _image(self: RendererHTML, tokens: Sequence[Token], place: int, options: Any, env: Any) -> str:
    """A picture from a file of the course, embedded in the page."""
    token, folder = tokens[place], env["folder"]
    path = (folder / str(token.attrs["src"])).resolve()
    if path.is_relative_to(folder.resolve()) and path.is_file():
        token.attrSet("src", _inside(path, path.stat().st_mtime_ns))
    return self.image(tokens, place, options, env)


@lru_cache(maxsize=64)
def _inside(path: Path, _changed: int) -> str:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
