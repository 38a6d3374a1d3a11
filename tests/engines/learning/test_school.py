"""Schools of the exercise: their curves are those of the model, and one run can be watched."""

import pytest

from dlcourse.domain.learning.choices import AT_FIRST, SchoolChoices
from dlcourse.engines.learning.curves import curves, frames
from dlcourse.engines.learning.place import place

ALL = SchoolChoices(openness="open", learns_from="everybody", authority="expertise", coherence="shared")


def test_the_curves_are_the_means_of_the_model_s_runs() -> None:
    """Each period has the mean and the standard error over all runs."""
    found, runs = curves(AT_FIRST.settings, 50, 3), place(AT_FIRST.settings, 50, 3)
    assert [mean for mean, _ in found.shared] == pytest.approx(runs.shared.mean(axis=0))
    assert [error for _, error in found.each] == pytest.approx(runs.each.std(axis=0, ddof=1) / 50**0.5)
    assert (found.end.shared, found.end.each_error) == (found.shared[-1][0], found.each[-1][1])


def test_one_run_can_be_watched() -> None:
    """The film has a frame for the start and for each period; the same seed gives the same film."""
    film = frames(ALL.settings, 9)
    assert film == frames(ALL.settings, 9)
    assert len(film) == ALL.settings.periods + 1
    assert film[0].code == "0" * 20
    assert {len(signs) for frame in film for signs in (frame.code, *frame.people)} == {20}
    assert film[-1].code.count("+") > 15
    assert len(film[0].better) > len(film[-1].better)
