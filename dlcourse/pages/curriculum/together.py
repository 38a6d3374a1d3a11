"""What the home page says about taking the course with others: one's cohort, and facilitating."""

from typing import TypedDict

from dlcourse.domain.curriculum.progress import HomeView, SessionDay
from dlcourse.pages.curriculum import words
from dlcourse.pages.props import LinkProps
from dlcourse.pages.registry import HOME_LINKS, PageLink, by_rank
from dlcourse.pages.words import day


class FacilitatingProps(TypedDict):
    """The choice to facilitate: what is said about it, where it leads, and the button that changes the choice."""

    title: str
    note: str
    links: list[LinkProps]
    chosen: bool
    change: str


def is_member(view: HomeView) -> bool:
    """Whether this is somebody who came into a cohort by a code, and does not run the server."""
    return view.cohort is not None and not view.may_create


def facilitating_props(view: HomeView) -> FacilitatingProps:
    """What whoever facilitates finds, in the order in which it is needed. In a cohort, it is nobody's own choice."""
    chosen = view.notes is not None
    with_others = [link for link in (first_cohort(view), leading_link(view)) if link]
    return {
        "title": words.FACILITATING,
        "note": words.FACILITATING_NOTES if chosen else words.FACILITATING_ASK,
        "links": [words.LEAD_HOME, *with_others, words.LEAD_KIT] if chosen else with_others,
        "chosen": chosen,
        "change": "" if view.cohort is not None else words.STOP_FACILITATING if chosen else words.FACILITATE,
    }


class CohortDay(TypedDict):
    """A day of the cohort: its session, the address if it is open already, and the day in words."""

    title: str
    to: str
    day: str
    mark: str


class CohortDays(TypedDict):
    """The cohort's calendar on the home page."""

    title: str
    days: list[CohortDay]


def cohort_days(view: HomeView) -> CohortDays | None:
    """The calendar of one's cohort; None if no day is set."""
    if not view.days:
        return None
    opened = {mark.id for mark in view.sessions if mark.open}
    return {"title": words.COHORT_DAYS, "days": [_day(each, each.session in opened) for each in view.days]}


def _day(each: SessionDay, opened: bool) -> CohortDay:  # noqa: FBT001 (whether the session is open)
    to, mark = (f"session/{each.session}", "") if opened else ("", words.NOT_OPEN)
    return {"title": each.title, "to": to, "day": day(each.on.isoformat()), "mark": mark}


def cohort_link(view: HomeView) -> LinkProps | None:
    """The way to one's cohort; None for whoever is in none."""
    if view.cohort is None:
        return None
    return {"to": "cohort", "text": view.cohort or words.COHORT, "note": words.COHORT_NOTE}


def first_cohort(view: HomeView) -> LinkProps | None:
    """The way to a first cohort, for whoever runs the server and is in none."""
    if view.cohort is not None or not view.may_create:
        return None
    return {"to": "cohort", "text": words.COHORTS, "note": words.COHORTS_NOTE}


def leading_link(view: HomeView) -> LinkProps | None:
    """The way to the live role-plays of the cohort, for those who lead it."""
    if not view.leads:
        return None
    return {"to": f"cohort/{view.leads}/live", "text": words.LIVE, "note": words.LIVE_NOTE}


class LiveNowProps(TypedDict):
    """The live sessions that are open to this person now."""

    title: str
    sessions: list[LinkProps]


def live_now(view: HomeView) -> LiveNowProps | None:
    """The ways into the open live sessions of one's cohort; None if there are none."""
    if not view.live:
        return None
    links = [
        LinkProps(
            to=f"live/{each.session}", text=each.title, note=words.LIVE_GO_ON if each.entered else words.LIVE_ENTER
        )
        for each in view.live
    ]
    return {"title": words.LIVE_NOW, "sessions": links}


def links_for(view: HomeView) -> list[PageLink]:
    """The links to what is a person's own, without those that are of no use to a member of a cohort."""
    return [link for link in by_rank(HOME_LINKS) if link.for_members or not is_member(view)]


def own_title(view: HomeView) -> str:
    """The title of one's own scenarios. Members see those of whoever runs the server; it is empty if there are none."""
    if not is_member(view):
        return words.OWN
    return words.MORE_SCENARIOS if any(mark.own for mark in view.scenarios) else ""
