"""The stream of the figures that were published about a cohort. It goes when the cohort is erased."""

from dlcourse.domain.viewer import OVERVIEW
from dlcourse.handlers.cohort_streams import CohortMembers, cohort_streams
from dlcourse.store import ReadTransaction


@cohort_streams("overview")
def figures_of_cohort(transaction: ReadTransaction, members: CohortMembers) -> tuple[str, ...]:  # noqa: ARG001 (its name is enough)
    """The one stream."""
    return (OVERVIEW + members.cohort,)
