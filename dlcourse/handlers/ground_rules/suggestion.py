"""What the ground rules offer to the problem of practice: the aim, and one rule."""

from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.ground_rules.register import rules_of
from dlcourse.handlers.part_suggestions import part_suggestion


@part_suggestion("04-ground-rules")
def suggest_aim_and_rule(context: ReadContext) -> dict[str, str]:
    """The aim, and the first rule that is adopted; if none is, the first provisional one."""
    view = rules_of(context)
    rules = (*view.of_status("adopted"), *view.of_status("provisional"))
    return {"aim": view.aim.answer("aim"), "rule": rules[0].words if rules else ""}
