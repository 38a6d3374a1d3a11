"""Answers a query with a document as a Word file, which a page hands to whoever asked for it."""

import base64
from collections.abc import Callable

from dlcourse.domain.document import Document
from dlcourse.domain.download import DownloadView
from dlcourse.handlers.context import Slow

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""The media type of a Word document."""


def word_file(name: str, make: Callable[[], Document]) -> Slow:
    """The document that ``make`` gives, as the file ``name``. It is made and written after the transaction."""

    def file() -> DownloadView:
        from dlcourse.exports.word import word_document  # only needed for the file

        return DownloadView(name=name, type=WORD, content=base64.b64encode(word_document(make())).decode())

    return Slow(file)
