"""What the registers do alike that a cohort keeps together: read their stream, and say who has begun and when."""

from collections.abc import Callable, Iterable
from itertools import chain

from dlcourse.domain.policy import LEARNERS, not_yours
from dlcourse.domain.registers.happenings import Happening
from dlcourse.domain.registers.streams import TOGETHER
from dlcourse.domain.speech import Command, Event, Recorded
from dlcourse.domain.viewer import COHORT, Viewer
from dlcourse.handlers.cohort_streams import COHORT_STREAMS, CohortMembers
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.registry import EXERCISES_BEGUN, EXERCISES_LAST, STREAM_CHECKS, StreamCheck
from dlcourse.store import ReadTransaction


def happenings(transaction: ReadTransaction, stream: str) -> tuple[Happening, ...]:
    """Everything that happened in this stream, in order."""
    return tuple(Happening(kept.event, kept.actor, kept.at) for kept in transaction.readable_events(stream))


def record(command: Command, event: Event, length: int, stream: str, context: WriteContext) -> Recorded:
    """Record the event of a command in a register of so many events. Its author takes part in the register from now on.

    What others do there changes how far the author is, so their progress has to be read anew.
    """
    recorded = context.transaction.append(stream, length, command.id, context.person, [event], command.texts())
    context.transaction.take_part(stream, context.person)
    return recorded


def registers_of(register: str, context: ReadContext) -> list[tuple[Happening, ...]]:
    """What happened in each of the viewer's registers of this kind: their own, and those of all their cohorts."""
    cohorts = [stream.removeprefix(COHORT) for stream in context.transaction.roles(COHORT, context.person)]
    streams = [register + context.person, *(f"{TOGETHER}{register}{cohort}" for cohort in cohorts)]
    return [happenings(context.transaction, stream) for stream in streams]


def only_reads(viewer: Viewer) -> bool:
    """Whether the viewer may read the register of their cohort and not write in it."""
    return viewer.roles.isdisjoint(LEARNERS)


def register_exercise(kind: str, register: str) -> None:
    """Register when somebody has begun the exercise of this kind, and when they last did something there."""

    def last(_: str, context: ReadContext) -> str:
        """When this person last did something in such a register (ISO 8601); empty if they never did."""
        past = chain(*registers_of(register, context))
        return max((each.at for each in past if each.by == context.person), default="")

    EXERCISES_BEGUN.add(kind, lambda of, context: bool(last(of, context)))
    EXERCISES_LAST.add(kind, last)


def register_of_cohort(kind: str, register: str) -> None:
    """Register the stream of this register that a cohort keeps together, so that it is erased with the cohort."""

    def streams(_: ReadTransaction, members: CohortMembers) -> Iterable[str]:
        return (f"{TOGETHER}{register}{members.cohort}",)

    COHORT_STREAMS.add(kind, streams)


def register_checks(kind: str) -> Callable[[StreamCheck], StreamCheck]:
    """Register the check of a restored register, for one's own and for that of a cohort.

    Nobody brings anything into a cohort of this course in which they have no part.
    """

    def register(check: StreamCheck) -> StreamCheck:
        def check_together(context: ReadContext, stream: str) -> None:
            cohort = COHORT + stream.partition("/")[2]
            if context.transaction.length(cohort) and context.transaction.role(cohort, context.person) is None:
                raise not_yours()
            check(context, stream)

        STREAM_CHECKS.add(f"{TOGETHER}{kind}", check_together)
        STREAM_CHECKS.add(kind, check)
        return check

    return register
