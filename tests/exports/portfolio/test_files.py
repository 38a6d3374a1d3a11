"""A portfolio as a file: real headings, accessible tables, and everybody's words as they were written."""

import io
import re
import zipfile
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Grid, Section
from dlcourse.exports.markdown import markdown, words
from dlcourse.exports.word import word_document

READER = MarkdownIt("commonmark").enable("table")
ODD = "שלום לכולם <b>&amp; *stars* _lines_ [link](x) | pipe `code` 👩🏽‍🏫\n# not a heading\n\n1. not a list\n- nor this"
GRID = Grid("Who | was heard", ("Person", "Own *facts*"), (("Joy | Baptiste", "0 of 2"), ("عمر", "1 of 2")))
ITEM = DocumentItem("Whose knowledge?", ("Written on 7 May 2026.",), (DocumentPart("What", ODD, own=True),), (GRID,))
MADE = Document("Portfolio", "Zoë אבג", "1 piece.", (Section("The reading gap", (ITEM,)),))
lines = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]) | st.sampled_from("#>*_`[]()!\\|~<&-+=.1 \n")
)


def visible(tokens: list[Any]) -> str:
    """Return what a reader of rendered Markdown sees, with its lines."""
    said: list[str] = []
    for token in tokens:
        said.extend("\n" if child.type.endswith("break") else child.content for child in token.children or [])
        said.append("\n")
    return "".join(said)


def squeezed(text: str) -> list[str]:
    """The lines of a text that are not empty, without the whitespace that Markdown drops."""
    return [" ".join(line.split()) for line in re.split(r"\r\n|\r|\n", text) if line.split()]


@given(lines)
def test_words_are_rendered_as_they_were_typed(text: str) -> None:
    """Whatever somebody writes, Markdown shows it as text, and never as a heading, list, link, table or HTML."""
    tokens = READER.parse(words(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    children = [child.type for token in tokens for child in token.children or []]
    assert set(children) <= {"text", "text_special", "hardbreak", "softbreak"}
    assert squeezed(visible(tokens)) == squeezed(text)


def test_the_markdown_has_the_document_s_headings_and_tables() -> None:
    """Headings go down one level at a time, and a table has all its rows, even with vertical bars in them."""
    tokens = READER.parse(markdown(MADE))
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h3", "h4", "h4"]
    assert [token.type for token in tokens].count("tr_open") == 3
    assert "Joy | Baptiste" in visible(tokens)


def test_the_word_document_is_made_of_styles() -> None:
    """Title, subtitle and headings are real word-processor styles, and the language is set."""
    file = docx.Document(io.BytesIO(word_document(MADE)))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in file.paragraphs if paragraph.style]
    assert ("Title", "Portfolio") in styles
    assert ("Subtitle", "Zoë אבג") in styles
    assert [name for name, _ in styles if name.startswith("Heading")] == [
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Heading 3",
    ]
    assert (file.core_properties.title, file.core_properties.language) == ("Portfolio", "en")
    assert '<w:lang w:val="en"/>' in part(MADE, "word/styles.xml")


def test_the_file_s_own_properties_say_nothing_else() -> None:
    """They have the name that the author chose, and no program name and no made-up date."""
    properties = part(MADE, "docProps/core.xml")
    assert "python" not in properties
    assert "2013" not in properties
    assert docx.Document(io.BytesIO(word_document(MADE))).core_properties.author == MADE.name


def test_a_table_can_be_read_out() -> None:
    """Its first row is repeated as a header on each page, and it has a description for people who cannot see it."""
    (table,) = docx.Document(io.BytesIO(word_document(MADE))).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [list(GRID.columns), *map(list, GRID.rows)]
    xml = part(MADE, "word/document.xml")
    assert xml.count("<w:tblHeader") == 1
    assert 'w:tblDescription w:val="Who | was heard: Person, Own *facts*"' in xml


def test_words_of_any_script_survive() -> None:
    """Right-to-left text is marked as such, emoji and combining marks stay, and lines stay lines."""
    file = docx.Document(io.BytesIO(word_document(MADE)))
    texts = [paragraph.text for paragraph in file.paragraphs]
    assert [each for each in texts if each in ODD.split("\n\n")] == ODD.split("\n\n")
    xml = part(MADE, "word/document.xml")
    assert xml.count("<w:bidi/>") == xml.count("<w:rtl/>") == 2
    assert "<b>" not in xml


@pytest.mark.parametrize("text", ["\x00", "\x0b\x0c", "\x1b[31m", "\ufffe", "\u202e", "x" * 1000, " \n \n"])
def test_odd_signs_spoil_no_file(text: str) -> None:
    """Whatever the text contains, both files can be opened."""
    made = Document(text, text, text, (Section(text, (DocumentItem(text, (text,), (DocumentPart(text, text),)),)),))
    assert docx.Document(io.BytesIO(word_document(made))).paragraphs
    assert READER.parse(markdown(made)) is not None


def part(made: Document, name: str) -> str:
    """Return one part of the package that a .docx is."""
    with zipfile.ZipFile(io.BytesIO(word_document(made))) as package:
        return package.read(name).decode()
