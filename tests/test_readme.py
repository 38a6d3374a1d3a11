"""The README matches what exists: commands, files and options."""

import re
from pathlib import Path

import click
import pytest

from dlcourse.cli import COMMANDS, main
from tests.__main__ import options
from tests.test_house import TOP

README = (TOP / "README.md").read_text("utf-8")


def option_names(command: click.Command | None) -> set[str]:
    """The options of a command and, if it is a group, of the commands in it."""
    if command is None:
        return set()
    own = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    return own.union(*map(option_names, inner))


def test_every_command_is_in_the_readme_and_the_other_way_round() -> None:
    """The table of commands names exactly the commands that exist."""
    named = re.findall(r"^\| `dlcourse ([\w-]+)", README, re.MULTILINE)
    assert named == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example_in_its_help(name: str) -> None:
    """The help of each command has an example, with options that it knows."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    help_text = command.help or ""
    examples = re.findall(rf"dlcourse {name} .*|dlcourse {name}$", help_text, re.MULTILINE)
    assert examples
    assert {word for example in examples for word in re.findall(r"--[\w-]+", example)} <= option_names(command)


def test_the_options_in_the_readme_exist() -> None:
    """Every option in the README exists, for the course's commands and the test command."""
    known = set().union(*(option_names(main.get_command(click.Context(main), name)) for name in COMMANDS))
    known |= {option for action in options()._actions for option in action.option_strings}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z0-9-]*", README)) <= known


def anchors(guide: Path) -> set[str]:
    """What a link can name of a guide: its headings, as GitHub makes addresses of them."""
    headings = re.findall(r"^#+ (.+)$", guide.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_files_that_the_readme_names_exist() -> None:
    """Links and pictures lead to files of the checkout, and to headings that these have."""
    named = re.findall(r"\]\(((?:data|notebooks|dlcourse)/[^)#]+)(?:#([^)]+))?\)", README)
    assert named
    assert [path for path, _ in named if not (TOP / path).exists()] == []
    assert [(path, anchor) for path, anchor in named if anchor and anchor not in anchors(TOP / path)] == []


def test_sessions_that_are_open_are_in_the_readme() -> None:
    """The table of sessions lists exactly the open sessions."""
    from dlcourse import files
    from dlcourse.content.library import Library

    titles = [session.title for session in Library(files.data()).curriculum().sessions if session.open]
    table = README.split("## What there is")[1].split("\n\n")[1]
    assert [row.split("|")[1].strip() for row in table.splitlines()[2:]] == titles
