"""Handles the query for a scenario before anyone takes a seat."""

from dlcourse.content.roleplay.shelf import is_in_folder, playable_scenario
from dlcourse.domain.roleplay.attempts import Brief, BriefView, brief
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import look_up


@look_up.register
def show_brief(query: Brief, context: ReadContext) -> BriefView:
    shown = brief(playable_scenario(context.library, query.scenario))
    return shown.model_copy(update={"editable": _is_editable(query.scenario, context)})


def _is_editable(scenario: str, context: ReadContext) -> bool:
    """Whether it is a file of the home's folder, and the viewer is the home's own person, who has it in the studio."""
    own = context.library.own
    return context.person == context.transaction.home and bool(own) and is_in_folder(own[0], scenario)
