"""The list of an author's files, and what begins a new one."""

from collections.abc import Iterator
from typing import TypedDict

from dlcourse.domain.roleplay.studio.messages import ScenarioFile, ScenarioFilesView
from dlcourse.pages.fields import Answer, menu, plain_options, required_line, required_text, text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.begin.branching_form import BeginBranching
from dlcourse.pages.roleplay.studio.begin.profile_form import BeginProfile


class FileEntry(TypedDict):
    """A file: its name, what it is called, and whether it can be played."""

    file: str
    text: str
    note: str


class BeginningProps(TypedDict):
    """A kind of scenario that can be begun: what it is, and the form for that."""

    title: str
    note: str
    form: FormProps


class FilesProps(TypedDict):
    """What to do first, next and last; the files, the forms that begin a new one, and how to open a file."""

    intro: str
    steps: list[str]
    title: str
    folder: str
    files: list[FileEntry]
    upload_title: str
    upload: str
    not_text: str
    beginnings: list[BeginningProps]


def files_props(view: ScenarioFilesView) -> FilesProps:
    """The list as it is drawn."""
    return {
        "intro": words.INTRO,
        "steps": [*words.STEPS, words.LAST_STEP if view.folder else words.LAST_STEP_ELSEWHERE],
        "title": words.FILES,
        "folder": words.FOLDER.format(folder=view.folder) if view.folder else words.NO_FOLDER,
        "files": [_entry(one) for one in view.files],
        "upload_title": words.UPLOAD_TITLE,
        "upload": words.UPLOAD,
        "not_text": words.NOT_TEXT,
        "beginnings": [
            {"title": words.NEW_STORY, "note": words.NEW_STORY_NOTE, "form": _story()},
            {"title": words.NEW_PROFILE, "note": words.NEW_PROFILE_NOTE, "form": _profile()},
        ],
    }


def _entry(one: ScenarioFile) -> FileEntry:
    return {"file": one.file, "text": one.title or words.NO_TITLE, "note": " ".join([*_state(one), one.file])}


def _state(one: ScenarioFile) -> Iterator[str]:
    """How far the file is, and whether there is something newer than the file."""
    if one.fresh:
        yield words.NEVER_SAVED
    counts = [("error", one.errors), ("todo", one.unfilled)]
    told = [words.counted(words.COUNTS[kind], count) for kind, count in counts if count]
    playable = [words.NO_ERRORS] if one.scenario and not one.fresh else []
    if playable or told:
        yield f"{', '.join([*playable, *told])}."
    if one.draft:
        yield words.NEWER_DRAFT[one.draft]


def _story() -> FormProps:
    fields: list[Answer] = [
        required_line("title", words.STORY_TITLE, 200),
        required_line("decider", words.DECIDER, 200),
        text("opening", words.OPENING, 20_000),
        required_text("first", words.FIRST_CHOICE, 2_000),
        required_text("second", words.SECOND_CHOICE, 2_000),
    ]
    return form(BeginBranching, "studio/story", fields, submit=words.BEGIN_STORY)


def _profile() -> FormProps:
    fields: list[Answer] = [
        required_line("title", words.TOPIC, 200),
        required_line("best", words.BEST, 200),
        required_line("decoy", words.DECOY, 200),
        text("others", words.OTHERS, 2_000),
        required_text("people", words.ROLES, 4_000),
        text("setting", words.SETTING, 20_000),
        menu("own", words.OWN_FACTS, plain_options((str(count), str(count)) for count in (1, 2, 3)), "1"),
        menu("shared", words.SHARED_FACTS, plain_options((str(count), str(count)) for count in (2, 3, 4, 5, 6)), "3"),
    ]
    return form(BeginProfile, "studio/new", fields, submit=words.MAKE)
