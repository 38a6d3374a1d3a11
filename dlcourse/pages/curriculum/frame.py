"""The frame around a session: course title, session list with minutes and marks, where you are, previous and next."""

from dlcourse.domain.curriculum.progress import HomeView
from dlcourse.pages.curriculum.home import session_link
from dlcourse.pages.mywork.words import COPY, FILE
from dlcourse.pages.program import Props
from dlcourse.pages.registry import FRAME_LINKS, by_rank


def frame(view: HomeView, here: str) -> Props:
    """What the frame shows on the page of the session ``here``; ``current`` is None where it is no session."""
    sessions = [session_link(mark) for mark in view.sessions]
    opened = [session for session in sessions if session["to"]]
    place = next((index for index, session in enumerate(opened) if session["id"] == here), None)
    return {
        "title": view.title,
        "person": view.person,
        "home": "All sessions",
        "links": [{"to": link.to, "text": link.text} for link in by_rank(FRAME_LINKS)],
        "keep": {"owner": view.owner, "empty": view.empty, "from": FILE, "words": COPY},
        "list": "Sessions",
        "here": here,
        "sessions": [{**session, "current": session["id"] == here} for session in sessions],
        "current": None if place is None else opened[place],
        "previous": opened[place - 1] if place else None,
        "next": opened[place + 1] if place is not None and place + 1 < len(opened) else None,
        "skip": "Skip to the content",
        "onward": "Previous and next session",
        "previous_label": "Previous session",
        "next_label": "Next session",
    }
