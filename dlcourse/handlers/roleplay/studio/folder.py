"""The folder in which the home's own person has scenario files: reads and writes a file there, in one step."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from dlcourse.content import yaml_parser
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext


def own_folder(context: ReadContext | WriteContext) -> Path | None:
    """The folder of the person's own files; None for everybody but the home's own person."""
    mine = context.person == context.transaction.home
    return context.library.own[0] if mine and context.library.own else None


def rehearsed_files(context: ReadContext) -> list[Path]:
    """The files in the home's folder, and those with which the course was started; none for anybody else."""
    folder = own_folder(context)
    return [*files_in(folder), *context.library.own[1:]] if folder else []


def files_in(folder: Path) -> list[Path]:
    """The scenario files in the folder; none if it cannot be read."""
    try:
        return [path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"} and path.name[0] != "."]
    except OSError:
        return []


def read(path: Path) -> bytes | None:
    """The bytes of a file, at most one more than can be read; None if there is none. `CourseError` if it is locked."""
    try:
        with path.open("rb") as file:
            return file.read(yaml_parser.LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        what = f"the file cannot be opened ({error.strerror or error})"
        raise CourseError(path.name, what, "Check that you may read it.") from None


def write(path: Path, text: str) -> None:
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
        remedy = "Check that you may write into the folder. Your words are still here."
        raise CourseError(path.name, what, remedy) from None
