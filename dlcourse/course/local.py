"""The course where the store is: in the course server, or in a kernel that has the home folder to itself."""

from collections.abc import Callable

from dlcourse.content.library import Library
from dlcourse.course import home_page, log, reflection, roleplay, sorting, start  # noqa: F401 (they register their handlers)
from dlcourse.course.desk import Heavy, ReadingDesk, WritingDesk, carry_out, look_up, make_ready
from dlcourse.course.folded import Folded
from dlcourse.domain.attempts import Attempt
from dlcourse.domain.speech import Command, Query, Recorded, View
from dlcourse.store import Reading, Store, Writing


class LocalCourse:
    """A `Course` bound to one person; safe to use from many threads."""

    def __init__(self, store: Store, person: str, library: Library) -> None:
        """``library`` holds the course's files and the person's own scenarios."""
        self._store, self._person, self._library = store, person, library
        self._folded: Folded[Attempt] = Folded()

    def do(self, command: Command) -> Recorded:
        """Carry out a command once, however often it is sent; returns when it is on the disk."""
        ready = make_ready(command, self._library)
        return self._store.write(lambda books: self._once(command, books, ready))

    def see(self, query: Query) -> View:
        """Show what this person may know."""
        found = self._store.read(lambda books: look_up(query, self._desk(books)))
        return found.work() if isinstance(found, Heavy) else found

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Call ``notice`` after each commit by this process that changes the stream ``topic``."""
        return self._store.on_commit(lambda changed: notice() if topic in changed else None)

    def _desk(self, books: Reading) -> ReadingDesk:
        return ReadingDesk(books, self._person, self._library, self._folded)

    def _once(self, command: Command, books: Writing, ready: object) -> Recorded:
        before = books.recorded(self._person, command.id)
        return before or carry_out(command, WritingDesk(books, self._person, self._library, ready))
