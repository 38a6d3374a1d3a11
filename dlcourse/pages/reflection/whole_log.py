"""The whole log: a search, the entries (newest first), drafts, promises, and confidence over time."""

from typing import Literal, TypedDict

from dlcourse.domain.reflection.log import EntryView, WholeLog, WholeLogView
from dlcourse.pages.props import PageProps
from dlcourse.pages.reflection.confidence import ConfidenceChart, confidence_chart
from dlcourse.pages.reflection.entries import LogEntry, entry_props
from dlcourse.pages.reflection.frame import LogFrame, same_props
from dlcourse.pages.reflection.promises import LogPromise, promise_props
from dlcourse.pages.reflection.search import EntryPages, LogSearch, found, pages_props, search_props
from dlcourse.pages.reflection.words import PROMISE
from dlcourse.pages.reflection.writing_form import LogForm, form

TITLE = "Your log"
LEAD = "Everything that you wrote in the sessions, and what you promised. Each entry says who can read it."


class SomethingNew(TypedDict):
    """The form for an entry to no question."""

    title: str
    form: LogForm


class DraftsElsewhere(TypedDict):
    """The words around drafts whose form is on another page."""

    title: str
    note: str
    go: str


class AllPromises(TypedDict):
    """All promises, and the form for another one; ``empty`` is said while there are none."""

    title: str
    empty: str
    form: LogForm
    new: str
    promises: list[LogPromise]


class WholeLogProps(LogFrame):
    """What the component draws at ``/log``; ``told`` is the result of the search in a sentence."""

    kind: Literal["whole"]
    title: str
    write: SomethingNew
    search: LogSearch
    entries: list[LogEntry]
    entries_title: str
    told: str
    pages: EntryPages | None
    elsewhere: DraftsElsewhere
    promises: AllPromises
    chart: ConfidenceChart | None


def whole_props(shell: PageProps, view: WholeLogView, query: WholeLog, opened: EntryView | None) -> WholeLogProps:
    """What the component draws at ``/log``."""
    return {
        **shell,
        **same_props(opened),
        "kind": "whole",
        "title": TITLE,
        "heading": TITLE,
        "lead": LEAD,
        "note": "Nobody is told what you write, how much, or whether you do.",
        "write": {"title": "Write something new", "form": form("free/", "Your words")},
        "search": search_props(view, query),
        "entries": [entry_props(card) for card in view.cards],
        "entries_title": "Entries",
        "told": found(view, query),
        "pages": pages_props(view, query),
        "elsewhere": {
            "title": "Written and not saved yet",
            "note": "Open the session, and save it there.",
            "go": "Open the session",
        },
        "promises": {
            "title": "Promises",
            "empty": "What you promise at the end of a session appears here, with what became of it.",
            "form": form("promise/", PROMISE["what"], "MakeCommitment"),
            "new": "Promise something",
            "promises": [promise_props(promise) for promise in view.promises],
        },
        "chart": confidence_chart(view.points, view.rated),
    }
