"""The process that solves: one job on standard input, one line of JSON on standard output for whatever is new.

Started by `solver` as ``python -m dlcourse.engines.matching.solver_child``. It ends when it is done, when it is
killed, or when whoever started it closes its input; so it never outlives them.
"""

import os
import sys
import threading
import time
from typing import TextIO

from dlcourse.domain.matching.baselines import by_title, filled, heroes_first
from dlcourse.domain.matching.outcome import Conflict
from dlcourse.domain.matching.plan import Plan, StageName, measure, ranking
from dlcourse.domain.matching.role_assignment import arrange
from dlcourse.domain.matching.violations import violations
from dlcourse.engines.matching.conflict import conflict
from dlcourse.engines.matching.ground import Ground
from dlcourse.engines.matching.solver_messages import News, SolverJob
from dlcourse.engines.matching.stages import ImpossibleError, Search

EVERY = 0.2
"""Seconds between two lines that tell no more than a better bound."""


class Teller:
    """Writes what is new, each plan once, bounds not too often."""

    def __init__(self, out: TextIO) -> None:
        """Write to this stream."""
        self._out, self._begun, self._at = out, time.monotonic(), 0.0
        self._told: tuple[Plan | None, StageName | None] = (None, None)

    def news(self, search: Search) -> None:
        """Tell of the search, if there is something new worth a line."""
        fresh = (search.plan, search.stage) != self._told
        if fresh or time.monotonic() - self._at > EVERY:
            self._tell(self._of(search, search.plan if fresh else None))
            self._told, self._at = (search.plan, search.stage), time.monotonic()

    def end(self, search: Search, found: Conflict | None = None) -> None:
        """Tell the last: all is done."""
        self._tell(self._of(search, search.plan).model_copy(update={"conflict": found, "done": True}))

    def failed(self, words: str) -> None:
        """Tell that something went wrong that should not."""
        self._tell(News(stage="uncovered", bounds={}, seconds=self._seconds(), failed=words, done=True))

    def _of(self, search: Search, plan: Plan | None) -> News:
        return News(stage=search.stage, bounds=search.bounds, plan=plan, seconds=self._seconds())

    def _seconds(self) -> float:
        return round(time.monotonic() - self._begun, 3)

    def _tell(self, news: News) -> None:
        self._out.write(news.model_dump_json(exclude_defaults=True) + "\n")
        self._out.flush()


def work(job: SolverJob, teller: Teller) -> None:
    """Solve the job and tell all along; a contradiction is looked for in what time is left."""
    ground = Ground(job.team, job.wishes)
    search = Search(ground, job.seconds, teller.news, _first(job))
    try:
        search.run()
        teller.end(search)
    except ImpossibleError:
        teller.end(search, conflict(ground, max(search.left(), 0.0)))


def _first(job: SolverJob) -> Plan | None:
    """The best of two thoughtless plans, if it keeps the rules: something to show from the first moment."""
    thoughtless = (filled(job.team, order(job.team)).contributors for order in (by_title, heroes_first))
    plans = [arrange(job.team, contributors, None, job.wishes) for contributors in thoughtless]
    sound = [plan for plan in plans if not violations(job.team, plan, job.wishes)]
    return min(sound, key=lambda plan: ranking(measure(job.team, plan)), default=None)


def _die_with_parent() -> None:
    sys.stdin.read()
    os._exit(1)


def main() -> None:
    """Read the job, keep standard output for the news alone (the solver greets on it), and work."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    job, teller = SolverJob.model_validate_json(sys.stdin.readline()), Teller(out)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    try:
        work(job, teller)
    except Exception as error:  # noqa: BLE001 - whatever it is, whoever started this must hear of it
        teller.failed(type(error).__name__)  # its text may quote a name of the team
    os._exit(0)


if __name__ == "__main__":
    main()
