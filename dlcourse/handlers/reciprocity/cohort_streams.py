"""The expectations that people of a cohort had of each other."""

from collections.abc import Iterable

from dlcourse.domain.reciprocity.messages import EXPECTATIONS, ExpectationAsked
from dlcourse.handlers.cohort_streams import CohortMembers, cohort_streams, shared_streams
from dlcourse.store import ReadTransaction


@cohort_streams("expectation")
def find_expectation_streams(transaction: ReadTransaction, members: CohortMembers) -> Iterable[str]:
    return shared_streams(
        transaction,
        EXPECTATIONS,
        members.people,
        lambda first: isinstance(first, ExpectationAsked) and first.cohort == members.cohort,
    )
