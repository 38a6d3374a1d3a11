"""A solving process that fails over its team, as ``python -m tests.engines.failing_child``."""

from dlcourse.engines import plan_child
from dlcourse.engines.plan_child import Teller
from dlcourse.engines.plan_talk import Job


def _fail(job: Job, teller: Teller) -> None:
    raise RuntimeError(job.team.people[0].name)


if __name__ == "__main__":
    plan_child.work = _fail
    plan_child.main()
