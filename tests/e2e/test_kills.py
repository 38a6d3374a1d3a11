"""The short form of `tests.bench.bench_kills`."""

from pathlib import Path

import pytest

from tests.bench.bench_kills import main


def test_kills_lose_and_double_nothing(bundles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While server and kernel are killed at random moments, moves acknowledged and moves stored stay equal."""
    assert bundles.is_dir()
    status = main(["2"])
    said = capsys.readouterr().out
    assert status == 0, said
    assert said.startswith("2 kills (1 server, 1 kernel)")
