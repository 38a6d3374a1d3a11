"""March's model: its published figures, its limits, and each rule of a period on a state made by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.domain.learning.models import MarchSettings, moments
from dlcourse.engines.learning.march import March, march
from tests.examples import examples

NOTED = [22, 26, 24, 26, 20, 26, 24, 24]
"""What was found on another machine."""


def state(p1: float, p2: float, beliefs: list[list[int]], code: list[int]) -> March:
    """One run with these beliefs (people, dimensions) and this code, in agreement with reality."""
    chosen = MarchSettings(p1=p1, p2=p2, people=len(beliefs), dimensions=len(code))
    held = np.array([beliefs], np.int8)
    return March(chosen, np.random.Generator(np.random.PCG64(1)), held, np.array([code], np.int8))


@pytest.mark.parametrize(("p1", "published"), [(0.1, 0.954), (0.5, 0.811), (0.9, 0.742)])
def test_published_figures(p1: float, published: float) -> None:
    """What the code knows in the end agrees with the published mean within three standard errors of 1,000 runs."""
    found = moments(march(MarchSettings(p1=p1, p2=0.5), 1_000, 1).code.tolist())
    assert abs(found.mean - published) < 3 * found.sd / 1_000**0.5


def test_a_belief_moves_one_step_at_a_time() -> None:
    """Who is certain and learns is undecided first, and only then takes over the code's value."""
    one = state(1, 0, [[-1, 1], [-1, 1]], [1, 0])
    one.step()
    assert one.beliefs.tolist() == [[[0, 1], [0, 1]]]
    one.step()
    assert one.beliefs.tolist() == [[[1, 1], [1, 1]]]


def test_the_code_learns_from_the_majority_of_those_who_do_better() -> None:
    """Only people whose actions score higher than the code are counted, and a tie among them changes nothing."""
    one = state(0, 1, [[1, 1, -1], [1, 1, -1], [-1, -1, -1]], [0, 0, 0])
    one.step()
    assert one.code.tolist() == [[1, 1, -1]]
    tied = state(0, 1, [[1, 1, 1, -1], [1, 1, -1, 1]], [1, 0, 0, 0])
    tied.step()
    assert tied.code.tolist() == [[1, 1, 0, 0]]


@pytest.mark.parametrize("chosen", [MarchSettings(p2=0), MarchSettings(p1=0, p2=0), MarchSettings(p1=1, p2=0)])
def test_without_learning_the_code_stays_empty(chosen: MarchSettings) -> None:
    """With p2 = 0 the code stays exactly 0."""
    assert not march(chosen, 20, 3).code.any()


def test_nobody_better_than_an_empty_code() -> None:
    """The code stays 0 while nobody scores higher than 0."""
    one = state(1, 1, [[-1, -1], [-1, 1]], [0, 0])
    one.step()
    assert one.code.tolist() == [[0, 0]]


def test_a_margin_counts_each_person() -> None:
    """A margin of k wins with probability 1 - (1 - p2)^k."""
    chosen = MarchSettings(p1=0, p2=0.3, people=2, dimensions=1)
    begun = March.begin(chosen, 20_000, np.random.Generator(np.random.PCG64(5)))
    begun.beliefs[:] = 1
    begun.step()
    assert abs(begun.code.mean() - (1 - 0.7**2)) < 4 * (0.51 * 0.49 / 20_000) ** 0.5


@settings(max_examples=examples(40), deadline=None)
@given(
    st.builds(
        MarchSettings,
        p1=st.floats(0, 1),
        p2=st.floats(0, 1),
        people=st.integers(2, 9),
        dimensions=st.integers(1, 7),
        periods=st.integers(1, 60),
    ),
    st.integers(0, 2**63 - 1),
)
def test_any_setting_comes_to_an_end(chosen: MarchSettings, seed: int) -> None:
    """Every run ends within its periods, with knowledge from -1 to 1, and the same seed gives the same again."""
    found, again = march(chosen, 5, seed), march(chosen, 5, seed)
    assert (found.periods <= chosen.periods).all()
    assert (abs(found.code) <= 1).all()
    assert (abs(found.people) <= 1).all()
    assert found.code.tolist() == again.code.tolist()


def test_a_run_does_not_depend_on_how_many_there_are() -> None:
    """The first hundred runs of two hundred are the hundred runs that one can have alone."""
    chosen = MarchSettings(p1=0.9)
    assert march(chosen, 200, 1).code[:100].tolist() == march(chosen, 100, 1).code.tolist()


def test_the_same_on_another_machine() -> None:
    """A small setting gives exactly the figures that were noted on another machine."""
    assert [round(value * 30) for value in march(MarchSettings(p1=0.5), 8, 2024).code] == NOTED


def test_progress() -> None:
    """It is told how many runs are done, up to all of them."""
    told: list[int] = []
    march(MarchSettings(p1=1), 250, 1, told.append)
    assert told == [100, 200, 250]
