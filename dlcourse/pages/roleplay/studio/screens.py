"""What the studio draws: the list of files, or one file with its form, its text, a play, a map and the scales."""

from dataclasses import dataclass
from typing import Literal, TypedDict

from dlcourse.domain.roleplay.studio.messages import (
    STUDIO,
    SavedVersion,
    ScenarioFilesView,
    ScenarioStudy,
)
from dlcourse.domain.roleplay.studio.scales import Scales
from dlcourse.errors import CourseError
from dlcourse.pages.props import MenuOption, PageProps, page_props
from dlcourse.pages.roleplay import page as roleplay
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.balance import ScalesProps, balance, waiting
from dlcourse.pages.roleplay.studio.form_parts import StudioForm
from dlcourse.pages.roleplay.studio.form_props import CardProps, RemarkProps
from dlcourse.pages.roleplay.studio.left.remarks import all_remarks, by_place, summary, with_fields
from dlcourse.pages.roleplay.studio.preview import Preview
from dlcourse.pages.roleplay.studio.scene_map import SceneMapProps, scene_map
from dlcourse.pages.roleplay.studio.shelf import FilesProps, files_props


@dataclass(frozen=True)
class StudioState:
    """What is open.

    ``stored`` is the text in the file, ``base`` its mark, ``elsewhere`` the mark of a version that was saved elsewhere.
    ``saving`` is the text that was saved last; ``undone`` are earlier texts, each with the name of the change that came
    after it; ``topic`` is what is watched. ``told`` says what was taken back. ``scales`` are the last that could be
    drawn, and ``own_ids`` the ids that new parts got from their names.
    """

    files: ScenarioFilesView | None = None
    file: str = ""
    stored: str | None = None
    base: str = ""
    elsewhere: str = ""
    versions: tuple[SavedVersion, ...] = ()
    study: ScenarioStudy | None = None
    preview: Preview | None = None
    undone: tuple[tuple[str, str], ...] = ()
    told: str = ""
    scales: Scales | None = None
    own_ids: frozenset[str] = frozenset()
    saving: str | None = None
    topic: str = ""
    saved: str = ""
    notice: CourseError | None = None


class PreviewProps(TypedDict):
    """The play of the text, with a note on whether it is the newest text; None if there is nothing to play yet."""

    note: str
    again: str
    play: roleplay.RoleplayProps | None


class EditorProps(TypedDict):
    """A file that is open.

    ``slot`` is the slot of its draft, ``base`` the mark that a save goes on from. ``stored`` is None for a new file.
    ``undo_left`` is how many changes can be taken back, and ``told`` says which one was. ``mood`` is the worst that the
    ``summary`` tells of: errors, something to do, or nothing.
    """

    file: str
    slot: str
    base: str
    text: str
    stored: str | None
    versions: list[MenuOption]
    undo_left: int
    told: str
    elsewhere: bool
    summary: str
    mood: Literal["error", "todo", "sound"]
    remarks: list[RemarkProps]
    form: CardProps | None
    preview: PreviewProps
    map: SceneMapProps | None
    balance: ScalesProps | None
    play: str


class StudioProps(PageProps):
    """What the studio draws; ``screen`` says which of both is there."""

    title: str
    screen: Literal["files", "editor"]
    words: dict[str, str]
    files: FilesProps | None
    editor: EditorProps | None


WORDS = {
    "save": words.SAVE,
    "undo": words.UNDO,
    "close": words.CLOSE,
    "download": words.DOWNLOAD,
    "unsaved": words.UNSAVED,
    "all_saved": words.ALL_SAVED,
    "play_it": words.PLAY_IT,
    "versions": words.VERSIONS,
    "newest": words.NEWEST,
    "elsewhere": words.ELSEWHERE,
    "keep_mine": words.KEEP_MINE,
    "take_theirs": words.TAKE_THEIRS,
    "form": words.FORM,
    "whole": words.WHOLE,
    "text": words.TEXT,
    "try": words.PLAY,
    "map": words.MAP,
    "balance": words.BALANCE,
    "panes": words.PANES,
    **words.KINDS_OF_REMARK,
    "next": words.NEXT,
    "left": words.LIST,
    "left_note": words.LEFT_NOTE,
    "nothing_left": words.NOTHING_LEFT,
    "line": words.GO_TO_LINE,
    "text_label": words.TEXT_LABEL,
    "unreadable": words.UNREADABLE,
    "more": words.MORE,
    "up": words.UP,
    "down": words.DOWN,
    "remove": words.REMOVE,
    "moved": words.MOVED,
    "removed": words.REMOVED,
    "added": words.ADDED,
    "choose": words.NOTHING_CHOSEN,
    "no_map": words.NO_MAP,
    "no_balance": words.NO_BALANCE,
    "nothing_to_try": words.NOTHING_TO_TRY,
}


def studio_props(state: StudioState) -> StudioProps:
    """What is drawn."""
    frame = page_props("studio", {"file": state.file}, saved=state.saved, notice=state.notice)
    opened = state.file and state.study
    return {
        **frame,
        "looks": True,
        "title": words.TITLE,
        "screen": "editor" if opened else "files",
        "words": WORDS,
        "files": None if opened or state.files is None else files_props(state.files),
        "editor": _editor(state, state.study) if state.file and state.study else None,
    }


def _editor(state: StudioState, study: ScenarioStudy) -> EditorProps:
    found = all_remarks(study)
    card = StudioForm(study, by_place(found)).card() if study.contents else None
    remarks = with_fields(found, card)
    playable = study.scenario is not None and study.text == state.stored
    return {
        "file": state.file,
        "slot": STUDIO + state.file,
        "base": state.base,
        "text": study.text,
        "stored": state.stored,
        "versions": [
            {
                "value": str(one.number),
                "text": f"{words.FIRST_VERSION.format(number=one.number)}, {one.at[:16].replace('T', ' ')}",
            }
            for one in state.versions
        ],
        "undo_left": len(state.undone),
        "told": state.told,
        "elsewhere": bool(state.elsewhere),
        "summary": summary(found, playable=study.scenario is not None),
        "mood": _mood(found),
        "remarks": remarks,
        "form": card,
        "preview": _preview(state, study),
        "map": scene_map(study.contents),
        "balance": balance(study.scales, study.contents) or waiting(state.scales, study.contents, remarks),
        "play": f"play/{study.scenario.id}" if playable and study.scenario else "",
    }


def _mood(remarks: list[RemarkProps]) -> Literal["error", "todo", "sound"]:
    kinds = {remark["kind"] for remark in remarks}
    return "error" if "error" in kinds else "todo" if "todo" in kinds else "sound"


def _preview(state: StudioState, study: ScenarioStudy) -> PreviewProps:
    if state.preview is None:
        return {"note": words.NOTHING_TO_TRY, "again": "", "play": None}
    newest = study.scenario == state.preview.sandbox.scenario
    note = words.TRY_NOTE if newest else words.TRY_OLD if study.scenario else words.TRY_NOT_YET
    again = words.TRY_AGAIN if study.scenario else ""
    return {"note": note, "again": again, "play": roleplay.props(state.preview.state)}
