"""The command line: what each command prints and where, and its exit status."""

import json
import subprocess
import sys
from pathlib import Path
from socket import socket

import pytest
from click.testing import CliRunner, Result

from dlcourse import __version__
from dlcourse.cli import main
from tests.content.roleplay.broken import GOOD, edited


def run(*words: str) -> Result:
    """Run ``dlcourse`` with these arguments."""
    return CliRunner().invoke(main, words, prog_name="dlcourse")


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Scenario files: a good one, one with a warning, and one with an error in its story."""
    texts = {
        "good": GOOD,
        "warned": edited(("minutes: 4", "minutes: 1")),
        "bad": edited(("leads_to: bad-week", "leads_to: good-week"), ("minutes: 4", "minutes: 1")),
        "broken": "id: [",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return {name: str(tmp_path / f"{name}.yaml") for name in (*texts, "missing")}


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["good"], 0),
        (["warned"], 0),
        (["bad"], 1),
        (["broken"], 1),
        (["missing"], 2),
        (["good", "bad"], 1),
        (["bad", "missing", "good"], 2),
    ],
)
def test_check_exits_by_the_gravest_thing_found(files: dict[str, str], names: list[str], code: int) -> None:
    """The exit status is 0 without errors, 1 with errors, and 2 if a file cannot be opened."""
    paths = [files[name] for name in names]
    for options in ([], ["--json"], ["--graph"]):
        assert run("check", *options, *paths).exit_code == code


def test_check_prints_one_line_a_finding(files: dict[str, str]) -> None:
    """Findings are printed on standard output as file, line, level, message and remedy, errors first."""
    result = run("check", files["bad"])
    first, second = result.stdout.splitlines()
    assert first.startswith(f"{files['bad']}:83: error: no play can reach the scene 'bad-week'. Let a choice")
    assert second.startswith(f"{files['bad']}:59: warning: the talk has 1 minute,")
    assert result.stderr == ""


def test_check_prints_nothing_without_findings(files: dict[str, str]) -> None:
    """A file without findings leaves standard output empty."""
    assert run("check", files["good"]).output == ""


def test_check_json_is_one_list_of_findings(files: dict[str, str]) -> None:
    """With --json standard output is a list of objects; a file that cannot be opened is named on standard error."""
    result = run("check", "--json", files["bad"], files["missing"], files["warned"])
    findings = json.loads(result.stdout)
    assert [(Path(one["file"]).stem, one["line"], one["level"], one["code"]) for one in findings] == [
        ("bad", 83, "error", "unreachable"),
        ("bad", 59, "warning", "minutes"),
        ("warned", 59, "warning", "minutes"),
    ]
    assert all(list(one) == ["file", "line", "level", "code", "message", "remedy"] for one in findings)
    assert result.stderr.startswith(f"{files['missing']}: the file cannot be opened")
    assert json.loads(run("check", "--json", files["good"]).stdout) == []


def test_check_graph_is_mermaid_text(files: dict[str, str]) -> None:
    """With --graph standard output is the scene graph, even if the story has errors; findings go to standard error."""
    result = run("check", "--graph", files["bad"])
    assert result.stdout.startswith("flowchart TD\n")
    assert '-->|"reroute"|' in result.stdout
    assert "unreachable" not in result.stdout
    assert "no play can reach" in result.stderr
    assert run("check", "--graph", files["broken"]).stdout == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "dlcourse: No such command 'chek'. Did you mean 'check'? Read 'dlcourse --help'.\n"),
        (["--colour"], "dlcourse: No such option '--colour'. Read 'dlcourse --help'.\n"),
        (["check"], "dlcourse check: Missing argument 'FILE...'. Read 'dlcourse check --help'.\n"),
        (
            ["check", "--json", "--graph", "x"],
            "dlcourse check: --json and --graph cannot be used together. Read 'dlcourse check --help'.\n",
        ),
    ],
)
def test_wrong_words_are_told_in_one_line(words: list[str], said: str) -> None:
    """A wrong command, option or argument is one line on standard error with exit status 2."""
    result = run(*words)
    assert (result.exit_code, result.stderr) == (2, said)


def test_json_is_one_value_even_where_nothing_could_run() -> None:
    """With --json standard output can always be read as JSON."""
    assert json.loads(run("check", "--json").stdout) is None
    assert json.loads(run("check", "--json", "--graph", "x").stdout) is None
    assert json.loads(run("check", "--json", "/nowhere").stdout) == []


def test_help_and_version() -> None:
    """The help lists every command, the help of each command has an example, and the version is printed."""
    shown = run("--help").stdout
    for name in main.commands:
        assert name in shown
        help_text = run(name, "--help").stdout
        assert f"dlcourse {name} " in help_text.partition("Example")[2]
    assert run("--version").stdout == f"dlcourse {__version__}\n"


def test_the_command_line_opens_without_heavy_imports() -> None:
    """Importing the commands does not load the solver, the parser, the store, the charts or the server."""
    heavy = "{'pydantic', 'ruamel', 'sqlalchemy', 'voila', 'altair', 'pandas', 'tornado', 'dlcourse.domain'}"
    code = f"import sys, dlcourse.cli; sys.exit(', '.join({heavy} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["serve", "lab"])
def test_a_port_in_use_is_told_and_no_other_is_taken(tmp_path: Path, command: str) -> None:
    """If another program uses the port, neither the course nor JupyterLab opens at a different port."""
    with socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = run(command, "--no-browser", f"--port={port}", f"--home={tmp_path / 'home'}")
    assert result.exit_code != 0
    assert f"port {port}: another program uses it. Choose another with --port" in result.stderr
    assert not (tmp_path / "home/notebooks").exists()


def test_a_name_or_an_address_that_is_none_is_told_before_anything_starts(tmp_path: Path) -> None:
    """`serve` refuses values that no proxy could use, on one line, and stores nothing."""
    result = run("serve", "--home", str(tmp_path), "--name", "https://course.school.example/")
    said = "--name: 'https://course.school.example/' is no name of a host. Write it like course.school.example.\n"
    assert (result.exit_code, result.stderr) == (2, said)
    assert run("serve", "--home", str(tmp_path), "--lab", "lab").stderr.startswith("--lab: 'lab' is no address")
    assert list(tmp_path.iterdir()) == []
