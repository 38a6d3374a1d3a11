"""The days on which adopted rules are reviewed, for a calendar file."""

from collections.abc import Iterator

from dlcourse.domain.dates import CalendarDate
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.dates import calendar_source
from dlcourse.handlers.ground_rules.register import rules_of
from dlcourse.pages.ground_rules.words import REVIEW_ABOUT, REVIEW_TITLE


@calendar_source("rule-review")
def find_review_dates(context: ReadContext) -> Iterator[CalendarDate]:
    view = rules_of(context)
    for rule in view.of_status("adopted"):
        if rule.review:
            about = REVIEW_ABOUT.format(rule=rule.words, change=rule.text.answer("change"))
            yield CalendarDate(id=f"rule-{rule.id}", on=rule.review, title=REVIEW_TITLE, about=about, at=view.changed)
