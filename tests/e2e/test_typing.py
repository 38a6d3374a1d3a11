"""The short form of `tests.bench.bench_typing`."""

from playwright.sync_api import Browser

from tests.bench.bench_typing import run


def test_kills_while_somebody_types_lose_and_double_nothing(browser: Browser) -> None:
    """While server and kernel are killed at random moments and the network is off, every typed word is kept once."""
    figures = run(browser, kills=2, offline=4, seed=1)
    assert (figures.server, figures.kernel) == (1, 1)
    assert (figures.lost, figures.doubled) == (0, 0), figures
    assert figures.typed > 0
