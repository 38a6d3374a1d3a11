"""The process that solves: one job on standard input, its news as lines of JSON on standard output.

`solver` starts it. It ends when it is done, when it is killed, or when its input is closed, so it never outlives the
process that started it.
"""

import os
import threading
import time
from typing import TextIO

from dlcourse.child_process import lines_in, lines_out
from dlcourse.domain.matching.baselines import by_title, filled, heroes_first
from dlcourse.domain.matching.outcome import Conflict
from dlcourse.domain.matching.plan import Plan, StageName, measure, ranking
from dlcourse.domain.matching.role_assignment import arrange
from dlcourse.domain.matching.violations import violations
from dlcourse.engines.matching.conflict import conflict
from dlcourse.engines.matching.solver_input import SolverInput
from dlcourse.engines.matching.solver_messages import News, SolverJob
from dlcourse.engines.matching.stages import ImpossibleError, Search

EVERY = 0.2
"""Seconds between two lines that report only a better bound."""


class ProgressReporter:
    """Writes the news: each plan once, bounds not too often."""

    def __init__(self, out: TextIO) -> None:
        """Write to this stream."""
        self._out, self._begun, self._at = out, time.monotonic(), 0.0
        self._told: tuple[Plan | None, StageName | None] = (None, None)

    def news(self, search: Search) -> None:
        """Report on the search if there is something new worth a line."""
        fresh = (search.plan, search.stage) != self._told
        if fresh or time.monotonic() - self._at > EVERY:
            self._tell(self._of(search, search.plan if fresh else None))
            self._told, self._at = (search.plan, search.stage), time.monotonic()

    def end(self, search: Search, found: Conflict | None = None) -> None:
        """Report that the job is done."""
        self._tell(self._of(search, search.plan).model_copy(update={"conflict": found, "done": True}))

    def failed(self, words: str) -> None:
        """Report that something went wrong unexpectedly."""
        self._tell(News(stage="uncovered", bounds={}, seconds=self._seconds(), failed=words, done=True))

    def _of(self, search: Search, plan: Plan | None) -> News:
        return News(stage=search.stage, bounds=search.bounds, plan=plan, seconds=self._seconds())

    def _seconds(self) -> float:
        return round(time.monotonic() - self._begun, 3)

    def _tell(self, news: News) -> None:
        self._out.write(news.model_dump_json(exclude_defaults=True) + "\n")
        self._out.flush()


def work(job: SolverJob, reporter: ProgressReporter) -> None:
    """Solve the job and report progress. If no plan exists, use the time left to find the contradiction."""
    given = SolverInput(job.team, job.wishes)
    search = Search(given, job.seconds, reporter.news, _first(job))
    try:
        search.run()
        reporter.end(search)
    except ImpossibleError:
        reporter.end(search, conflict(given, max(search.left(), 0.0)))


def _first(job: SolverJob) -> Plan | None:
    """The better of two baseline plans, if it breaks no rule: something to show from the start."""
    thoughtless = (filled(job.team, order(job.team)).contributors for order in (by_title, heroes_first))
    plans = [arrange(job.team, contributors, None, job.wishes) for contributors in thoughtless]
    sound = [plan for plan in plans if not violations(job.team, plan, job.wishes)]
    return min(sound, key=lambda plan: ranking(measure(job.team, plan)), default=None)


def _die_with_parent(lines: TextIO) -> None:
    lines.read()
    os._exit(1)


def main() -> None:
    """Read the job, reserve standard output for the news (the solver prints a banner there), and solve."""
    lines, reporter = lines_in(), ProgressReporter(lines_out())
    job = SolverJob.model_validate_json(lines.readline())
    threading.Thread(target=_die_with_parent, args=(lines,), daemon=True).start()
    try:
        work(job, reporter)
    except Exception as error:  # noqa: BLE001 - whatever it is, whoever started this must hear of it
        reporter.failed(type(error).__name__)  # its message may quote a name from the team
    os._exit(0)


if __name__ == "__main__":
    main()
