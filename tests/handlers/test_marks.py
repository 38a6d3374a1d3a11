"""Whatever people write, share, hide, look at, export and erase, nobody sees what is not theirs. 500 steps."""

import pytest
from hypothesis import HealthCheck, settings

from tests.handlers.marks import Life

TestLife = pytest.mark.slow(Life.TestCase)
TestLife.settings = settings(
    max_examples=10, stateful_step_count=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
