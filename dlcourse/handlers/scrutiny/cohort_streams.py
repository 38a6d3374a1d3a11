"""The rounds that people of a cohort had together."""

from collections.abc import Iterable

from dlcourse.domain.scrutiny.messages import ROUNDS, RoundBegun
from dlcourse.handlers.cohort_streams import CohortMembers, cohort_streams, shared_streams
from dlcourse.store import ReadTransaction


@cohort_streams("round")
def find_round_streams(transaction: ReadTransaction, members: CohortMembers) -> Iterable[str]:
    return shared_streams(
        transaction,
        ROUNDS,
        members.people,
        lambda first: isinstance(first, RoundBegun) and first.cohort == members.cohort,
    )
