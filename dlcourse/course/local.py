"""The course next to its store: in the course server, or in a kernel that has the home folder to itself."""

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

from dlcourse.content.library import Library
from dlcourse.domain import policy
from dlcourse.domain.speech import MINE, Command, Query, Recorded, View
from dlcourse.domain.viewer import COHORT, OVERVIEW, Viewer
from dlcourse.handlers import registry
from dlcourse.handlers.access import ENDED, REOPENED, check_members, member_now, person_of_home, refuse_in_ended_cohort
from dlcourse.handlers.context import Heavy, ReadContext, Slow, WriteContext
from dlcourse.handlers.drafts import drop_said
from dlcourse.handlers.fold_cache import FoldCache
from dlcourse.handlers.jobs import Jobs
from dlcourse.handlers.registry import WATCHED, Notice, Recording, carry_out, look_up, start_jobs
from dlcourse.handlers.slow_pool import POOL
from dlcourse.store import Foreseen, ReadTransaction, Store, WriteTransaction

registry.load()


class LocalCourse:
    """A `Course` bound to one viewer. It asks the policy before it does or shows anything.

    It is safe to use from many threads. If the viewer is the person of the home, this stays so after an erasure, which
    gives the person of the home another id.
    """

    def __init__(self, store: Store, viewer: Viewer | str, library: Library, home: Path | None = None) -> None:
        """``viewer`` may also be just the id of a person. The roles of a viewer in a cohort are looked up each time.

        ``library`` holds the course's files and the person's own scenarios.

        ``home`` is the folder with the signing key.
        """
        self._store, self._library, self._home = store, library, home
        self._viewer = Viewer(viewer) if isinstance(viewer, str) else viewer
        self._at_home = self._viewer.person == store.person
        self._last_known = self._viewer.person
        self._jobs = Jobs(store, self._person)
        self._folded: FoldCache[Any] = FoldCache()

    def do(self, command: Command) -> Recorded:
        """Carry out a command exactly once, even if it is sent several times. Returns when it is on the disk."""
        recorded = self._recorded_before(command) if carry_out.prepares(command) else None
        if recorded is None:
            record = carry_out(command, self._library)
            recorded = self._store.write(lambda transaction: self._once(command, transaction, record))
        start_jobs(command, self._jobs)
        return recorded

    def see(self, query: Query) -> View:
        """Show what the viewer is allowed to see."""
        found, key = self._store.read(lambda transaction: self._look_up(query, transaction))
        if isinstance(found, Slow):
            answer: View = POOL.answer(key, found.work)
            return answer
        return found.work() if isinstance(found, Heavy) else found

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Call ``notice`` after each commit by this process that changes the stream ``topic``, and on news of a job.

        The topic `MINE` is about whatever the viewer does.

        Raises a `CourseError` if the viewer may not see the topic, whether it exists or not.
        """
        self._store.read(lambda transaction: self._check_topic(topic, transaction))
        tell, noted = self._note(topic, notice)
        commits = self._store.on_commit(lambda changed: tell() if self._named(topic) in changed else None)
        works = self._jobs.watch(topic, tell)

        def end() -> None:
            commits()
            works()
            noted()

        return end

    def _note(self, topic: str, notice: Notice) -> tuple[Notice, Notice]:
        """Let the subject of the topic know that this viewer watches it, if that matters there."""
        watched = WATCHED.get(topic.partition("/")[0])
        return watched(topic, self._last_known, self._store, notice) if watched else (notice, _nothing)

    def _look_up(self, query: Query, transaction: ReadTransaction) -> tuple[View | Heavy, Hashable]:
        """What the query finds; for a slow answer also the key under which others may share it."""
        self._foresee(query, transaction)
        viewer = self._check(query, transaction)
        context = ReadContext(transaction, viewer, self._library, self._jobs, self._folded, self._home)
        found = look_up(query, context)
        return found, self._key(found, query, context) if isinstance(found, Slow) else None

    def _key(self, found: Slow, query: Query, context: ReadContext) -> Hashable:
        if found.key is not None:
            return found.key
        state = context.transaction.person_states([context.person])[context.person]
        return self._store.url, context.viewer, repr(query), state.mark

    def _recorded_before(self, command: Command) -> Recorded | None:
        """What the command recorded before it is prepared again, which may take long.

        Raises a `CourseError` if the viewer may not send it, so that nothing is prepared for them.
        """
        return self._store.read(lambda transaction: self._before_or_check(command, transaction))

    def _once(self, command: Command, transaction: WriteTransaction, record: Recording) -> Recorded:
        if before := self._before(command, transaction):
            return before
        viewer = self._check(command, transaction)
        self._last_known = viewer.person
        recorded = record(WriteContext(transaction, viewer, self._library, self._jobs))
        drop_said(transaction, viewer.person, command)
        if viewer.cohort and MINE + viewer.person in transaction.changed:
            transaction.announce([OVERVIEW + viewer.cohort])
        return recorded

    def _check(self, said: Command | Query, transaction: ReadTransaction) -> Viewer:
        """The viewer at this moment, if they may say this; otherwise raises a `CourseError`."""
        viewer = self._who(transaction)
        rule = policy.check(viewer, said)
        check_members(rule, said, viewer, transaction)
        if isinstance(said, Command):
            refuse_in_ended_cohort(rule, viewer, transaction)
        return viewer

    def _foresee(self, said: Command | Query, transaction: ReadTransaction) -> None:
        """Look up at once what is needed for whatever a member of a cohort says."""
        if self._at_home or not self._viewer.cohort:
            return
        cohort, streams = COHORT + self._viewer.cohort, policy.streams_of(said)
        transaction.look_ahead(
            Foreseen(
                self._viewer.person,
                roles=(cohort, *streams),
                commands=(said.id,) if isinstance(said, Command) else (),
                kinds=((cohort, (ENDED, REOPENED)),) if isinstance(said, Command) else (),
                whole=streams,
            )
        )

    def _before(self, command: Command, transaction: ReadTransaction) -> Recorded | None:
        """What the command recorded when it was first sent."""
        self._foresee(command, transaction)
        return transaction.recorded(self._person(transaction), command.id)

    def _before_or_check(self, command: Command, transaction: ReadTransaction) -> Recorded | None:
        """What the command recorded before. If nothing, raises a `CourseError` if the viewer may not send it."""
        before = self._before(command, transaction)
        if before is None:
            self._check(command, transaction)
        return before

    def _check_topic(self, topic: str, transaction: ReadTransaction) -> None:
        viewer = self._who(transaction)
        self._last_known = viewer.person
        check_members(policy.check_topic(viewer, self._named(topic)), topic, viewer, transaction)

    def _named(self, topic: str) -> str:
        """The topic as it is announced. After an erasure, the person of the home has another id."""
        return MINE + self._last_known if topic == MINE else topic

    def _who(self, transaction: ReadTransaction) -> Viewer:
        if self._at_home:
            return person_of_home(self._viewer, transaction)
        return member_now(self._viewer, transaction) if self._viewer.cohort else self._viewer

    def _person(self, transaction: ReadTransaction) -> str:
        return transaction.home if self._at_home else self._viewer.person


def _nothing() -> None:
    """Nobody noted that the topic is watched."""
