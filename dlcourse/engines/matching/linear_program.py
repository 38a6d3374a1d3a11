"""A sparse mixed-integer program, solved by HiGHS. It knows nothing about people or work."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import highspy
import numpy as np

INFINITY = highspy.kHighsInf
TOLERANCE = 1e-4
"""How far a bound may be from a whole number and still count as that number. HiGHS itself works to 1e-6."""
Terms = Mapping[int, float]
"""Column -> coefficient."""
Columns = np.ndarray[Any, np.dtype[np.float64]]
Notice = Callable[[float, Columns | None], None]
"""Called from time to time with the lower bound so far and the columns of a better solution, if one was found."""
STATUS = highspy.HighsModelStatus


@dataclass
class LinearProgram:
    """Columns from 0 to an upper bound, and rows with bounds."""

    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)

    def yes_or_no(self) -> int:
        """A new variable that is 0 or 1; returns its number."""
        return self._column(whole=True)

    def share(self) -> int:
        """A new variable between 0 and 1 that comes out whole once the others are; returns its number."""
        return self._column(whole=False)

    def _column(self, *, whole: bool) -> int:
        self.upper.append(1.0)
        self.whole.append(whole)
        return len(self.upper) - 1

    def row(self, terms: Terms, lower: float = -INFINITY, upper: float = INFINITY) -> int:
        """A new constraint, lower <= sum of coefficient * column <= upper; returns its number."""
        self.columns.extend(terms)
        self.values.extend(terms.values())
        self.starts.append(len(self.columns))
        self.row_lower.append(lower)
        self.row_upper.append(upper)
        return len(self.row_lower) - 1


@dataclass(frozen=True)
class Answer:
    """The columns that were found (or None), a lower bound of the cost, and whether the search finished."""

    columns: Columns | None
    bound: float
    finished: bool

    @property
    def impossible(self) -> bool:
        """Whether it is proven that there is no solution."""
        return self.finished and self.columns is None


def minimize(
    program: LinearProgram, cost: Terms, seconds: float, start: Terms | None = None, notice: Notice | None = None
) -> Answer:
    """The solution of least cost. Costs are whole numbers, so a gap below 1 counts as closed.

    The same program gives the same answer.

    ``start`` gives some or all whole-number columns of a known solution. ``notice`` is called during the search.
    """
    if not program.upper:
        return _without_columns(program)
    end, answer = time.monotonic() + seconds, Answer(None, -np.inf, finished=False)
    # HiGHS 1.16 can take a start for better than it is (the presolved cost is not the cost) and then end with it. The
    # bound stays right, but the columns do not add up to what is claimed, and are not the best. Then again, plainer.
    for begin, presolve in ((start, "choose"), (None, "choose"), (None, "off")):
        left = end - time.monotonic()
        if left <= 0:
            break
        highs = _silent(program, cost)
        answer = _run(highs, {"time_limit": left, "presolve": presolve}, begin, notice)
        if answer.columns is None or abs(_sum(cost, answer.columns) - highs.getInfo().objective_function_value) < 0.5:
            break
        answer = replace(answer, finished=False)
    return answer


def _sum(cost: Terms, columns: Columns) -> float:
    return float(sum(each * columns[column] for column, each in cost.items()))


def _run(highs: highspy.Highs, options: Mapping[str, Any], start: Terms | None, notice: Notice | None) -> Answer:
    for option, value in {"mip_rel_gap": 0.0, "mip_abs_gap": 1 - 2 * TOLERANCE, **options}.items():
        highs.setOptionValue(option, value)
    if start:
        highs.setSolution(len(start), np.fromiter(start, np.int32), np.fromiter(start.values(), np.float64))
    if notice:
        _subscribe(highs, notice)
    highs.run()
    return _answer(highs)


def _without_columns(program: LinearProgram) -> Answer:
    """The answer for a program without columns: HiGHS ignores the rows of an empty program."""
    if any(lower > 0 for lower in program.row_lower):
        return Answer(None, np.inf, finished=True)
    return Answer(np.zeros(0), 0.0, finished=True)


class Relaxation:
    """The program without the whole-number condition. It is kept warm while its bounds change."""

    def __init__(self, program: LinearProgram) -> None:
        """Copy the program; later changes to it are not seen."""
        self._highs = _silent(program, {}, whole=False)

    def possible(self, rows: Terms, columns: Terms, seconds: float) -> bool:
        """Whether these upper bounds of rows and columns may allow a solution (also True if time runs out)."""
        for row, upper in rows.items():
            self._highs.changeRowBounds(row, -INFINITY, upper)
        for column, upper in columns.items():
            self._highs.changeColBounds(column, 0.0, upper)
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + max(seconds, 0.0))
        self._highs.run()
        return bool(self._highs.getModelStatus() != STATUS.kInfeasible)


def _silent(program: LinearProgram, cost: Terms, *, whole: bool = True) -> highspy.Highs:
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in {"output_flag": False, "threads": 1, "random_seed": 0}.items():
        highs.setOptionValue(option, value)
    highs.passModel(_model(program, cost, whole=whole))
    return highs


def _model(program: LinearProgram, cost: Terms, *, whole: bool) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.upper), len(program.row_lower)
    lp.col_cost_ = np.array([cost.get(column, 0.0) for column in range(lp.num_col_)])
    lp.col_lower_, lp.col_upper_ = np.zeros(lp.num_col_), np.array(program.upper)
    lp.row_lower_, lp.row_upper_ = np.array(program.row_lower), np.array(program.row_upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(program.starts)
    lp.a_matrix_.index_, lp.a_matrix_.value_ = np.array(program.columns), np.array(program.values, dtype=np.float64)
    if whole:
        kinds = highspy.HighsVarType
        lp.integrality_ = [kinds.kInteger if each else kinds.kContinuous for each in program.whole]
    return lp


def _subscribe(highs: highspy.Highs, notice: Notice) -> None:
    highs.cbMipImprovingSolution += lambda event: notice(
        event.data_out.mip_dual_bound, np.array(event.data_out.mip_solution)
    )
    highs.cbMipLogging += lambda event: notice(event.data_out.mip_dual_bound, None)


def _answer(highs: highspy.Highs) -> Answer:
    status, info = highs.getModelStatus(), highs.getInfo()
    if status in (STATUS.kInfeasible, STATUS.kUnboundedOrInfeasible):
        return Answer(None, np.inf, finished=True)
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    columns = np.array(highs.getSolution().col_value) if found else None
    return Answer(columns, float(info.mip_dual_bound), finished=status == STATUS.kOptimal)
