"""What the map of responsibility offers to the problem of practice: who leads, contributes, learns and answers."""

from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.part_suggestions import part_suggestion
from dlcourse.handlers.responsibility.register import map_of


@part_suggestion("05-stretched-over")
def suggest_who_does_what(context: ReadContext) -> dict[str, str]:
    """The people of the first piece of leading on the map, and what the one who answers may decide."""
    view = map_of(context)
    if not view.shares:
        return {}
    share = view.shares[0].share
    contributes = (f"{each.name}: {each.knows}" if each.knows else each.name for each in share.contributes)
    answers = f"{share.answers}; may decide: {share.authority}" if share.authority else share.answers
    return {
        "leads": "\n".join(share.leads),
        "contributes": "\n".join(contributes),
        "learns": "\n".join(share.learns),
        "answers": answers,
    }
