"""The scenario studio: which file is open, what its text is now, and what a play of it shows.

The text is the truth. A form's change is made in the text, and what is shown follows from the text.
"""

from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field

from dlcourse.domain.roleplay.messages import BeginPlay, BranchPlay, Move
from dlcourse.domain.roleplay.studio.edits import LONGEST, Edit, EditedWords
from dlcourse.domain.roleplay.studio.messages import (
    STUDIO,
    FileName,
    OpenScenario,
    SaveScenario,
    ScenarioFiles,
    ScenarioFilesView,
    ScenarioOutlined,
    ScenarioStudy,
    ScenarioText,
    StudyScenario,
)
from dlcourse.pages.messages import LookAgain, Message
from dlcourse.pages.program import Do, Done, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.roleplay.page import SetSide, ShowScreen
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.begin.branching_form import BeginBranching
from dlcourse.pages.roleplay.studio.begin.profile_form import BeginProfile
from dlcourse.pages.roleplay.studio.begin.takes import StudioTakes, first_text, put_away
from dlcourse.pages.roleplay.studio.preview import opened, said
from dlcourse.pages.roleplay.studio.screens import StudioProps, StudioState, studio_props
from dlcourse.pages.roleplay.studio.undoing import changed, taken_back, with_undo


class OpenFile(Message):
    """Open a file, or an earlier version of it; with none named, show the list of files."""

    file: FileName | None = None
    version: Annotated[int, Field(ge=0, le=100_000)] = 0


class NewText(Message):
    """Begin a file with this text, for instance with one from this computer."""

    file: FileName
    text: EditedWords


class TypeText(Message):
    """The text was typed."""

    text: Annotated[EditedWords, Field(max_length=LONGEST)]


class ChangeText(Message):
    """The form changes the text."""

    edits: Annotated[tuple[Edit, ...], Field(max_length=50)]


class UndoChange(Message):
    """Take the last change of the form back."""


class KeepMine(Message):
    """Go on from the version that was saved elsewhere, with the words that are here."""


class TakeTheirs(Message):
    """Go on with the version that was saved elsewhere. What was here can be brought back by undoing."""


class TryAgain(Message):
    """Begin the play again, with the text as it is now."""


def init(place: Raw) -> Step[StudioState]:
    """Open the file that was open before, or show the list of files."""
    state = StudioState()
    file = str(place.get("file", ""))
    try:
        wanted = OpenScenario(file=file) if file else None
    except ValueError:
        wanted = None
    return state, (See(ScenarioFiles()), *([See(wanted)] if wanted else []))


def update(state: StudioState, message: Any) -> Step[StudioState]:
    """Open, change, try and save: what each message leads to."""
    match message:
        case Done(command=SaveScenario(), recorded=recorded):
            return replace(state, saved=recorded.at, elsewhere=""), (See(OpenScenario(file=state.file)),)
        case Done():
            return state, ()
        case Seen(view=view, query=query):
            return _seen(state, query, view)
        case Refused(effect=effect, error=error):
            told = replace(state, notice=error)
            return told, (See(OpenScenario(file=state.file)),) if isinstance(effect, Do) else ()
        case LookAgain() | Noticed():
            return state, (See(OpenScenario(file=state.file) if state.file else ScenarioFiles()),)
        case BeginPlay() | BranchPlay() | Move() | ShowScreen() | SetSide():
            return replace(state, preview=said(state.preview, message)) if state.preview else state, ()
        case _:
            return _asked(replace(state, notice=None, told=""), message)


def _asked(state: StudioState, message: Any) -> Step[StudioState]:
    """What the author asks for."""
    match message:
        case OpenFile(file=None):
            return StudioState(topic=state.topic), (See(ScenarioFiles()),)
        case OpenFile(file=str(file), version=version):
            return state, (See(OpenScenario(file=file, version=version)),)
        case NewText(file=file, text=text):
            return _begun(state, file, text)
        case BeginProfile() | BeginBranching():
            return state, (See(first_text(message)), *put_away(message.id))
        case SaveScenario(text=text):
            return replace(state, saving=text), (Do(message),)
        case TryAgain():
            return _tried(state), ()
        case KeepMine() if state.elsewhere:
            return replace(state, base=state.elsewhere, elsewhere=""), ()
        case _:
            return _changed(state, message)


