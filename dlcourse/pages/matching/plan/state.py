"""What is open on the planning page, and what was seen of it; how it is read from a place and written into one."""

from dataclasses import dataclass, field
from types import MappingProxyType

from dlcourse.domain.download import DownloadView
from dlcourse.domain.drafts import DraftCard
from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.plan_messages import BringTeam, PlanOf, Plans, TeamCheckView, TeamOf
from dlcourse.domain.matching.plan_views import TeamView
from dlcourse.domain.speech import TAG, View, decode
from dlcourse.errors import CourseError
from dlcourse.pages.matching.plan.messages import OpenPlan, stored_wishes
from dlcourse.pages.matching.team.form import Checks
from dlcourse.pages.program import Raw

Opened = Plans | TeamOf | PlanOf
ALL, NO_WISHES, UNCHECKED = Plans(), Wishes(), TeamCheckView(problems=())
OWN = "own"
"""At this address one's own team opens: the newest that is no sample, or else the form for a new one."""
NO_CHECKS: Checks = MappingProxyType({})


@dataclass(frozen=True)
class PlanState:
    """What is open (``query``) and seen; the wishes for the next plan; what was found in files just brought.

    ``new`` says that the form for a new team is open, ``own`` that one's own team is to be opened as soon as it is
    known which one that is, ``missing`` that there is nothing at the address. ``drafts`` are teams that were typed and
    not saved, ``checks`` what was found in those that belong to what is open; ``topic`` changes with them. ``said`` is
    what came of the last command. ``taken`` is a file that was asked for, with the ``ask`` of whoever asked.
    """

    query: Opened = ALL
    new: bool = False
    own: bool = False
    missing: bool = False
    view: View | None = None
    wishes: Wishes = NO_WISHES
    bringing: BringTeam | None = None
    checked: TeamCheckView = UNCHECKED
    drafts: tuple[DraftCard, ...] = ()
    topic: str = ""
    checks: Checks = field(default_factory=lambda: NO_CHECKS)
    said: str = ""
    taken: tuple[str, DownloadView] | None = None
    asked: str = ""
    saved: str = ""
    notice: CourseError | None = None

    @property
    def team(self) -> str | None:
        """The team that can be changed on this screen, empty for a new one; None if there is no form for a team."""
        if self.new:
            return ""
        return self.query.team if isinstance(self.query, TeamOf) else None

    @property
    def base(self) -> str:
        """The version of the team that would be corrected; empty for a new one."""
        return self.view.words if isinstance(self.view, TeamView) else ""


def opened(place: Raw) -> PlanState:
    """The state at a place. Raises a `CourseError` if the place is invalid."""
    raw = {"plan": place.get("plan") or None, "team": place.get("team") or None, "step": place.get("step") or ""}
    found = decode(OpenPlan, {TAG: "OpenPlan", **raw})
    opening = place.get("opening", "")
    if opening not in {"", OWN}:
        return PlanState(missing=True)
    state = at(found, stored_wishes(place.get("wishes")))
    return PlanState(state.query, new=state.new, own=opening == OWN and not any(raw.values()), wishes=state.wishes)


def at(message: OpenPlan, wishes: Wishes = NO_WISHES) -> PlanState:
    """The state in which what the message names is opened: all teams where it names nothing."""
    if message.plan:
        return PlanState(PlanOf(plan=message.plan), wishes=wishes)
    if message.team:
        return PlanState(TeamOf(team=message.team), wishes=wishes)
    return PlanState(new=message.step == "new", wishes=wishes)


def place_of(state: PlanState) -> dict[str, object]:
    """What the browser saves, so that the same opens again."""
    step = "new" if state.new else ""
    return {**state.query.model_dump(mode="json"), "step": step, "wishes": state.wishes.model_dump(mode="json")}
