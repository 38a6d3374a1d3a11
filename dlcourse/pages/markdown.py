"""Authors' and readers' Markdown as HTML that is safe to show: raw HTML stays text, links lead nowhere dangerous."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("js-default", {"html": False, "linkify": False, "breaks": False}).disable("image")


@lru_cache(maxsize=2048)
def html(text: str) -> str:
    """The Markdown text as HTML paragraphs."""
    return str(_MARKDOWN.render(text))


@lru_cache(maxsize=2048)
def inline(text: str) -> str:
    """One line of Markdown as HTML without a paragraph around it."""
    return str(_MARKDOWN.renderInline(text))


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """The Markdown text without its marks; an empty line between paragraphs."""
    blocks = [token for token in _MARKDOWN.parse(text) if token.type in {"inline", "fence", "code_block"}]
    return "\n\n".join("".join(_words(token)) for token in blocks)


def _words(block: Token) -> list[str]:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return [breaks.get(token.type, token.content) for token in block.children or [block]]
