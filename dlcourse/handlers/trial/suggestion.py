"""What the trials offer to the problem of practice: the newest trial, its limit, and who may stop it."""

from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.part_suggestions import part_suggestion
from dlcourse.handlers.trial.bench import bench_of
from dlcourse.pages.trial.document import limit_of


@part_suggestion("07-a-better-way")
def suggest_trial(context: ReadContext) -> dict[str, str]:
    """The trial that is running, or else the newest one."""
    mine = [card for card in bench_of(context).cards if card.mine and card.stage != "discarded"]
    running = [card for card in mine if card.stage == "running"]
    for card in [*running, *mine]:
        limit = f"{card.plan['measure'].rstrip('.')}: {limit_of(card)}"
        return {"trial": card.plan["test"], "limit": limit, "stop": card.plan["stop"]}
    return {}