def _changed(state: StudioState, message: Any) -> Step[StudioState]:
    """The text after a change of it."""
    match message:
        case TypeText(text=text):
            return state, (See(StudyScenario(text=text)),)
        case ChangeText(edits=edits) if state.study:
            return changed(state, state.study, edits)
        case UndoChange() if state.undone:
            return taken_back(state)
        case TakeTheirs() if state.elsewhere and state.study:
            taken = replace(with_undo(state, state.study.text, words.OTHER_VERSION), base=state.elsewhere, elsewhere="")
            return taken, (See(StudyScenario(text=state.stored or "")),)
        case _:
            return state, ()


def _seen(state: StudioState, query: Any, view: Any) -> Step[StudioState]:
    match view:
        case ScenarioFilesView():
            return replace(state, files=view, topic=view.topic), () if state.topic else (Watch(view.topic),)
        case ScenarioText():
            return _opened(state, view)
        case ScenarioOutlined(text=text):
            return _begun(state, _file_name(query.outline.title), text)
        case ScenarioStudy():
            return _studied(state, view), ()
        case _:
            return state, ()


def _opened(state: StudioState, view: ScenarioText) -> Step[StudioState]:
    watch = () if state.topic == view.topic else (Watch(view.topic),)
    state = replace(state, topic=view.topic)
    mine = state.study.text if state.study and state.file == view.file else None
    if mine is None or view.version:
        fresh = StudioState(files=state.files, topic=view.topic, file=view.file, base=view.base)
        stays = state if view.version else fresh
        known = replace(stays, versions=view.versions, stored=state.stored if view.version else view.text)
        return known, (*watch, See(StudyScenario(text=view.text)))
    state = replace(state, versions=view.versions)
    if view.base == state.base or view.text in {mine, state.saving}:
        return replace(state, base=view.base, stored=view.text, elsewhere=""), watch
    if mine == state.stored:  # nothing was written here meanwhile
        return replace(state, base=view.base, stored=view.text, elsewhere=""), (
            *watch,
            See(StudyScenario(text=view.text)),
        )
    return replace(state, elsewhere=view.base, stored=view.text), watch


def _studied(state: StudioState, study: ScenarioStudy) -> StudioState:
    state = replace(state, study=study, scales=study.scales or state.scales)
    return _tried(state) if state.preview is None else state


def _tried(state: StudioState) -> StudioState:
    scenario = state.study.scenario if state.study else None
    return replace(state, preview=opened(scenario)) if scenario else state


def _begun(state: StudioState, file: str, text: str) -> Step[StudioState]:
    taken = {each.file for each in state.files.files} if state.files else set()
    stem, _, ending = file.rpartition(".")
    number = 2
    while file in taken:
        file, number = f"{stem}-{number}.{ending}", number + 1
    begun = StudioState(files=state.files, topic=state.topic, file=file)
    return begun, (See(StudyScenario(text=text)),)


def _file_name(title: str) -> str:
    stem = "-".join(
        "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in title.lower()).split()
    )
    return f"{stem[:50] or 'scenario'}.yaml"


def props(state: StudioState) -> StudioProps:
    """What the studio draws."""
    return studio_props(state)


TAKES = StudioTakes(
    "studio",
    (
        *(
            OpenFile,
            NewText,
            BeginProfile,
            BeginBranching,
            TypeText,
            ChangeText,
            UndoChange,
            KeepMine,
            TakeTheirs,
            TryAgain,
            SaveScenario,
            LookAgain,
        ),
        *(ShowScreen, SetSide, BeginPlay, BranchPlay, Move),
    ),
)

PAGE = Page("studio", init, TAKES, update, props, drafts=(STUDIO,))
