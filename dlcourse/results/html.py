"""How results look in a cell: small pieces of HTML. Every text in them is escaped."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape


def definition_list(title: str, entries: Mapping[str, str]) -> str:
    """A title, and each name in code type with what is said about it."""
    items = "".join(f"<dt><code>{escape(name)}</code></dt><dd>{escape(says)}</dd>" for name, says in entries.items())
    return f"<p>{escape(title)}</p><dl>{items}</dl>"


def html_table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a caption."""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in headings)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    caption = f"<caption>{escape(title)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
