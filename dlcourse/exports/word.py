"""Writes a document as .docx with real headings and styles, for tables of contents, screen readers and other templates.

A paragraph that begins in a right-to-left script runs from right to left. Characters that XML cannot hold become a
replacement character.
"""

import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import docx
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from dlcourse.domain.chart import Chart
from dlcourse.domain.document import Document, DocumentItem, Grid
from dlcourse.exports.chart_pictures import pictures

ACCENT, QUIET = RGBColor(0x0D, 0x5C, 0x5A), RGBColor(0x55, 0x55, 0x55)
NOTE = "Note"
LANGUAGE = "en"
WIDEST, HIGHEST = Cm(16), Cm(20)
"""How large a picture may be: as wide as the text, and lower than a page."""
CARD = Cm(4.5)
"""The height of a name card."""
PROPERTY = 255
"""The most characters that a file property can have in this format."""
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def word_document(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    file = docx.Document()
    _style(file)
    _describe(file, document)
    _add(file, document.title, "Title")
    if document.name:
        _add(file, document.name, "Subtitle")
    _add(file, document.about, NOTE)
    drawn = _drawn(document)
    for section in document.sections:
        _add(file, section.heading, "Heading 1")
        file.paragraphs[-1].paragraph_format.page_break_before = section.alone
        for item in section.items:
            _item(file, item, drawn)
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _drawn(document: Document) -> dict[int, bytes | None]:
    """The picture of each chart in the document, by the chart's identity."""
    charts = [chart for section in document.sections for item in section.items for chart in item.charts]
    return dict(zip(map(id, charts), pictures(charts), strict=True))


def _item(file: Any, item: DocumentItem, drawn: Mapping[int, bytes | None]) -> None:
    if item.heading:
        _add(file, item.heading, "Heading 2")
    for line in item.lines:
        _add(file, line, NOTE)
    for part in item.parts:
        if part.heading.strip():
            _add(file, part.heading, "Heading 3")
        for words in _paragraphs(part.words):
            _add(file, words, "Normal")
    for chart in item.charts:
        _chart(file, chart, drawn[id(chart)])
    for grid in item.grids:
        _grid(file, grid)
    for blank in item.blanks:
        _blank(file, blank)
    if item.cards:
        _cards(file, item.cards)


def _blank(file: Any, question: str) -> None:
    """A question, and a line to write on."""
    _add(file, question, "Normal")
    line = file.add_paragraph("\t")
    line.paragraph_format.tab_stops.add_tab_stop(WIDEST, leader=WD_TAB_LEADER.LINES)
    line.paragraph_format.space_before = Pt(10)


def _cards(file: Any, cards: Sequence[tuple[str, str]]) -> None:
    """Names in large letters, one in each row of a table, to be cut out along its lines."""
    table = file.add_table(rows=0, cols=1, style="Table Grid")
    for name, below in cards:
        row = table.add_row()
        row.height = CARD
        _set(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 (the library has no name for it)
        (cell,) = row.cells
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        for paragraph, text, size in ((cell.paragraphs[0], name, 32), (cell.add_paragraph(), below, 14)):
            _fill(paragraph, text)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            for run in paragraph.runs:
                run.font.size = Pt(size)
    _close(file.add_paragraph())


def _chart(file: Any, chart: Chart, picture: bytes | None) -> None:
    """The chart with its title and its sentence; what it shows is also said by its description, for screen readers."""
    _add(file, chart.title, "Heading 3")
    if picture:
        shape = file.add_picture(io.BytesIO(picture))
        shape.width, shape.height = _fitting(shape.width, shape.height)
        about = shape._inline.docPr  # noqa: SLF001 (the library has no name for it)
        about.set("descr", _fit(f"{chart.title}. {chart.description} {chart.says}"))
        file.paragraphs[-1].paragraph_format.keep_with_next = True
    _add(file, chart.says, "Normal")


def _fitting(width: int, height: int) -> tuple[int, int]:
    """Make a size smaller that is wider or higher than a picture may be."""
    share = min(1.0, WIDEST / width, HIGHEST / height)
    return round(width * share), round(height * share)


def _paragraphs(text: str) -> list[str]:
    found = re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"))
    return [words for words in found if words.strip()]


def _grid(file: Any, grid: Grid) -> None:
    _add(file, grid.caption, "Heading 3")
    table = file.add_table(rows=0, cols=len(grid.columns), style="Table Grid")
    for place, row in enumerate((grid.columns, *grid.rows)):
        line = table.add_row()
        _set(line._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 (the library has no name for it)
        for cell, text in zip(line.cells, row, strict=True):
            _fill(cell.paragraphs[0], text)
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            cell.paragraphs[0].paragraph_format.line_spacing = 1
            for run in cell.paragraphs[0].runs:
                run.font.size, run.bold = Pt(9), place == 0
    _set(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001
    _set(table._tbl.tblPr, "w:tblCaption", val=grid.caption)  # noqa: SLF001
    _set(table._tbl.tblPr, "w:tblDescription", val=f"{grid.caption}: {', '.join(grid.columns)}")  # noqa: SLF001
    _close(file.add_paragraph())


def _close(paragraph: Any) -> None:
    """Add the paragraph that must follow a table but should not be seen."""
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(4)


def _add(file: Any, text: str, style: str) -> None:
    _fill(file.add_paragraph(style=style), text)


def _fill(paragraph: Any, text: str) -> None:
    """Put text into a paragraph. Line breaks stay, and the direction is that of the first letter."""
    run = paragraph.add_run(_fit(text))
    if _right_to_left(text):
        _set(paragraph._p.get_or_add_pPr(), "w:bidi")  # noqa: SLF001
        _set(run._r.get_or_add_rPr(), "w:rtl")  # noqa: SLF001


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)


def _right_to_left(text: str) -> bool:
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind in {"R", "AL"} for kind in kinds if kind in {"L", "R", "AL"}), False)


def _set(parent: Any, name: str, **values: str) -> None:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), _fit(value))
    parent.append(element)


def _describe(file: Any, document: Document) -> None:
    about = file.core_properties
    about.title, about.author = (_fit(text)[:PROPERTY] for text in (document.title, document.name))
    about.language, about.comments = LANGUAGE, ""
    for day in about._element.xpath("dcterms:created | dcterms:modified"):  # noqa: SLF001 (of the library's template)
        about._element.remove(day)  # noqa: SLF001
    foot = file.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _number(foot)


def _number(paragraph: Any) -> None:
    """The page number, as a field that the word processor fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001


def _style(file: Any) -> None:
    """Set the look of the whole document in its styles and nowhere else."""
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(8), 1.2
    for name, size in (("Title", 26), ("Subtitle", 14), ("Heading 1", 18), ("Heading 2", 14), ("Heading 3", 11.5)):
        _heading(file.styles[name], size)
    note = file.styles.add_style(NOTE, 1)
    note.base_style = normal
    note.font.size, note.font.color.rgb = Pt(9.5), QUIET
    note.paragraph_format.space_after, note.paragraph_format.keep_with_next = Pt(4), True
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    defaults = file.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(language)


def _heading(style: Any, size: float) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]  # otherwise the fonts of the theme would override those of the style
    style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), ACCENT
    style.font.italic = False
