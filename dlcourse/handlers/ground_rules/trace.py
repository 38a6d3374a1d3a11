"""Adopted rules as decisions: who wrote and discussed them, who adopted them, and what a review has seen."""

from collections.abc import Iterator

from dlcourse.domain.ground_rules.views import GroundRulesView, RuleCard
from dlcourse.domain.trace import Traced
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.ground_rules.register import rules_of
from dlcourse.handlers.trace_sources import trace_source
from dlcourse.pages.ground_rules.words import TRACED, WROTE, YOU


@trace_source("ground-rules")
def trace_rules(context: ReadContext) -> Iterator[Traced]:
    view = rules_of(context)
    return (_traced(rule, view) for rule in view.of_status("adopted"))


def _traced(rule: RuleCard, view: GroundRulesView) -> Traced:
    adopted = next(said for said in reversed(rule.said) if said.kind == "adopted")
    reviews = [said.words for said in rule.said if said.kind == "reviewed" and said.at > adopted.at]
    said = [f"{each.by or YOU}: {each.words}" for each in rule.said if each.kind in {"dissent", "said"} and each.words]
    wrote = [f"{author} {WROTE}" for author in rule.authors or (YOU,)]
    return Traced(
        id=f"ground-rules/{rule.id}",
        kind=TRACED,
        what=rule.words,
        contributed=(*wrote, *said) if view.together else tuple(said),
        answers=adopted.by or YOU,
        changed=reviews[-1] if reviews else "",
        at=adopted.at,
    )
