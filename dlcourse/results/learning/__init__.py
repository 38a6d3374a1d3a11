"""The two published models of how single decisions add up, let run in a notebook cell."""

from typing import TYPE_CHECKING, Any

from dlcourse.results.registry import result_call

if TYPE_CHECKING:
    from dlcourse.results.learning.simulation import SimulationResults


@result_call
def simulate(model: str, *, runs: int = 100, seed: int = 1, **settings: Any) -> "SimulationResults":
    """Let a published model of how single decisions add up run, and get what came of it as DataFrames.

    ``model`` is ``"march"`` (people and the usual way learn from each other; settings ``p1``, ``p2``,
    ``people``, ``dimensions``, ``periods``) or ``"hong-page"`` (the best solvers beside some drawn at random; settings
    ``solvers``, ``steps``, ``places``, ``smoothing``). A setting that you leave out is the published one. One of them
    may be a list, to see what it changes. The same ``seed`` gives the same result on any machine. Raises a
    `CourseError` for a model or a setting that does not exist, or a value that is not possible.

    >>> slow_or_fast = dlcourse.simulate("march", p1=[0.1, 0.9], runs=200)
    >>> slow_or_fast.means.query("result == 'code_knows'")[["p1", "mean"]].round(2)
        p1  mean
    0  0.1  0.96
    3  0.9  0.74

    The code knows more in the end where people learn slowly, because those who are different for longer can teach it
    something. A band around each mean says how sure that is after so many runs; ``.chart()`` draws it.

    >>> solvers = dlcourse.simulate("hong-page", runs=5)
    >>> solvers.runs.columns.tolist()
    ['run', 'solvers', 'steps', 'places', 'smoothing', 'best', 'random']
    """
    from dlcourse.results.learning.simulation import run  # NumPy and pandas, only once somebody asks

    return run(model, runs, seed, settings)
