"""The commands of ``dlcourse``: one module each, imported only when its command is called, so that each starts fast.

An error is one line on standard error, ``where: what. remedy``. An error that a person can fix never shows a traceback.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from dlcourse import __version__
from dlcourse.cli.output import tolerate_any_encoding
from dlcourse.errors import CourseError

DONE, INPUT_HAS_ERRORS, COULD_NOT_RUN = 0, 1, 2
COMMANDS = {
    "serve": "serve",
    "lab": "serve",
    "play": "serve",
    "check": "check",
    "match": "match",
    "network": "network",
    "simulate": "simulate",
    "export": "work",
    "restore": "work",
    "erase": "work",
    "check-store": "check_store",
    "backup": "backup",
    "cohort": "cohort",
    "present": "present",
    "rehearse": "rehearse",
}
"""The module of each command."""


class Told(click.ClickException):
    """An error as one line on standard error. With ``--json``, standard output is still one JSON value: null."""

    exit_code = COULD_NOT_RUN

    def __init__(self, line: str, *, json_wanted: bool) -> None:
        """Store the line."""
        super().__init__(line)
        self.json_wanted = json_wanted

    def show(self, file: Any = None) -> None:
        """Print the line."""
        click.echo(self.message, file=file, err=True)
        if self.json_wanted:
            click.echo("null")


@contextmanager
def _on_one_line(command: str, *, json_wanted: bool) -> Iterator[None]:
    """Turn errors that a person can fix into one line with exit status 2."""
    try:
        yield
    except CourseError as error:
        raise Told(str(error), json_wanted=json_wanted) from None
    except UnicodeEncodeError:
        remedy = "Use plain letters, or a locale with UTF-8 (LC_ALL=C.UTF-8)."
        line = str(CourseError(command, "a name in it cannot be written in this locale", remedy))
        raise Told(line, json_wanted=json_wanted) from None
    except OSError as error:
        place, reason = error.filename or command, (error.strerror or str(error)).lower()
        line = str(CourseError(os.fsdecode(place), f"it cannot be opened ({reason})", "Check its name and folder."))
        raise Told(line, json_wanted=json_wanted) from None
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise Told(_usage_line(error, command), json_wanted=json_wanted) from None


def _usage_line(error: click.UsageError, command: str) -> str:
    place = error.ctx.command_path if error.ctx else command
    what, _, near = " ".join(error.format_message().split()).partition(" Did you mean ")
    return str(CourseError(place, what, f"{f'Did you mean {near} ' if near else ''}Read '{place} --help'."))


class Commands(click.Group):
    """A group whose commands report every error on one line."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the group's own arguments."""
        tolerate_any_encoding()
        json_wanted = "--json" in args
        with _on_one_line(info_name or "dlcourse", json_wanted=json_wanted):
            context = super().make_context(info_name, args, parent, **extra)
        context.meta[__name__] = json_wanted
        return context

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own signature)
        """List the commands in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (as above)
        """Import a command when it is called."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"dlcourse.cli.{COMMANDS[cmd_name]}"), cmd_name.replace("-", "_"))
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was called, or suggest which one was meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _on_one_line(ctx.command_path, json_wanted=ctx.meta[__name__]):
            return super().invoke(ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dlcourse", message="%(prog)s %(version)s")
def main() -> None:
    """A course on distributed leadership, in the browser and in notebooks.

    \b
    Example:
      dlcourse check scenarios/late-buses.yaml
    """
