"""Authors' and readers' Markdown as HTML that is safe to show: raw HTML stays text, links lead nowhere dangerous."""

from functools import lru_cache

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("js-default", {"html": False, "linkify": False, "breaks": False}).disable("image")


@lru_cache(maxsize=2048)
def html(text: str) -> str:
    """The Markdown text as HTML paragraphs."""
    return str(_MARKDOWN.render(text))


@lru_cache(maxsize=2048)
def inline(text: str) -> str:
    """One line of Markdown as HTML without a paragraph around it."""
    return str(_MARKDOWN.renderInline(text))
