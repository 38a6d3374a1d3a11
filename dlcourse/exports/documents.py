"""Word documents for whoever asks for one: written in a process of their own where many people are answered."""

from dlcourse.domain.document import Document
from dlcourse.work_process import computed

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""The media type of a Word document."""


def word_file(document: Document) -> bytes:
    """The document as the bytes of a .docx file. See `dlcourse.work_process.computed` for what it raises."""
    return computed(written, document)


def written(document: Document) -> bytes:
    """The same, written here and now."""
    from dlcourse.exports.word import word_document  # loaded only where it is written

    return word_document(document)
