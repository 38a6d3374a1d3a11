"""Handlers of an author's scenario files.

The home's own person has them as files in the folder of the home, and a file there is the truth. Each version that is
saved is also recorded, so that it can be opened again. Everybody else has them as they were recorded.
"""

import hashlib

from dlcourse.content import yaml_parser
from dlcourse.content.roleplay.studio.line_ends import as_in, plain_lines
from dlcourse.content.roleplay.studio.study import study
from dlcourse.content.yaml_parser import Unreadable
from dlcourse.domain.roleplay.studio.messages import (
    STUDIO,
    OpenScenario,
    RehearsedScenario,
    RehearseScenario,
    SavedVersion,
    SaveScenario,
    ScenarioFiles,
    ScenarioFilesView,
    ScenarioSaved,
    ScenarioText,
    name_in_address,
)
from dlcourse.domain.speech import Recorded, View
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, look_up, stream_check
from dlcourse.handlers.roleplay.studio.folder import own_folder, read, rehearsed_files, write
from dlcourse.handlers.roleplay.studio.listing import drafts_of, listed_files
from dlcourse.store import StoredEvent


@look_up.register
def list_scenario_files(query: ScenarioFiles, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    folder, saved, drafts = own_folder(context), _texts(context), drafts_of(context)
    topic = STUDIO + context.person

    def work() -> View:
        found = listed_files(folder, saved, drafts)
        return ScenarioFilesView(files=tuple(found), folder=str(folder) if folder else "", topic=topic)

    return Heavy(work)


@look_up.register
def open_scenario(query: OpenScenario, context: ReadContext) -> ScenarioText:
    raw, saved = _raw(query.file, context), _versions(query.file, context)
    text = _text(raw, query.file)
    if query.version:
        if query.version > len(saved):
            raise CourseError(query.file, f"it has no version {query.version}", "Choose one from the list.")
        text = context.transaction.text(_event(saved[query.version - 1]).words) or text
    return ScenarioText(
        file=query.file,
        text=plain_lines(text),
        base=_mark(raw),
        version=query.version,
        versions=tuple(SavedVersion(number=at, at=each.at) for at, each in reversed(list(enumerate(saved, 1)))),
        topic=STUDIO + context.person,
    )


@look_up.register
def rehearse_scenario(query: RehearseScenario, context: ReadContext) -> Heavy:
    known = {name_in_address(path.name): path for path in rehearsed_files(context)}
    if query.file not in known:
        raise CourseError(query.file, "there is no such file here", "Start `dlcourse play` with it again.")
    text = _text(read(known[query.file]), query.file)
    return Heavy(lambda: RehearsedScenario(file=query.file, study=study(text)))


@carry_out.register
def save_scenario(command: SaveScenario, context: WriteContext) -> Recorded:
    folder, before = own_folder(context), _raw(command.file, context)
    old = _text(before, command.file)
    if before is not None and command.base != _mark(before) and plain_lines(old) != command.text:
        what = "the file was changed elsewhere since you opened it" if command.base else "there is such a file already"
        raise CourseError(command.file, what, "Your words are still here. Look at the other version, then choose one.")
    stream, version = STUDIO + context.person, len(_saved(context))
    saved = [ScenarioSaved(file=command.file, words=command.id)]
    recorded = context.transaction.append(stream, version, command.id, context.person, saved, command.texts())
    if folder and (before is None or not (folder / command.file).exists() or plain_lines(old) != command.text):
        write(folder / command.file, as_in(old, command.text))
    return recorded


@stream_check("studio")
def check_studio(context: ReadContext, _: str) -> None:
    for each in _saved(context):
        assert isinstance(each.event, ScenarioSaved)


def _saved(context: ReadContext | WriteContext) -> tuple[StoredEvent, ...]:
    return context.transaction.events(STUDIO + context.person)


def _event(stored: StoredEvent) -> ScenarioSaved:
    assert isinstance(stored.event, ScenarioSaved)
    return stored.event


def _versions(file: str, context: ReadContext | WriteContext) -> list[StoredEvent]:
    """What was saved of this file, the oldest first."""
    return [each for each in _saved(context) if _event(each).file == file]


def _texts(context: ReadContext) -> dict[str, str]:
    """The newest recorded text of each file, as far as the words are still there."""
    newest = {_event(each).file: _event(each).words for each in _saved(context)}
    words = context.transaction.texts(newest.values())
    return {file: words[text] for file, text in newest.items() if text in words}


def _raw(file: str, context: ReadContext | WriteContext) -> bytes | None:
    """The bytes of a file: those in the folder, else the newest that were recorded; None if there are none."""
    folder, saved = own_folder(context), _versions(file, context)
    raw = read(folder / file) if folder else None
    if raw is None and saved:
        text = context.transaction.text(_event(saved[-1]).words)
        return text.encode() if text is not None else None
    return raw


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
