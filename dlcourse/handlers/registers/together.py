"""What the registers do alike that a cohort keeps together: read their stream, and say who has begun and when."""

from collections.abc import Callable, Iterable

from dlcourse.domain.policy import LEARNERS, not_yours
from dlcourse.domain.registers.happenings import Happening
from dlcourse.domain.registers.streams import TOGETHER, register_stream
from dlcourse.domain.viewer import COHORT, Viewer
from dlcourse.handlers.cohort_streams import COHORT_STREAMS, CohortMembers
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import EXERCISES_BEGUN, EXERCISES_LAST, STREAM_CHECKS, StreamCheck
from dlcourse.store import ReadTransaction


def happenings(transaction: ReadTransaction, stream: str) -> tuple[Happening, ...]:
    """Everything that happened in this stream, in order."""
    return tuple(Happening(kept.event, kept.actor, kept.at) for kept in transaction.readable_events(stream))


def only_reads(viewer: Viewer) -> bool:
    """Whether the viewer may read the register of their cohort and not write in it."""
    return viewer.roles.isdisjoint(LEARNERS)


def register_exercise(kind: str, register: str) -> None:
    """Register when somebody has begun the exercise of this kind, and when they last did something there."""

    def last(_: str, context: ReadContext) -> str:
        """When this person last did something in the register (ISO 8601); empty if they never did."""
        past = happenings(context.transaction, register_stream(register, context.viewer))
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
