"""The curves of a school, and what computes them: light to import, so that a server can have it done elsewhere."""

from dataclasses import dataclass

from dlcourse.domain.learning.messages import KnownAtEnd, RunFrame
from dlcourse.domain.learning.place import PlaceSettings

Line = tuple[tuple[float, float], ...]
"""For each period the mean over all runs and its standard error."""


@dataclass(frozen=True)
class Curves:
    """The usual way and what people know on average, from the first period to the last."""

    shared: Line
    each: Line

    @property
    def end(self) -> KnownAtEnd:
        """Both in the last period."""
        (shared, shared_error), (each, each_error) = self.shared[-1], self.each[-1]
        return KnownAtEnd(shared=shared, shared_error=shared_error, each=each, each_error=each_error)


def curves(settings: PlaceSettings, runs: int, seed: int) -> Curves:
    """The means over at least two runs of a place."""
    from dlcourse.engines.learning.school import means  # NumPy is loaded only where something runs

    return Curves(*means(settings, runs, seed))


def frames(settings: PlaceSettings, seed: int) -> tuple[RunFrame, ...]:
    """One run, from its beginning to its last period; the same seed gives the same run."""
    from dlcourse.engines.learning.school import film  # NumPy is loaded only where something runs

    return film(settings, seed)
