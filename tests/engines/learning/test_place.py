"""A place: March's model as its special case, what each choice does at its ends, and any setting."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from dlcourse.domain.learning.models import MarchSettings
from dlcourse.domain.learning.place import PlaceSettings
from dlcourse.engines.learning.march import march
from dlcourse.engines.learning.place import place
from tests.examples import examples

RUNS = 200


def ends(**chosen: object) -> tuple[float, float]:
    """The usual way and what people know in the end, on average over many runs."""
    found = place(PlaceSettings.model_validate(chosen), RUNS, 1)
    return float(found.shared[:, -1].mean()), float(found.each[:, -1].mean())


def test_with_everything_open_it_is_march_s_model() -> None:
    """With nothing of ours added, both programs agree within three standard errors."""
    found = place(PlaceSettings(p1=0.5, people=50), 1_000, 2).shared[:, -1]
    published = march(MarchSettings(p1=0.5), 1_000, 2).code
    error = ((found.var() + published.var()) / 1_000) ** 0.5
    assert abs(found.mean() - published.mean()) < 3 * error


def test_where_no_practice_is_open_nobody_learns() -> None:
    """With closed doors everybody ends as they began: right by chance."""
    found = place(PlaceSettings(openness=0, learns_from="everybody"), RUNS, 1)
    assert not found.shared.any()
    assert (found.each == found.each[:, :1]).all()


def test_open_practice_coherent_aims_and_expertise_help() -> None:
    """Each of the three choices, changed alone, makes the place know more in the end."""
    assert ends(openness=1)[0] > ends(openness=0.1)[0] + 0.1
    assert ends(coherence=1)[0] > ends(coherence=0.5)[0] + 0.1
    assert ends(authority="expertise")[0] > ends(authority="title")[0] + 0.1


def test_distribution_does_not_always_win() -> None:
    """Where departments want different things, three leaders who know most answers do better than the many."""
    chosen = {"leaders_know": 0.9, "coherence": 0.5}
    assert ends(authority="title", **chosen)[0] > ends(authority="expertise", **chosen)[0] + 0.1
    assert ends(authority="title", leaders_know=0.9)[0] < ends(authority="expertise", leaders_know=0.9)[0]


@settings(max_examples=examples(30), deadline=None)
@given(
    st.builds(
        PlaceSettings,
        p1=st.floats(0, 1),
        p2=st.floats(0, 1),
        openness=st.floats(0, 1),
        coherence=st.floats(0, 1),
        leaders_know=st.floats(0, 1),
        learns_from=st.sampled_from(["nobody", "department", "everybody"]),
        authority=st.sampled_from(["title", "expertise"]),
        people=st.integers(4, 12),
        departments=st.integers(1, 4),
        leaders=st.integers(1, 4),
        dimensions=st.integers(1, 6),
        periods=st.integers(1, 12),
    ),
    st.integers(0, 2**63 - 1),
)
def test_any_place(chosen: PlaceSettings, seed: int) -> None:
    """Knowledge stays from -1 to 1 in every period, and the same seed gives the same again."""
    found, again = place(chosen, 4, seed), place(chosen, 4, seed)
    assert found.shared.shape == found.each.shape == (4, chosen.periods + 1)
    assert (abs(np.concatenate([found.shared, found.each])) <= 1).all()
    assert found.each.tolist() == again.each.tolist()


@pytest.mark.parametrize("wrong", [{"people": 4, "departments": 5}, {"people": 4, "leaders": 5}, {"openness": 1.1}])
def test_impossible_places(wrong: dict[str, float]) -> None:
    """More departments or leaders than people cannot be asked for."""
    with pytest.raises(ValidationError):
        PlaceSettings.model_validate(wrong)
