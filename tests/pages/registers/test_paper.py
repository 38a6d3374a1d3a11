"""A document as it is drawn holds all words of the document, and offers it as a file."""

from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Grid, Section
from dlcourse.pages.registers.paper import dated_paper, paper

RULES = Document(
    "Our rules",
    "Ann",
    "As of today",
    (
        Section(
            "In force",
            (
                DocumentItem("Rule 1", ("since May",), (DocumentPart("Why", "It helps."),)),
                DocumentItem("Table", (), (), (Grid("Dates", ("What", "When"), (("Review", "1 May"),)),)),
            ),
        ),
    ),
)


def test_everything_in_the_document_is_drawn() -> None:
    """Title, author, headings, lines, passages and tables are all there, in their order."""
    drawn = paper(RULES)
    (section,) = drawn["sections"]
    assert (drawn["title"], drawn["name"], drawn["about"], section["heading"]) == (
        "Our rules",
        "Ann",
        "As of today",
        "In force",
    )
    rule, table = section["items"]
    assert (rule["heading"], rule["lines"], rule["parts"]) == (
        "Rule 1",
        ["since May"],
        [{"name": "Why", "text": "It helps."}],
    )
    assert table["grids"] == [{"title": "Dates", "columns": ["What", "When"], "rows": [["Review", "1 May"]]}]


def test_a_document_with_days_is_offered_for_a_calendar_too() -> None:
    """Each document can be taken along for a word processor, and one with days also for a calendar."""
    assert [file["value"] for file in paper(RULES)["files"]] == ["docx"]
    assert [file["value"] for file in dated_paper(RULES)["files"]] == ["docx", "ics"]
