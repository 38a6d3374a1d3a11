"""A solving process that fails on its team, as ``python -m tests.engines.matching.failing_child``."""

from dlcourse.engines.matching import solver_child
from dlcourse.engines.matching.solver_child import ProgressReporter
from dlcourse.engines.matching.solver_messages import SolverJob


def _fail(job: SolverJob, reporter: ProgressReporter) -> None:
    raise RuntimeError(job.team.people[0].name)


if __name__ == "__main__":
    solver_child.work = _fail
    solver_child.main()
