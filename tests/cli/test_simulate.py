"""The command ``simulate``: what it prints, and what it refuses."""

import json

import pytest
from click.testing import CliRunner, Result

from dlcourse.cli import main


def run(*words: str) -> Result:
    """Run ``dlcourse simulate`` with these arguments."""
    return CliRunner().invoke(main, ["simulate", *words], prog_name="dlcourse")


def test_json_of_march() -> None:
    """The object has the agreed keys, and the same seed gives the same figures."""
    words = ("march", "--p1", "0.9", "--p2", "0.5", "--runs", "20", "--seed", "4", "--json")
    told, again = (json.loads(run(*words).stdout) for _ in range(2))
    assert list(told) == ["model", "p1", "p2", "runs", "seed", "mean", "sd", "seconds"]
    assert (told["model"], told["p1"], told["runs"], told["seed"]) == ("march", 0.9, 20, 4)
    assert (told["mean"], told["sd"]) == (again["mean"], again["sd"])


def test_json_of_hong_page() -> None:
    """The object has the agreed keys, with mean and standard deviation of both groups."""
    told = json.loads(run("hong-page", "--solvers", "3", "--steps", "4", "--runs", "2", "--json").stdout)
    assert list(told) == ["model", "solvers", "steps", "runs", "seed", "best", "random", "seconds"]
    assert list(told["best"]) == list(told["random"]) == ["mean", "sd"]


def test_in_words() -> None:
    """Without --json both models give sentences."""
    assert "over 10 runs" in run("march", "--p1", "1", "--runs", "10").stdout
    assert "drawn at random" in run("hong-page", "--steps", "4", "--solvers", "3", "--runs", "1").stdout


@pytest.mark.parametrize(
    "words",
    [("march", "--p1", "2"), ("march", "--runs", "0"), ("hong-page", "--steps", "3", "--solvers", "10"), ("other",)],
)
def test_impossible_settings(words: tuple[str, ...]) -> None:
    """What a model cannot do is refused on one line with exit status 2."""
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "dlcourse simulate" in result.stderr
