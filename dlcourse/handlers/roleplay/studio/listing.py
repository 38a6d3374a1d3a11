"""The list of an author's files: those in the folder, those that are only recorded, and those that are drafts alone."""

from collections.abc import Mapping
from pathlib import Path

from dlcourse.content import yaml_parser
from dlcourse.content.roleplay.studio.line_ends import plain_lines
from dlcourse.content.roleplay.studio.study import study
from dlcourse.content.yaml_parser import Unreadable
from dlcourse.domain.drafts import PREFIX, cards
from dlcourse.domain.roleplay.studio.messages import STUDIO, ScenarioFile, ScenarioStudy
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.roleplay.studio.folder import files_in, read
from dlcourse.pages.roleplay.studio.left.remarks import all_remarks

MOST_FILES = 200
"""How many files are listed."""


def drafts_of(context: ReadContext) -> dict[str, str]:
    """The newest draft of each file, by the file's name."""
    found: dict[str, str] = {}
    for card in cards(context.transaction.drafts(context.person, PREFIX), (STUDIO,)):
        name, text = card.slot.removeprefix(STUDIO), card.fields.get("text")
        if text is not None and name.endswith((".yaml", ".yml")):
            found.setdefault(name, text)
    return found


def listed_files(folder: Path | None, saved: Mapping[str, str], drafts: Mapping[str, str]) -> list[ScenarioFile]:
    """The files by name. ``saved`` and ``drafts`` are texts by the names of files."""
    there = {path.name: path for path in files_in(folder)} if folder else {}
    names = sorted({*there, *saved, *drafts})[:MOST_FILES]
    return [_listed(name, _text(there[name]) if name in there else saved.get(name), drafts.get(name)) for name in names]


def _text(path: Path) -> str | None:
    """The text of a file; empty if it cannot be read."""
    try:
        return yaml_parser.decode(read(path) or b"")
    except (CourseError, Unreadable):
        return ""


def _listed(name: str, text: str | None, draft: str | None) -> ScenarioFile:
    """One file. One that was never saved is described by its draft."""
    shown = study(plain_lines(text if text is not None else draft or ""))
    newer = study(draft) if draft is not None and text is not None and draft != plain_lines(text) else None
    kinds = [remark["kind"] for remark in all_remarks(shown)]
    return ScenarioFile(
        file=name,
        title=_title(newer) or _title(shown),
        scenario=shown.scenario.id if shown.scenario else "",
        errors=kinds.count("error"),
        unfilled=kinds.count("todo"),
        draft=("playable" if newer.scenario else "unfinished") if newer else "",
        fresh=text is None,
    )


def _title(read_text: ScenarioStudy | None) -> str:
    title = read_text.contents.get("title") if read_text else ""
    return title if isinstance(title, str) else ""
