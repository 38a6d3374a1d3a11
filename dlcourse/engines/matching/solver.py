"""The best plan of a team, solved in a separate process, with progress, a time limit, and a stop that works at once.

Start a `Planning`, which returns at once and can be queried, stopped and awaited from any thread. Or call `solve`,
which waits. Either way you get an `Outcome`. Its plan is checked by rules that share no code with the solver.
"""

import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from pydantic import ValidationError

from dlcourse import child_process
from dlcourse.domain.matching.outcome import Conflict, Outcome, Progress, Stage, change, stages
from dlcourse.domain.matching.plan import Plan, Wishes, better
from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.violations import violations
from dlcourse.engines.matching.solver_input import SolverInput
from dlcourse.engines.matching.solver_messages import News, SolverJob
from dlcourse.errors import CourseError

SECONDS = 60.0
"""How long solving may take by default."""
GRACE = 2.0
"""Seconds that the process gets to start, and to end by itself after the time limit. Then it is killed."""
WISHED = 0.6
"""The share of the time for the plan with wishes. The rest is for the plan without them, which shows their cost."""
CHILD = "dlcourse.engines.matching.solver_child"
NO_WISHES = Wishes()
NONE_IN_TIME = Conflict(bounds=(), minimal=False, smallest=False)


class Planning:
    """A search that is running. It ends by itself; `stop` ends it now with the best plan so far."""

    def __init__(self, team: Team, wishes: Wishes = NO_WISHES, seconds: float = SECONDS) -> None:
        """Start the search. Raises a `CourseError` if a wish names a person or task that the team does not have."""
        wishes.check(team)
        self._team, self._wishes, self._begun = team, wishes, time.monotonic()
        self._trivial = SolverInput(team, wishes).trivial
        self._news = News(stage="uncovered", bounds=self._trivial, seconds=0.0)
        self._plan: Plan | None = None
        self._ended: float | None = None
        self._cut: str = ""
        self._process = _process()
        self._limit = threading.Timer(seconds + GRACE, self._kill, ["time"])
        self._limit.daemon = True
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._begin(SolverJob(team=team, wishes=wishes, seconds=seconds))

    def progress(self) -> Progress:
        """The progress so far. Returns at once."""
        news, plan = self._news, self._plan
        return Progress(stage=news.stage, plan=plan, stages=self._stages(plan, news), seconds=self._seconds())

    def stop(self) -> None:
        """End the search now; `outcome` then has the best plan so far. Does nothing if it has ended already."""
        self._kill("stop")

    def wait(self, seconds: float | None = None) -> bool:
        """Wait at most this long for the end; returns whether it has ended."""
        self._listener.join(seconds)
        return not self._listener.is_alive()

    def outcome(self) -> Outcome:
        """Wait for the end; returns a plan with its stages, or the bounds that contradict each other.

        Raises a `CourseError` if the solving process died, or if its plan breaks a rule (which would be a bug).
        """
        self.wait()
        news, plan = self._news, self._plan
        if news.failed or not (news.done or self._cut):
            raise CourseError(
                "plan", f"the solver ended before its time ({self._end()})", "Start it again; nothing was lost."
            )
        if plan is not None and (broken := violations(self._team, plan, self._wishes)):
            what = f"the solver's plan breaks a rule ({broken[0].rule})"  # its message would name people
            raise CourseError("plan", what, "Please report this.")
        return Outcome(
            plan=plan,
            stages=self._stages(plan, news),
            conflict=None if plan else news.conflict or NONE_IN_TIME,
            seconds=news.seconds if news.done else self._seconds(),
            stopped=self._cut == "stop",
        )

    def _begin(self, job: SolverJob) -> None:
        assert self._process.stdin
        try:
            self._process.stdin.write(job.model_dump_json() + "\n")
            self._process.stdin.flush()
        except OSError:  # it died at once; the listener notices, and `outcome` raises
            pass
        self._limit.start()
        self._listener.start()

    def _listen(self) -> None:
        """Read line after line until the process ends."""
        assert self._process.stdout
        for line in self._process.stdout:
            self._hear(line)
        self._process.wait()
        self._limit.cancel()
        self._ended = time.monotonic()
        self._close()

    def _hear(self, line: str) -> None:
        try:
            news = News.model_validate_json(line)
        except ValidationError:  # the process ended in the middle of a line
            return
        self._plan, self._news = news.plan or self._plan, news

    def _kill(self, why: str) -> None:
        if self._listener.is_alive() and not self._news.done:
            self._cut = self._cut or why
            self._process.kill()

    def _close(self) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with suppress(OSError):  # a process that died early leaves input that nobody reads
                    stream.close()

    def _seconds(self) -> float:
        return round((self._ended or time.monotonic()) - self._begun, 3)

    def _end(self) -> str:
        return self._news.failed or f"status {self._process.returncode}"

    def _stages(self, plan: Plan | None, news: News) -> tuple[Stage, ...]:
        return stages(self._team, plan, news.bounds, self._trivial) if plan else ()


def solve(
    team: Team,
    wishes: Wishes = NO_WISHES,
    seconds: float = SECONDS,
    notice: Callable[[Progress], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Outcome:
    """Wait for the best plan that can be found within ``seconds``.

    Ten times a second, ``notice`` is called with the progress and ``stopped`` is asked whether to end.

    Raises what `Planning` and its `outcome` raise.
    """
    planning = Planning(team, wishes, seconds)
    try:
        while not planning.wait(0.1):
            if notice:
                notice(planning.progress())
            if stopped and stopped():
                planning.stop()
        return planning.outcome()
    finally:
        planning.stop()


def solve_with_cost(
    team: Team,
    wishes: Wishes,
    seconds: float = SECONDS,
    notice: Callable[[Progress], None] | None = None,
    stopped: Callable[[], bool] | None = None,
) -> tuple[Outcome, list[int | float] | None]:
    """The best plan with the wishes, and their cost stage by stage.

    The cost is None if there are no wishes or no plan to compare with.

    The cost is the value with the wishes minus the value without; both plans share the seconds.
    """
    if not wishes.all:
        return solve(team, wishes, seconds, notice, stopped), None
    outcome = solve(team, wishes, seconds * WISHED, notice, stopped)
    if outcome.plan is None or outcome.stopped:
        return outcome, None
    free = solve(team, NO_WISHES, max(seconds - outcome.seconds, 1.0), notice, stopped)
    whole = outcome.model_copy(update={"seconds": round(outcome.seconds + free.seconds, 3)})
    return whole, cost(free, outcome)


def cost(free: Outcome, wished: Outcome) -> list[int | float] | None:
    """What wishes cost, stage by stage, compared with a plan without them; None if one of the two has no plan.

    A plan with wishes is also a plan without them. If time was short and it is the better one, the wishes cost nothing.
    """
    if free.plan and wished.plan and better(wished.values, free.values):
        free = wished
    return change(free, wished)


def worth(team: Team, person: str, seconds: float = SECONDS) -> Outcome:
    """The best plan without this person. The `change` from the plan with them is their worth.

    Raises a `CourseError` if nobody has that name, or if nobody else is in the team.
    """
    return solve(team.without(person), seconds=seconds)


def _process() -> subprocess.Popen[str]:
    try:
        return child_process.start(CHILD)
    except OSError as error:
        raise CourseError("plan", f"the solver cannot be started ({error.strerror})", "Close other programs.") from None
