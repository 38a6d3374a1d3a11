"""The ground rules on the screen of a room: the aim, each rule with how people stand to it, and where all of it is."""

from dlcourse.domain.ground_rules.messages import GroundRules
from dlcourse.domain.ground_rules.views import GroundRulesView, RuleCard
from dlcourse.pages.ground_rules import words
from dlcourse.pages.ground_rules.rule_card import state_of
from dlcourse.pages.registers.room import RoomPart, part, room_page


def parts(view: GroundRulesView) -> list[RoomPart]:
    """The aim, the rules in the order in which they were proposed, and the whole. Dropped rules are left out."""
    there = view.of_status("provisional", "adopted")
    return [_aim(view), *(_rule(rule, view) for rule in there), _whole(view)]


def _aim(view: GroundRulesView) -> RoomPart:
    aim = view.aim
    return part(
        "aim",
        aim.answer("aim") or words.AIM,
        mark=words.AIM if aim.newest else "",
        lines=[(words.AIM_LABELS["notice"], aim.answer("notice"))],
        listed=("", [words.ROOM_AIM] if not aim.newest else [words.ROOM_TWO_TEXTS] if aim.rivals else []),
    )


def _rule(rule: RuleCard, view: GroundRulesView) -> RoomPart:
    reasons = [said.words for said in rule.said if said.kind == "dissent" and said.counts and said.words]
    silent = view.people - rule.consents - rule.dissents
    asked = [(words.ROOM_CONSENT, rule.consents), (words.ROOM_DISSENT, rule.dissents), (words.ROOM_SILENT, silent)]
    return part(
        rule.id,
        rule.words or words.GONE,
        mark=state_of(rule),
        lines=[(words.RULE_LABELS["change"], rule.text.answer("change"))],
        counts=asked if view.together and rule.status == "provisional" else [],
        listed=(words.ROOM_REASONS, reasons),
    )


def _whole(view: GroundRulesView) -> RoomPart:
    provisional, adopted = (len(view.of_status(status)) for status in ("provisional", "adopted"))
    due = [rule.words for rule in view.rules if rule.overdue]
    counts = [(words.STATUS["provisional"], provisional), (words.STATUS["adopted"], adopted)]
    return part("whole", words.ROOM_WHOLE, counts=counts, listed=(words.OVERDUE, due))


PAGE = room_page(
    "rules-room",
    GroundRules(),
    GroundRulesView,
    parts,
    {"to": "ground-rules", "text": words.TITLE, "note": ""},
)
