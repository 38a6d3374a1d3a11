"""Writes an improvement plan as a Word document."""

from dlcourse.domain.inquiry.messages import ImprovementPlanView
from dlcourse.exports.word import word_document
from dlcourse.pages.inquiry.document import plan_document

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def plan_file(view: ImprovementPlanView) -> bytes:
    """The plan as the bytes of a .docx file."""
    return word_document(plan_document(view))
