"""Writes a portfolio as a Word document or as Markdown. Nobody's words are changed, whatever their script."""

from dlcourse.domain.portfolio.messages import PortfolioView
from dlcourse.exports.markdown import markdown
from dlcourse.pages.portfolio.document import document

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}


def portfolio_file(view: PortfolioView, form: str) -> bytes:
    """The portfolio as ``docx`` or ``md``."""
    if form == "md":
        return markdown(document(view)).encode()
    from dlcourse.exports.word import word_document  # only needed if one is asked for

    return word_document(document(view))
