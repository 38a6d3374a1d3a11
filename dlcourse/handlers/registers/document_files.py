"""Answers a query with a document as a Word file, which a page hands to whoever asked for it."""

import base64
from collections.abc import Callable

from dlcourse.domain.document import Document
from dlcourse.domain.download import DownloadView
from dlcourse.exports import documents
from dlcourse.handlers.context import Slow


def word_file(name: str, make: Callable[[], Document]) -> Slow:
    """The document that ``make`` gives, as the file ``name``. It is made and written after the transaction."""

    def file() -> DownloadView:
        content = base64.b64encode(documents.word_file(make())).decode()
        return DownloadView(name=name, type=documents.WORD, content=content)

    return Slow(file)
