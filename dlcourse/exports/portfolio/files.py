"""Writes a portfolio as a Word document or as Markdown. Nobody's words are changed, whatever their script."""

from dlcourse.domain.portfolio.messages import ChosenPieces
from dlcourse.exports.documents import WORD, word_file
from dlcourse.exports.markdown import markdown
from dlcourse.pages.portfolio.document import document

TYPES = {
    "docx": WORD,
    "md": "text/markdown; charset=utf-8",
}


def portfolio_file(chosen: ChosenPieces, form: str) -> bytes:
    """The portfolio as ``docx`` or ``md``."""
    if form == "md":
        return markdown(document(chosen)).encode()
    return word_file(document(chosen))
