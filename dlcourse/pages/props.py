"""The props that every page gives its component, typed: their frame, and small types that pages share.

A page's own type extends `PageProps` and is defined beside the function that makes it. The front end is checked against
these types (see `dlcourse.frontend.prop_types`), so a shape holds only what JSON holds.
"""

from collections.abc import Iterable, Mapping
from typing import NotRequired, TypedDict

from dlcourse.domain.download import DownloadView
from dlcourse.domain.drafts import DraftCard
from dlcourse.errors import CourseError, UnknownNameError
from dlcourse.pages.words import STATUS, DraftWords, StatusWords


class NoticeProps(TypedDict):
    """What did not work: where, what is wrong there, and what to do next.

    ``unknown`` is there if something was asked for by a name that nothing has.
    """

    where: str
    what: str
    remedy: str
    unknown: NotRequired[str]


class LinkProps(TypedDict):
    """A link to an address of the course, with a note on what is there."""

    to: str
    text: str
    note: str


class MenuOption(TypedDict):
    """An entry of a menu: the value that is sent, and the text that is read."""

    value: str
    text: str


class PageProps(TypedDict):
    """What the shell around every page uses.

    ``place`` is what the browser saves for the next visit; ``saved`` is when something was last recorded (ISO 8601), or
    empty; ``links`` are part of the first response. A page that ``looks`` is asked to look again when the person
    comes back to it. The host adds ``drafts`` to a page whose forms keep words in the course, and ``who``, a mark that
    keeps the words of several people in one browser apart. ``so_far`` says in a few words how far an exercise is, for
    whatever is shown around it, and ``share`` how much of it is done, from 0 to 1.
    """

    page: str
    place: Mapping[str, object]
    status: StatusWords
    saved: str
    notice: NoticeProps | None
    links: list[LinkProps]
    looks: NotRequired[bool]
    so_far: NotRequired[str]
    share: NotRequired[float]
    who: NotRequired[str]
    drafts: NotRequired[list[DraftCard]]
    draft_words: NotRequired[DraftWords]


class TextTable(TypedDict):
    """A table of texts with its title; a row begins with what it is about."""

    title: str
    columns: list[str]
    rows: list[list[str]]


class NotedTable(TextTable):
    """A table with a note on how to read it."""

    note: str


class LinesTable(TypedDict):
    """A table whose cells are lists of lines."""

    title: str
    columns: list[str]
    rows: list[list[list[str]]]


class MeasureProps(TypedDict):
    """How much of something there is, in words and as a bar from 0 to ``max``."""

    label: str
    text: str
    value: float
    max: float


class NamedText(TypedDict):
    """A text with its name."""

    name: str
    text: str


class NamedSentences(TypedDict):
    """What is said about a person or a thing, a sentence each."""

    name: str
    sentences: list[str]


class FileLink(TypedDict):
    """A file to download: its form, its address where a server has one, and the words of its link."""

    form: str
    to: str
    text: str


class FileProps(TypedDict):
    """A file on its way to whoever asked for it: ``ask`` is the request's id, ``content`` is in base64."""

    ask: str
    name: str
    type: str
    content: str


def page_props(
    page: str, place: Mapping[str, object], *, saved: str = "", notice: CourseError | None = None
) -> PageProps:
    """The frame of a page's props, without links."""
    return {
        "page": page,
        "place": place,
        "status": STATUS,
        "saved": saved,
        "notice": notice_props(notice) if notice else None,
        "links": [],
    }


def notice_props(error: CourseError) -> NoticeProps:
    """The error as a page shows it."""
    notice: NoticeProps = {"where": error.where, "what": error.what, "remedy": error.remedy}
    return {**notice, "unknown": "name"} if isinstance(error, UnknownNameError) else notice


def options(texts: Mapping[str, str]) -> list[MenuOption]:
    """The entries of a menu: each value with its text."""
    return [MenuOption(value=value, text=text) for value, text in texts.items()]


def same(values: Iterable[str]) -> list[MenuOption]:
    """The entries of a menu whose values are also their texts."""
    return [MenuOption(value=value, text=value) for value in values]


def file_props(taken: tuple[str, DownloadView] | None) -> FileProps | None:
    """The file that was asked for, with the id of the request; None if there is none."""
    if taken is None:
        return None
    ask, file = taken
    return {"ask": ask, "name": file.name, "type": file.type, "content": file.content}
