"""Schools of the exercise: what comes of many runs, in figures small enough to keep, and one run period by period."""

import numpy as np
from numpy.typing import NDArray

from dlcourse.domain.learning.messages import RunFrame
from dlcourse.domain.learning.place import PlaceSettings
from dlcourse.engines.learning.curves import Line
from dlcourse.engines.learning.march import Signs
from dlcourse.engines.learning.place import Place, place

SIGNS = np.array(["-", "0", "+"])


def means(settings: PlaceSettings, runs: int, seed: int) -> tuple[Line, Line]:
    """The usual way and what people know on average, each period by period over all runs."""
    found = place(settings, runs, seed)
    return _line(found.shared), _line(found.each)


def _line(known: NDArray[np.float64]) -> Line:
    means = known.mean(axis=0).tolist()
    errors = (known.std(axis=0, ddof=1) / len(known) ** 0.5).tolist()
    return tuple(zip(means, errors, strict=True))


def film(settings: PlaceSettings, seed: int) -> tuple[RunFrame, ...]:
    """One run, from its beginning to its last period; the same seed gives the same run."""
    run = Place.begin(settings, 1, np.random.Generator(np.random.PCG64([seed, 0])))
    found = [_frame(run)]
    for _ in range(settings.periods):
        run.step()
        found.append(_frame(run))
    return tuple(found)


def _frame(run: Place) -> RunFrame:
    gain = ((run.beliefs[0] - run.code) * run.aims[0]).sum(axis=1, dtype=np.int16)
    return RunFrame(
        code=_signs(run.code[0]),
        people=tuple(map(_signs, run.beliefs[0])),
        better=tuple(np.flatnonzero(gain > 0).tolist()),
    )


def _signs(beliefs: Signs) -> str:
    return "".join(SIGNS[beliefs + 1])
