"""The aim and the rules as a document of one page, for a staff meeting."""

from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Grid, Section
from dlcourse.domain.ground_rules.views import GroundRulesView, RuleCard
from dlcourse.pages.ground_rules.words import (
    AGENDA,
    AGENDA_CAPTION,
    AGENDA_LINES,
    AIM,
    AIM_LABELS,
    CAPTION,
    DOCUMENT_TITLE,
    NO_AIM,
    NONE_YET,
    OVERDUE,
    RULE_LABELS,
    RULES,
    STATUS,
    UNTIL_BETTER,
)
from dlcourse.pages.words import counted, day


def rules_document(view: GroundRulesView) -> Document:
    """The whole page."""
    agenda = DocumentItem(AGENDA, (), (), (Grid(AGENDA_CAPTION, ("Minute", "What you do"), AGENDA_LINES),))
    sections = (Section(AIM, (aim_item(view),)), Section(RULES, (rules_table(view), agenda)))
    return Document(DOCUMENT_TITLE, "", _about(view), sections)


def aim_item(view: GroundRulesView) -> DocumentItem:
    """The aim, and how one would notice it."""
    notice = DocumentPart(AIM_LABELS["notice"], view.aim.answer("notice"), own=True)
    return DocumentItem(view.aim.answer("aim") or NO_AIM, (), (notice,) if notice.words else ())


def rules_table(view: GroundRulesView) -> DocumentItem:
    """The rules that are adopted or provisional."""
    rows = tuple(_row(rule) for rule in view.of_status("adopted", "provisional"))
    columns = (RULE_LABELS["rule"], RULE_LABELS["change"], "State", "Review")
    return DocumentItem(UNTIL_BETTER if rows else NONE_YET, (), (), (Grid(CAPTION, columns, rows),) if rows else ())


def _row(rule: RuleCard) -> tuple[str, ...]:
    review = day(rule.review.isoformat()) if rule.review else ""
    state = OVERDUE if rule.overdue else STATUS[rule.status]
    return rule.words, rule.text.answer("change"), state, review


def _about(view: GroundRulesView) -> str:
    rules = view.of_status("adopted", "provisional")
    adopted = len(view.of_status("adopted"))
    return f"{day(view.today.isoformat())}. {counted(len(rules), 'rule', 'rules')}, {adopted} adopted."
