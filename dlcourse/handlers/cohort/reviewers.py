"""The streams of who reviews what in a cohort."""

from collections.abc import Iterable

from dlcourse.domain.viewer import REVIEWERS
from dlcourse.handlers.cohort_streams import CohortMembers, cohort_streams
from dlcourse.store import ReadTransaction


@cohort_streams("reviewers")
def find_reviewer_streams(transaction: ReadTransaction, members: CohortMembers) -> Iterable[str]:
    return transaction.streams_with(f"{REVIEWERS}{members.cohort}/")
