"""The short form of `tests.bench.bench_kills`."""

from pathlib import Path

import pytest

from tests.bench.bench_kills import main


def test_kills_lose_and_double_nothing(bundles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While server and kernel are killed at random moments, moves acknowledged and moves stored stay equal."""
    assert bundles.is_dir()
    status = main(["4"])
    said = capsys.readouterr().out
    assert status == 0, said
    assert said.startswith("4 kills (2 server, 2 kernel)")
