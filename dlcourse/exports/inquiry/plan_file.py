"""Writes an improvement plan as a Word document."""

from dlcourse.domain.inquiry.messages import ImprovementPlanView
from dlcourse.exports.documents import word_file
from dlcourse.pages.inquiry.document import plan_document


def plan_file(view: ImprovementPlanView) -> bytes:
    """The plan as the bytes of a .docx file."""
    return word_file(plan_document(view))
