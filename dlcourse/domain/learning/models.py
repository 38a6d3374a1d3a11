"""The settings and results of the two models. All values are checked when they are made.

March, J. G. (1991). Exploration and exploitation in organizational learning. Organization Science 2(1), 71-87.
Hong, L., & Page, S. E. (2004). Groups of diverse problem solvers can outperform groups of high-ability problem solvers.
Proceedings of the National Academy of Sciences 101(46), 16385-16389.
"""

from typing import Annotated

from pydantic import Field, model_validator

from dlcourse.domain.speech import Value

Probability = Annotated[float, Field(ge=0, le=1)]
Seed = Annotated[int, Field(ge=0, lt=2**63)]


class MarchSettings(Value):
    """A setting of March's model of mutual learning. Without arguments it is the published one.

    ``p1`` is the probability with which a person learns a belief from the code in one period, ``p2`` the probability
    with which the code learns from each person of the majority's margin. ``people`` and ``dimensions`` are counts.
    ``periods`` is the number of periods after which a run ends that has not come to rest by itself.
    """

    p1: Probability = 0.1
    p2: Probability = 0.5
    people: Annotated[int, Field(ge=2, le=1_000)] = 50
    dimensions: Annotated[int, Field(ge=1, le=200)] = 30
    periods: Annotated[int, Field(ge=1, le=10_000)] = 2_000


class HongPageSettings(Value):
    """A setting of Hong and Page's model of problem solvers. Without arguments it is the one of their first table.

    A solver is an ordered triple of different step sizes from 1 to ``steps``; a group has ``solvers`` of them. The
    landscape is a ring of ``places``. Its values are uniform on (0, 100) and independent if ``smoothing`` is 1; else
    each is made from the mean of that many neighboring places, so that near places have similar values.
    """

    solvers: Annotated[int, Field(ge=1, le=100)] = 10
    steps: Annotated[int, Field(ge=3, le=20)] = 12
    places: Annotated[int, Field(ge=50, le=10_000)] = 2_000
    smoothing: Annotated[int, Field(ge=1, le=1_000)] = 1

    @model_validator(mode="after")
    def _is_possible(self) -> "HongPageSettings":
        if self.solvers > self.kinds:
            raise ValueError(f"there are only {self.kinds} different solvers with {self.steps} step sizes")
        if self.smoothing >= self.places:
            raise ValueError("smoothing is smaller than the ring")
        return self

    @property
    def kinds(self) -> int:
        """The number of different solvers."""
        return self.steps * (self.steps - 1) * (self.steps - 2)


class Moments(Value):
    """The mean and the standard deviation (over n - 1; 0 for a single run) of one result over all runs."""

    mean: float
    sd: float


def moments(values: "list[float]") -> Moments:
    """The mean and the standard deviation of at least one value."""
    from statistics import fmean, stdev

    return Moments(mean=fmean(values), sd=stdev(values) if len(values) > 1 else 0.0)


def interval(found: Moments, runs: int) -> tuple[float, float]:
    """The mean less and plus two standard errors of the mean, ``sd / sqrt(runs)``: a band of about 95 percent."""
    half = float(2 * found.sd / runs**0.5)
    return found.mean - half, found.mean + half
