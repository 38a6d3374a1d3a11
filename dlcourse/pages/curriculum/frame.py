"""The frame around a session: course title, session list with minutes and marks, where you are, previous and next."""

from typing import TypedDict

from dlcourse.domain.curriculum.progress import HomeView
from dlcourse.pages.curriculum.home import SessionLink, own_session_link, session_link
from dlcourse.pages.curriculum.together import is_member
from dlcourse.pages.curriculum.words import LEAD_HOME
from dlcourse.pages.mywork.words import COPY, FILE, CopyWords
from dlcourse.pages.registry import FRAME_LINKS, by_rank


class FrameSession(SessionLink):
    """A session in the list of sessions; ``current`` is True for the open one."""

    current: bool


class CopyStart(TypedDict):
    """What the browser needs to keep a copy of a person's work: whose it is, and from which address it is fetched."""

    owner: str
    empty: bool
    address: str
    words: CopyWords


class FrameLink(TypedDict):
    """A link at the top of every page."""

    to: str
    text: str


class PageFrame(TypedDict):
    """What is shown around a page: the course's title, the sessions, where the person is, and the way on.

    A member of a cohort has no ``work_copy``: the next person at a shared computer could open it.
    """

    title: str
    person: str
    home: str
    links: list[FrameLink]
    work_copy: CopyStart | None
    list_title: str
    here: str
    sessions: list[FrameSession]
    current: SessionLink | None
    previous: SessionLink | None
    next: SessionLink | None
    skip: str
    onward: str
    previous_label: str
    next_label: str
    facilitates: bool


def frame(view: HomeView, here: str) -> PageFrame:
    """What the frame shows on the page of the session ``here``; ``current`` is None if it is no session."""
    sessions = [session_link(mark) for mark in view.sessions]
    opened = [session for session in sessions if session["to"]]
    place = next((index for index, session in enumerate(opened) if session["id"] == here), None)
    return {
        "title": view.title,
        "person": view.person,
        "home": "All sessions",
        "links": [*_with_others(view), *(FrameLink(to=link.to, text=link.text) for link in by_rank(FRAME_LINKS))],
        "work_copy": None if is_member(view) else _work_copy(view),
        "list_title": "Sessions",
        "here": here,
        "sessions": [
            {**session, "current": session["id"] == here}
            for session in (*sessions, *map(own_session_link, view.own_sessions))
        ],
        "current": None if place is None else opened[place],
        "previous": opened[place - 1] if place else None,
        "next": opened[place + 1] if place is not None and place + 1 < len(opened) else None,
        "skip": "Skip to the content",
        "onward": "Previous and next session",
        "previous_label": "Previous session",
        "next_label": "Next session",
        "facilitates": view.notes is not None,
    }


def _with_others(view: HomeView) -> list[FrameLink]:
    """The ways to one's cohort, and for whoever leads to the facilitator's home."""
    cohort = [FrameLink(to="cohort", text="Your cohort")] if view.cohort is not None else []
    home = [FrameLink(to=LEAD_HOME["to"], text=LEAD_HOME["text"])] if view.notes is not None else []
    return [*cohort, *home]


def _work_copy(view: HomeView) -> CopyStart:
    return {"owner": view.owner, "empty": view.empty, "address": FILE, "words": COPY}
