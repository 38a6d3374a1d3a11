"""Handlers of an author's scenario files, which are in the folder of the home: only the home's own person has them.

A file is the truth. Each version that is saved is also recorded, so that it can be opened again.
"""

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from dlcourse.content import yaml_parser
from dlcourse.content.roleplay.scenarios import check_file
from dlcourse.content.roleplay.studio.line_ends import as_in, plain_lines
from dlcourse.content.yaml_parser import Unreadable
from dlcourse.domain.roleplay.studio.messages import (
    STUDIO,
    OpenScenario,
    SavedVersion,
    SaveScenario,
    ScenarioFile,
    ScenarioFiles,
    ScenarioFilesView,
    ScenarioSaved,
    ScenarioText,
)
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, look_up, stream_check
from dlcourse.store import StoredEvent

MOST_FILES = 200
"""How many files of a folder are listed."""


@look_up.register
def list_scenario_files(query: ScenarioFiles, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    folder = _folder(context)
    return Heavy(lambda: ScenarioFilesView(files=tuple(_listed(folder)), folder=str(folder)))


@look_up.register
def open_scenario(query: OpenScenario, context: ReadContext) -> ScenarioText:
    path = _folder(context) / query.file
    saved = [each for each in _saved(context) if _event(each).file == query.file]
    raw = _raw(path)
    text = _text(raw, query.file)
    if query.version:
        if query.version > len(saved):
            raise CourseError(query.file, f"it has no version {query.version}", "Choose one from the list.")
        text = context.transaction.text(_event(saved[query.version - 1]).words) or text
    elif raw is None and saved:  # it was restored from a file of work, or deleted in the folder
        text = context.transaction.text(_event(saved[-1]).words) or ""
    return ScenarioText(
        file=query.file,
        text=plain_lines(text),
        base=_mark(raw),
        version=query.version,
        versions=tuple(SavedVersion(number=at, at=each.at) for at, each in reversed(list(enumerate(saved, 1)))),
        topic=STUDIO + context.person,
    )


@carry_out.register
def save_scenario(command: SaveScenario, context: WriteContext) -> Recorded:
    folder = _folder(context)
    path = folder / command.file
    before = _raw(path)
    old = _text(before, command.file)
    if before is not None and command.base != _mark(before) and plain_lines(old) != command.text:
        what = "the file was changed elsewhere since you opened it" if command.base else "there is such a file already"
        raise CourseError(command.file, what, "Your words are still here. Look at the other version, then choose one.")
    stream, version = STUDIO + context.person, len(_saved(context))
    recorded = context.transaction.append(
        stream,
        version,
        command.id,
        context.person,
        [ScenarioSaved(file=command.file, words=command.id)],
        command.texts(),
    )
    if before is None or plain_lines(old) != command.text:
        _write(path, as_in(old, command.text) if before is not None else command.text)
    return recorded


@stream_check("studio")
def check_studio(context: ReadContext, _: str) -> None:
    for each in _saved(context):
        assert isinstance(each.event, ScenarioSaved)


def _folder(context: ReadContext | WriteContext) -> Path:
    """The folder of the person's own files. Raises a `CourseError` for everybody but the home's own person."""
    if context.person != context.transaction.home or not context.library.own:
        what = "scenarios are written on one's own computer"
        raise CourseError("studio", what, "Start the course there with `dlcourse serve`, and open the studio in it.")
    return context.library.own[0]


def _listed(folder: Path) -> list[ScenarioFile]:
    try:
        found = [path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"} and path.name[0] != "."]
    except OSError:
        return []
    return [_described(path) for path in sorted(found)[:MOST_FILES]]


def _described(path: Path) -> ScenarioFile:
    try:
        checked = check_file(path)
    except CourseError:
        return ScenarioFile(file=path.name, title="", scenario="", errors=1)
    scenario = checked.draft
    return ScenarioFile(
        file=path.name,
        title=scenario.title if scenario else "",
        scenario=checked.scenario.id if checked.scenario else "",
        errors=len(checked.errors),
    )


def _saved(context: ReadContext | WriteContext) -> tuple[StoredEvent, ...]:
    return context.transaction.events(STUDIO + context.person)


def _event(stored: StoredEvent) -> ScenarioSaved:
    assert isinstance(stored.event, ScenarioSaved)
    return stored.event


def _raw(path: Path) -> bytes | None:
    """The bytes of a file, at most one more than can be read; None if there is none."""
    try:
        with path.open("rb") as file:
            return file.read(yaml_parser.LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        what = f"the file cannot be opened ({error.strerror or error})"
        raise CourseError(path.name, what, "Check that you may read it.") from None


def _text(raw: bytes | None, file: str) -> str:
    """The text of a file, with its byte order mark. Raises a `CourseError` if it is too long or no text."""
    try:
        yaml_parser.decode(raw or b"")
    except Unreadable as unreadable:
        problem = unreadable.problems[0]
        raise CourseError(f"{file}:{problem.line}", problem.message, problem.remedy) from None
    return (raw or b"").decode()


def _mark(raw: bytes | None) -> str:
    """A mark of a file's contents; empty if there is no file."""
    return "" if raw is None else hashlib.sha256(raw).hexdigest()[:32]


def _write(path: Path, text: str) -> None:
    """Write the file in one step. Raises a `CourseError` if that is not possible."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(text.encode())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        what = f"it cannot be written ({error.strerror or error})"
        raise CourseError(
            path.name, what, "Check that you may write into the folder. Your words are still here."
        ) from None
