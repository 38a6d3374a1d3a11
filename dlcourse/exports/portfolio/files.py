"""A portfolio as a file: a Word document, or Markdown. Nobody's words are changed on the way, whatever their script."""

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
    from dlcourse.exports.word import word_document  # only where one is asked for

    return word_document(document(view))
