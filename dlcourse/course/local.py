"""The course where the store is: in the course server, or in a kernel that has the home folder to itself."""

from collections.abc import Callable
from pathlib import Path

from dlcourse.content.library import Library
from dlcourse.course import (  # noqa: F401 (they register their handlers)
    arrangement,
    averages,
    certificate,
    check_again,
    expertise,
    home_page,
    log,
    matchboard,
    network_look,
    own_practice,
    plan,
    planned,
    portfolio,
    reflection,
    roleplay,
    scrutiny,
    sorting,
    start,
    work,
)
from dlcourse.course.desk import Heavy, ReadingDesk, WritingDesk, carry_out, look_up, make_ready, set_going
from dlcourse.course.folded import Folded
from dlcourse.course.workshop import Workshop
from dlcourse.domain.attempts import Attempt
from dlcourse.domain.speech import Command, Query, Recorded, View
from dlcourse.errors import CourseError
from dlcourse.store import Reading, Store, Writing


class LocalCourse:
    """A `Course` bound to one person; safe to use from many threads.

    Whoever was the home's person when it was opened is whoever that is now: an erasure gives the home another id.
    """

    def __init__(self, store: Store, person: str, library: Library, home: Path | None = None) -> None:
        """``library`` holds the course's files and the person's own scenarios; ``home`` is where its key is kept."""
        self._store, self._library, self._home = store, library, home
        self._person = None if person == store.person else person
        self._workshop = Workshop(store, self._who)
        self._folded: Folded[Attempt] = Folded()

    def do(self, command: Command) -> Recorded:
        """Carry out a command once, however often it is sent; returns when it is on the disk."""
        try:
            ready = make_ready(command, self._library)
        except CourseError:
            if before := self._store.read(lambda books: books.recorded(self._who(books), command.id)):
                return before  # a file was changed since; what is recorded stays recorded
            raise
        recorded = self._store.write(lambda books: self._once(command, books, ready))
        set_going(command, self._workshop)
        return recorded

    def see(self, query: Query) -> View:
        """Show what this person may know."""
        found = self._store.read(lambda books: look_up(query, self._desk(books)))
        return found.work() if isinstance(found, Heavy) else found

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Call ``notice`` after each commit by this process that changes the stream ``topic``, and of work on it."""
        commits = self._store.on_commit(lambda changed: notice() if topic in changed else None)
        works = self._workshop.watch(topic, notice)

        def end() -> None:
            commits()
            works()

        return end

    def _desk(self, books: Reading) -> ReadingDesk:
        return ReadingDesk(books, self._who(books), self._library, self._workshop, self._folded, self._home)

    def _once(self, command: Command, books: Writing, ready: object) -> Recorded:
        person = self._who(books)
        before = books.recorded(person, command.id)
        return before or carry_out(command, WritingDesk(books, person, self._library, self._workshop, ready))

    def _who(self, books: Reading) -> str:
        return self._person or books.home
