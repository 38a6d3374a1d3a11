"""What the ledger offers to the problem of practice: what one asks, what one gives for it, and what one learned."""

from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.part_suggestions import part_suggestion
from dlcourse.handlers.reciprocity.expectations import ledger_of


@part_suggestion("06-reciprocity")
def suggest_reciprocity(context: ReadContext) -> dict[str, str]:
    """The newest expectation of one's own for which something is given."""
    asked = [card for card in ledger_of(context).cards if card.side == "asker" and card.given]
    if not asked:
        return {}
    newest = asked[0]
    learned = next((card.learned for card in asked if card.learned), "")
    return {"ask": newest.what, "capacity": "\n".join(newest.capacity.values()), "enabling": learned}
