"""The whole log: a search, the entries (newest first), drafts, promises, and confidence over time."""

from typing import Literal, TypedDict

from dlcourse.domain.reflection.log import EntryView, WholeLog, WholeLogView
from dlcourse.pages.chart import ChartProps, drawn
from dlcourse.pages.form import FormProps
from dlcourse.pages.props import PageProps
from dlcourse.pages.reflection import words
from dlcourse.pages.reflection.entries import LogEntry, entry_props
from dlcourse.pages.reflection.frame import LogFrame, same_props
from dlcourse.pages.reflection.promises import DuePromises, LogPromise, due_props, make_form, promise_props
from dlcourse.pages.reflection.search import EntryPages, LogSearch, found, pages_props, search_props
from dlcourse.pages.reflection.writing_form import new_entry
from dlcourse.pages.words import DAMAGED


class SomethingNew(TypedDict):
    """The form for an entry to no question."""

    title: str
    form: FormProps


class DraftsElsewhere(TypedDict):
    """The words around drafts whose form is on another page."""

    title: str
    note: str
    go: str


class AllPromises(TypedDict):
    """The promises that are not due, and the form for another one; ``empty`` is said while there are none at all."""

    title: str
    empty: str
    form: FormProps
    new: str
    promises: list[LogPromise]


class WholeLogProps(LogFrame):
    """What the component draws at ``/log``; ``told`` is the result of the search in a sentence."""

    kind: Literal["whole"]
    title: str
    due: DuePromises
    write: SomethingNew
    search: LogSearch
    entries: list[LogEntry]
    entries_title: str
    told: str
    pages: EntryPages | None
    elsewhere: DraftsElsewhere
    promises: AllPromises
    chart: ChartProps | None


def whole_props(
    shell: PageProps, view: WholeLogView, query: WholeLog, opened: EntryView | None, told: str
) -> WholeLogProps:
    """What the component draws at ``/log``."""
    return {
        **shell,
        **same_props(opened, view.audiences, told),
        "kind": "whole",
        "title": words.TITLE,
        "heading": words.TITLE,
        "lead": words.LEAD,
        "note": DAMAGED if view.damaged else words.NOTE,
        "due": due_props(each for each in view.promises if each.due),
        "write": {"title": words.WRITE_NEW, "form": new_entry("free/", view.audiences)},
        "search": search_props(view, query),
        "entries": [entry_props(card, view.audiences) for card in view.cards],
        "entries_title": words.ENTRIES,
        "told": found(view, query),
        "pages": pages_props(view, query),
        "elsewhere": {
            "title": words.DRAFTS_ELSEWHERE,
            "note": words.DRAFTS_NOTE,
            "go": words.DRAFTS_GO,
        },
        "promises": {
            "title": words.PROMISES,
            "empty": "" if view.promises else words.PROMISES_EMPTY,
            "form": make_form(),
            "new": words.PROMISE_NEW,
            "promises": [promise_props(promise) for promise in view.promises if not promise.due],
        },
        "chart": drawn(view.chart) if view.chart else None,
    }
