"""The contents of a facilitator's home."""

from collections.abc import Iterator
from typing import TypedDict

from dlcourse.domain.facilitating.home import FacilitatorHomeView, LedCohort, RunCard
from dlcourse.pages.facilitating import words
from dlcourse.pages.props import LinkProps
from dlcourse.pages.registry import FACILITATOR_LINKS, by_rank
from dlcourse.pages.words import day


class LeadQuestion(TypedDict):
    """The question whether somebody facilitates, for whoever has not chosen to."""

    title: str
    note: str
    choose: str


class NextSession(TypedDict):
    """The session that comes next: when, and what is needed for it."""

    title: str
    session: str
    note: str
    links: list[LinkProps]


class OpenRoomProps(TypedDict):
    """A live session that goes on now."""

    text: str
    links: list[LinkProps]


class LedCohortProps(TypedDict):
    """A cohort: its people and what comes next, in words; ways to it, and its open live sessions."""

    name: str
    note: str
    links: list[LinkProps]
    live: list[OpenRoomProps]


class RunEntry(TypedDict):
    """A session in the list, and its links."""

    title: str
    minutes: str
    links: list[LinkProps]


class FacilitatorContents(TypedDict):
    """Everything on the page. As long as there is something to ``ask``, the rest is empty."""

    summary: str
    ask: LeadQuestion | None
    next: NextSession | None
    cohorts_title: str
    cohorts: list[LedCohortProps]
    no_cohort: str
    new_cohort: LinkProps | None
    tools_title: str
    tools: list[LinkProps]
    sessions_title: str
    sessions: list[RunEntry]


def home_contents(view: FacilitatorHomeView) -> FacilitatorContents:
    """What the page shows."""
    titles = {run.session: run.title for run in view.runs}
    return {
        "summary": words.HOME_SUMMARY,
        "ask": question(view),
        "next": _next(view),
        "cohorts_title": words.COHORT if view.cohort else words.COHORTS,
        "cohorts": [_cohort(each, titles) for each in view.cohorts],
        "no_cohort": words.NO_COHORT if view.facilitates and not view.cohorts else "",
        "new_cohort": {"to": "cohort", "text": words.NEW_COHORT, "note": ""}
        if view.hosts and not view.cohort
        else None,
        "tools_title": words.TOOLS,
        "tools": list(_tools(view)) if view.facilitates else [],
        "sessions_title": words.SESSIONS,
        "sessions": [_entry(run) for run in view.runs],
    }


def question(view: FacilitatorHomeView | None) -> LeadQuestion | None:
    """What somebody is asked who may choose to facilitate; None for whoever does already, or may not choose."""
    if view is None or view.facilitates:
        return None
    note = f"{words.ASK_NOTE} {words.ASK_HOST}" if view.hosts else words.ASK_NOTE
    return {"title": words.ASK_TITLE, "note": note, "choose": words.CHOOSE}


def _next(view: FacilitatorHomeView) -> NextSession | None:
    found = next((run for run in view.runs if run.session == view.next), None)
    if found is None:
        return None
    return {
        "title": words.NEXT,
        "session": found.title,
        "note": words.next_note(view.on, found.minutes),
        "links": [
            *_links(found),
            LinkProps(to=f"present/{found.session}/notes", text=words.NOTES, note=""),
            LinkProps(to=f"session/{found.session}", text=words.SESSION_PAGE, note=""),
        ],
    }


def _links(run: RunCard) -> list[LinkProps]:
    return [
        LinkProps(to=f"facilitator/run/{run.session}", text=words.RUN, note=""),
        LinkProps(to=f"present/{run.session}", text=words.PRESENT, note=""),
    ]


def _entry(run: RunCard) -> RunEntry:
    return {"title": run.title, "minutes": words.minutes(run.minutes), "links": _links(run)}


def _cohort(each: LedCohort, titles: dict[str, str]) -> LedCohortProps:
    at = f"cohort/{each.cohort}"
    said = [words.HERE.of(each.people), words.STATUS.get(each.status, each.status)]
    if each.next:
        title = titles.get(each.next.session, each.next.session)
        said.append(words.NEXT_IN_COHORT.format(title=title, day=day(each.next.on.isoformat())))
    return {
        "name": each.name,
        "note": ", ".join(said),
        "links": [
            LinkProps(to=at, text=words.PEOPLE, note=words.PEOPLE_NOTE),
            LinkProps(to=f"{at}/live", text=words.LIVE, note=words.LIVE_NOTE),
            LinkProps(to=f"{at}/report", text=words.REPORT, note=words.REPORT_NOTE),
        ],
        "live": [
            {
                "text": words.LIVE_NOW.format(title=room.title),
                "links": [
                    LinkProps(to=f"{at}/live/{room.session}", text=words.CONSOLE, note=""),
                    LinkProps(to=f"{at}/live/{room.session}/screen", text=words.ROOM_SCREEN, note=""),
                ],
            }
            for room in each.live
        ],
    }


def _tools(view: FacilitatorHomeView) -> Iterator[LinkProps]:
    """The links of all subjects. One that is about a cohort is about the only one that there is."""
    cohort = view.cohort or (view.cohorts[0].cohort if len(view.cohorts) == 1 else "")
    for link in by_rank(FACILITATOR_LINKS):
        if (view.cohorts or not link.of_cohort) and (cohort or "{cohort}" not in link.to):
            yield LinkProps(to=link.to.format(cohort=cohort), text=link.text, note=link.note)
