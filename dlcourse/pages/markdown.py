"""Authors' and readers' Markdown as HTML that is safe to show: raw HTML stays text, links lead nowhere dangerous."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_OPTIONS = {"html": False, "linkify": False, "breaks": False}
_MARKDOWN = MarkdownIt("js-default", _OPTIONS).disable("image")
_WITHOUT_LINKS = MarkdownIt("js-default", _OPTIONS).disable(["image", "link", "reference"])
MOST_LOOKED_AT = 3_000_000
"""Opening brackets of a text times its characters: for each bracket the rest is searched for the one that closes it."""


@lru_cache(maxsize=2048)
def html(text: str) -> str:
    """The Markdown text as HTML paragraphs; a text with thousands of brackets shows them instead of links."""
    return str(_reader(text).render(text))


@lru_cache(maxsize=2048)
def inline(text: str) -> str:
    """One line of Markdown as HTML without a paragraph around it."""
    return str(_reader(text).renderInline(text))


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """The Markdown text without its marks; an empty line between paragraphs."""
    blocks = [token for token in _reader(text).parse(text) if token.type in {"inline", "fence", "code_block"}]
    return "\n\n".join("".join(_words(token)) for token in blocks)


def _reader(text: str) -> MarkdownIt:
    return _WITHOUT_LINKS if text.count("[") * len(text) > MOST_LOOKED_AT else _MARKDOWN


def _words(block: Token) -> list[str]:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return [breaks.get(token.type, token.content) for token in block.children or [block]]
