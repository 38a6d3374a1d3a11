"""The ground rules of one's cohort, or one's own, as a table."""

from collections.abc import Iterator

from dlcourse.domain.ground_rules.messages import GroundRules
from dlcourse.domain.ground_rules.views import GroundRulesView
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("rule", "text", "the rule in its newest words; the first row is the aim"),
    Column("kind", "text", "aim or rule"),
    Column("status", "text", "provisional, adopted or dropped; missing for the aim"),
    Column("review", "day", "the day of review of an adopted rule"),
    Column("overdue", "yes/no", "whether that day has come"),
    Column("change", "text", "what would make you change it; for the aim, how you would notice it"),
    Column("versions", "whole", "how many versions were saved"),
    Column("consents", "whole", "how many people consent to these words"),
    Column("dissents", "whole", "how many people dissent from these words"),
)


def rows(course: Course) -> Iterator[Row]:
    """The aim, if there is one, and one row for each rule."""
    view = course.see(GroundRules())
    assert isinstance(view, GroundRulesView)
    if view.aim.newest:
        count = 1 + len(view.aim.earlier) + len(view.aim.rivals)
        yield view.aim.answer("aim"), "aim", None, None, False, view.aim.answer("notice"), count, 0, 0
    for rule in view.rules:
        now = [said.kind for said in rule.said if said.current]
        count = 1 + len(rule.text.earlier) + len(rule.text.rivals)
        answers = now.count("consent"), now.count("dissent")
        yield rule.words, "rule", rule.status, rule.review, rule.overdue, rule.text.answer("change"), count, *answers


TABLE = ResultTable("Your aim and your ground rules. One row for the aim and for each rule.", COLUMNS, rows)
