"""Handler of the page of the sixteen."""

from dlcourse.content.curriculum.principles import commentaries
from dlcourse.content.library import Library
from dlcourse.content.roleplay.shelf import shelf
from dlcourse.domain.curriculum.principles import Sixteen, sixteen_view
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.reflection.entries import log_at
from dlcourse.handlers.registry import look_up


@look_up.register
def show_sixteen(query: Sixteen, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    _, log = log_at(context.transaction, context.person)
    tags = [name for entry in log.entries.values() for name in entry.newest.principles]
    library = context.library
    return Heavy(lambda: sixteen_view(commentaries(library.data), library.curriculum(), _titles(library), tags))


def _titles(library: Library) -> dict[str, str]:
    """The titles of the role-plays, by their ids."""
    return {book.scenario.id: book.scenario.title for book in shelf(library).books}
