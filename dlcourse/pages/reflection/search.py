"""The search in the whole log: its form, its result in a sentence, and the way to other pages of entries."""

from typing import TypedDict

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.reflection.log import WholeLog, WholeLogView
from dlcourse.pages.props import MenuOption, options
from dlcourse.pages.reflection import words
from dlcourse.pages.words import counted


class SearchWords(TypedDict):
    """The field for words to find."""

    label: str
    value: str


class SearchMenu(TypedDict):
    """A menu to filter the entries with; an empty value is all of them."""

    label: str
    value: str
    choices: list[MenuOption]


class LogSearch(TypedDict):
    """The search form, filled in as it was sent; ``searched`` if it leaves entries out."""

    title: str
    find: SearchWords
    session: SearchMenu
    principle: SearchMenu
    submit: str
    all: str
    searched: bool


class SearchedPage(TypedDict):
    """A page of what the same search finds."""

    find: str
    session: str
    principle: str
    page: int


class PageTurn(TypedDict):
    """A button to another page of entries."""

    text: str
    to: SearchedPage


class EntryPages(TypedDict):
    """Which page of entries is shown, and the way to newer and older ones."""

    label: str
    text: str
    newer: PageTurn | None
    older: PageTurn | None


def search_props(view: WholeLogView, query: WholeLog) -> LogSearch:
    """The search form, filled in as it was sent."""
    return {
        "title": words.SEARCH,
        "find": {"label": words.SEARCH_WORDS, "value": query.find},
        "session": {
            "label": words.SEARCH_SESSION,
            "value": query.session,
            "choices": options({"": words.ALL_SESSIONS} | {each.id: each.name for each in view.sessions}),
        },
        "principle": {
            "label": words.SEARCH_PRINCIPLE,
            "value": query.principle,
            "choices": options(
                {"": words.ALL_PRINCIPLES} | {name: f"{name}: {PRINCIPLES[name].short}" for name in view.principles}
            ),
        },
        "submit": words.SEARCH,
        "all": words.SHOW_ALL,
        "searched": _is_search(query),
    }


def _is_search(query: WholeLog) -> bool:
    return bool(query.find.strip() or query.session or query.principle)


def found(view: WholeLogView, query: WholeLog) -> str:
    """The result of the search in a sentence."""
    if not view.total:
        return words.NOTHING_YET
    said = words.SOME_FOUND if view.found else words.NONE_FOUND
    said = said if _is_search(query) else words.ALL_FOUND
    return said.format(found=view.found, entries=counted(view.total, *words.ENTRY))


def pages_props(view: WholeLogView, query: WholeLog) -> EntryPages | None:
    """The way to other pages of entries; None if there is one page."""
    if view.pages == 1:
        return None
    return {
        "label": words.PAGES,
        "text": words.PAGE_OF.format(page=view.page, pages=view.pages),
        "newer": {"text": words.NEWER, "to": _page(query, view.page - 1)} if view.page > 1 else None,
        "older": {"text": words.OLDER, "to": _page(query, view.page + 1)} if view.page < view.pages else None,
    }


def _page(query: WholeLog, page: int) -> SearchedPage:
    return {"find": query.find, "session": query.session, "principle": query.principle, "page": page}
