"""Rehearsing a scenario file: a play of the file as it is now, which follows each save of the file in any editor.

Nothing of the play is stored. While the file has errors, the play goes on with the last version without any.
"""

from dataclasses import dataclass, replace
from typing import Any, TypedDict

from dlcourse.domain.roleplay.messages import BeginPlay, BranchPlay, Move
from dlcourse.domain.roleplay.studio.messages import RehearsedScenario, RehearseScenario, ScenarioStudy
from dlcourse.errors import CourseError
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import PageProps, page_props
from dlcourse.pages.roleplay import page as roleplay
from dlcourse.pages.roleplay.page import SetSide, ShowScreen
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.preview import Preview, opened, renewed, said


@dataclass(frozen=True)
class RehearsalState:
    """The file that is rehearsed, what it means now, and the play of its last good version."""

    file: str
    study: ScenarioStudy | None = None
    preview: Preview | None = None
    notice: CourseError | None = None


class FileErrorProps(TypedDict):
    """What is wrong in a file, in the words of `dlcourse check`: this author writes the file itself."""

    line: int
    text: str


class RehearsalProps(PageProps):
    """The play, with a note on the file and what is wrong in it. ``words`` has what stands around that."""

    file: str
    note: str
    remarks: list[FileErrorProps]
    words: dict[str, str]
    play: roleplay.RoleplayProps | None


def init(place: Raw) -> Step[RehearsalState]:
    """Read the file of the place."""
    state = RehearsalState(str(place.get("file", ""))[:255])
    return state, _look(state)


def update(state: RehearsalState, message: Any) -> Step[RehearsalState]:
    """Look at the file again, and play."""
    match message:
        case LookAgain():
            return state, _look(state)
        case Seen(view=RehearsedScenario(study=study)):
            return _read(replace(state, notice=None), study), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case BeginPlay() | BranchPlay() | Move() | ShowScreen() | SetSide() if state.preview:
            return replace(state, preview=said(state.preview, message)), ()
        case _:
            return state, ()


def _look(state: RehearsalState) -> tuple[See, ...]:
    return (See(RehearseScenario(file=state.file)),) if state.file else ()


def _read(state: RehearsalState, study: ScenarioStudy) -> RehearsalState:
    scenario, shown = study.scenario, state.preview
    state = replace(state, study=study)
    if scenario is None or (shown and shown.sandbox.scenario == scenario):
        return state
    return replace(state, preview=renewed(shown, scenario) if shown else opened(scenario))


def props(state: RehearsalState) -> RehearsalProps:
    """What is drawn."""
    sound = state.study is not None and state.study.scenario is not None
    return {
        **page_props("rehearsal", {"file": state.file}, notice=state.notice),
        "looks": True,
        "file": state.file,
        "note": words.REHEARSED if sound or state.study is None else words.REHEARSED_BEFORE,
        "remarks": _errors(state.study) if state.study else [],
        "words": {"line": words.GO_TO_LINE},
        "play": roleplay.props(state.preview.state) if state.preview else None,
    }


def _errors(study: ScenarioStudy) -> list[FileErrorProps]:
    return [{"line": one.line, "text": f"{one.message}. {one.remedy}".strip()} for one in study.remarks if one.error]


TAKES = Takes("rehearsal", (LookAgain, ShowScreen, SetSide, BeginPlay, BranchPlay, Move))
PAGE = Page("rehearsal", init, TAKES, update, props)
