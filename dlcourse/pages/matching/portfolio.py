"""A plan for a team, as a piece of a portfolio."""

from dlcourse.domain.chart import Chart
from dlcourse.domain.document import DocumentItem, Grid, PieceKind
from dlcourse.domain.matching.plan import Plan
from dlcourse.domain.matching.team import Team
from dlcourse.pages.matching.plan.tables import by_task
from dlcourse.pages.words import day

PLANS = PieceKind(
    kind="plan",
    rank=40,
    heading="Plans",
    note="Who does what, with the names that stand in the plan. Ask those people before you show it to anyone.",
    empty="When you have had a plan made for a team, it appears here.",
    section="Plans",
)


def plan_item(name: str, made: str, members: Team, plan: Plan, load: Chart) -> DocumentItem:
    """The plan under its name; ``made`` is the line that says for whom, when and how well it was made.

    ``load`` draws how much of their time each person gives.
    """
    found = by_task(members, plan)
    rows = tuple(tuple("; ".join(cell) for cell in row) for row in found["rows"])
    return DocumentItem(name, (made,), (), (Grid(found["title"], tuple(found["columns"]), rows),), (load,))


def plan_line(team: str, at: str, *, proven: bool) -> str:
    """For whom and when a plan was made, and whether a better one may exist."""
    sure = "No plan is better: every aim is proven." if proven else "A better one may exist."
    return f"A plan for “{team}”, made on {day(at)}. {sure}"
