"""The aim and the rules as a document of one page, for a staff meeting."""

from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Grid, Section
from dlcourse.domain.ground_rules.views import GroundRulesView, RuleCard
from dlcourse.pages.ground_rules.words import (
    AGENDA,
    AGENDA_LINES,
    AIM,
    AIM_LABELS,
    DOCUMENT_TITLE,
    NO_AIM,
    OVERDUE,
    RULE_LABELS,
    RULES,
    STATUS,
)
from dlcourse.pages.words import counted, day


def rules_document(view: GroundRulesView) -> Document:
    """The whole page."""
    agenda = DocumentItem("", (), (), (Grid(AGENDA, ("Minute", "What you do"), AGENDA_LINES),))
    sections = (Section(AIM, (aim_item(view),)), Section(RULES, (rules_table(view), agenda)))
    return Document(DOCUMENT_TITLE, "", _about(view), sections)


def aim_item(view: GroundRulesView) -> DocumentItem:
    """The aim, and how one would notice it."""
    parts = tuple(
        DocumentPart(label, view.aim.answer(field), own=True)
        for field, label in AIM_LABELS.items()
        if view.aim.answer(field)
    )
    return DocumentItem("", (), parts or (DocumentPart("", NO_AIM),))


def rules_table(view: GroundRulesView) -> DocumentItem:
    """The rules that are adopted or provisional."""
    rows = tuple(_row(rule) for rule in view.of_status("adopted", "provisional"))
    columns = (RULE_LABELS["rule"], RULE_LABELS["change"], "State", "Review")
    grid = Grid("What we do, until we know better", columns, rows)
    return DocumentItem("", (), (), (grid,)) if rows else DocumentItem("", (), (DocumentPart("", "No rule yet."),))


def _row(rule: RuleCard) -> tuple[str, ...]:
    review = day(rule.review.isoformat()) if rule.review else ""
    state = OVERDUE if rule.overdue else STATUS[rule.status]
    return rule.words, rule.text.answer("change"), state, review


def _about(view: GroundRulesView) -> str:
    rules = view.of_status("adopted", "provisional")
    adopted = len(view.of_status("adopted"))
    return f"{day(view.today.isoformat())}. {counted(len(rules), 'rule', 'rules')}, {adopted} adopted."
