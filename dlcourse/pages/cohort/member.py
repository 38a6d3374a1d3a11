"""The page of one's cohort: who leads it, who can see what, its calendar, one's name and reviewers, and leaving it.

To the host it lists all cohorts, and offers to create one.
"""

from dataclasses import dataclass, replace
from typing import Any, TypedDict

from dlcourse.domain.cohort.messages import (
    ChooseReviewers,
    Cohorts,
    CreateCohort,
    LeaveCohort,
    MakeMyPhrase,
    MyCohort,
    RenameMyself,
)
from dlcourse.domain.cohort.views import CohortsView, MyCohortView
from dlcourse.domain.speech import Command
from dlcourse.errors import CourseError
from dlcourse.pages.cohort import COHORT_PAGE
from dlcourse.pages.cohort.member_contents import CohortListProps, MyCohortProps, cohort_list, my_cohort
from dlcourse.pages.cohort.once import SecretProps, secrets_of
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Done, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import LinkProps, PageProps, page_props


@dataclass(frozen=True)
class MemberState:
    """The cohorts and the current one; ``secrets`` were just made, and ``left`` says that one has left."""

    cohorts: CohortsView | None = None
    mine: MyCohortView | None = None
    secrets: tuple[SecretProps, ...] = ()
    left: bool = False
    told: str = ""
    saved: str = ""
    notice: CourseError | None = None


class LeftProps(TypedDict):
    """What somebody reads who has just left, and where they can go on."""

    title: str
    note: str
    join: LinkProps


class CohortProps(PageProps):
    """What the page draws. ``left`` replaces everything else; ``told`` is what became of the last step."""

    title: str
    told: str
    left: LeftProps | None
    secrets: list[SecretProps]
    cohorts: CohortListProps | None
    mine: MyCohortProps | None


TOLD: dict[type[Command], str] = {
    RenameMyself: "Your name is changed.",
    ChooseReviewers: "Your reviewers are chosen.",
    MakeMyPhrase: "You have a new phrase.",
    CreateCohort: "The cohort is ready. Its code and its key are below.",
    LeaveCohort: "",
}
LEFT: LeftProps = {
    "title": "You have left the cohort",
    "note": "This device is signed out. Nobody in the cohort can see anything of yours any more, and your work was not "
    "deleted. To come back, ask a facilitator for a new phrase.",
    "join": {"to": "join", "text": "Join a cohort", "note": ""},
}


def init(place: Raw) -> Step[MemberState]:  # noqa: ARG001 (there is one place)
    """Look at the cohorts."""
    return MemberState(), (See(Cohorts()),)


def update(state: MemberState, message: Any) -> Step[MemberState]:
    """Send commands, reload, and show what is new."""
    match message:
        case _ if state.left:
            return state, ()  # what is refused now needs no words any more
        case Command():
            return replace(state, notice=None, secrets=(), told=""), (Do(message),)
        case Done(command=LeaveCohort()):
            return replace(state, left=True, notice=None), ()
        case Done(command=command, recorded=recorded):
            told = replace(state, secrets=secrets_of(recorded), told=TOLD[type(command)], saved=recorded.at)
            return told, (See(Cohorts()),)
        case LookAgain() | Noticed():
            return state, (See(Cohorts()),)
        case Seen(view=CohortsView() as view):
            mine = view.current and not view.may_create  # whoever runs the server is not shown as a member
            again = (See(MyCohort(cohort=view.current)),) if mine else ()
            return replace(state, cohorts=view), again
        case Seen(view=MyCohortView() as mine):
            return replace(state, mine=mine), (Watch(mine.topic),)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def props(state: MemberState) -> CohortProps:
    """What the page draws."""
    frame = page_props(COHORT_PAGE, {}, saved=state.saved, notice=state.notice)
    return {
        **frame,
        "looks": not state.left,
        "title": state.mine.name if state.mine else "",
        "told": state.told,
        "left": LEFT if state.left else None,
        "secrets": list(state.secrets),
        "cohorts": cohort_list(state.cohorts) if state.cohorts else None,
        "mine": my_cohort(state.mine) if state.mine else None,
    }


PAGE = Page(COHORT_PAGE, init, Takes("your cohort", (LookAgain, *TOLD)), update, props)
