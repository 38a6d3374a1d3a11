"""Job aids as their author writes them, in ``data/aids.yaml``: pages to print and use at work."""

from dlcourse.domain.speech import Query, Value, View


class AidTerm(Value):
    """A word, and what it means."""

    term: str
    means: str


class AidPart(Value):
    """A part of a job aid: a heading, a note, and one or more of what follows.

    ``points`` are a list and ``steps`` a numbered one; ``terms`` are explained words; ``quote`` is a text to look at.
    ``principles`` are ids of principles to print. ``blanks`` are lines to fill in by hand. A table has ``columns`` and
    ``rows``, and ``empty`` more rows to fill in.
    """

    title: str = ""
    note: str = ""
    quote: str = ""
    points: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    terms: tuple[AidTerm, ...] = ()
    principles: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    empty: int = 0


class JobAid(Value):
    """A job aid: one page. ``lead`` says when to use it."""

    id: str
    title: str
    lead: str
    parts: tuple[AidPart, ...]


class AidFile(Value):
    """The whole file."""

    aids: tuple[JobAid, ...]


class JobAids(Query):
    """All job aids."""


class JobAidsView(View):
    """All job aids, in the order of the file."""

    aids: tuple[JobAid, ...]
