"""Log entries: each belongs to its author, every version is stored, and the author says who may read the newest.

Words are stored apart from the events that point to them. This module packs them, but never
loads them; `packing` unpacks them.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import Field

from dlcourse.domain.names import unknown
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.reflection.commitments import Promise
from dlcourse.domain.reflection.schemas import SCHEMAS
from dlcourse.domain.sessions import Curriculum, Prompt, Session
from dlcourse.domain.sharing import Visibility
from dlcourse.domain.speech import Command, Event, Value
from dlcourse.domain.words import Id, Words
from dlcourse.errors import CourseError

LONGEST = 250_000
"""Characters of one entry, all steps together: a hundred printed pages."""
HEADING, STEPS = 200, 20
"""Characters of a step's heading; steps of an entry."""


class EntryStep(Value):
    """A stretch of an entry; its heading may be empty."""

    heading: Words = Field(default="", max_length=HEADING)
    words: Words = Field(default="", max_length=LONGEST)


class EntryNotes(Value):
    """What is said with the words of an entry each time that it is saved; ``guide`` is the schema it was written by.

    A field here is a field of the commands, of the events, of the views and of the form.
    """

    guide: str = "free"
    principles: tuple[str, ...] = ()
    confidence: int | None = Field(default=None, ge=1, le=5)
    visibility: Visibility = "private"

    @property
    def notes(self) -> dict[str, Any]:
        """These fields by their names, whatever else the value holds."""
        return {name: getattr(self, name) for name in EntryNotes.model_fields}


class Written(EntryNotes):
    """What an entry consists of each time that it is saved."""

    steps: tuple[EntryStep, ...] = Field(min_length=1, max_length=STEPS)
    principles: tuple[str, ...] = Field(default=(), max_length=len(PRINCIPLES))

    @property
    def packed(self) -> str:
        """The words as one text, headings included: one's own headings are personal, too."""
        return json.dumps([[step.heading, step.words] for step in self.steps], ensure_ascii=False)


class WriteEntry(Command, Written):
    """Write a new entry, to a prompt of a session or to none. Its draft had the same id as this command."""

    entry: Id
    session: str = ""
    prompt: str = ""

    def texts(self) -> dict[str, str]:
        """The words of all steps."""
        return {self.id: self.packed}


class ReviseEntry(Command, Written):
    """Write a new version of an entry; ``after`` is the number of versions that the writer has seen."""

    entry: Id
    after: int

    def texts(self) -> dict[str, str]:
        """The words of all steps."""
        return {self.id: self.packed}


class ShareEntry(Command):
    """Say who may read an entry from now on."""

    entry: Id
    visibility: Visibility


class Version(Event, EntryNotes):
    """The common fields of the two events that hold words; ``words`` points to the words.

    ``cohort`` is the one in which it was written; nobody in another cohort can read what was shared there.
    """

    entry: str
    words: str
    cohort: str = ""


class EntryWritten(Version):
    """An entry was written; ``asked`` is the wording of the prompt at that time."""

    session: str
    prompt: str
    asked: str


class EntryRevised(Version):
    """A new version of an entry was written."""


class EntryShared(Event):
    """Who may read an entry was changed, for people of the cohort ``cohort``."""

    entry: str
    visibility: Visibility
    cohort: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with all its versions and when each was written, oldest first; only the newest is ever shared.

    ``cohort`` is the one in which the author last said who may read it.
    """

    written: EntryWritten
    versions: tuple[tuple[Version, str], ...]
    visibility: Visibility
    cohort: str = ""

    @property
    def newest(self) -> Version:
        """The newest version."""
        return self.versions[-1][0]


@dataclass(frozen=True, slots=True)
class Log:
    """One person's entries and promises by id, each in the order in which they came.

    ``damaged`` is the number of events that cannot be read any more.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    promises: Mapping[str, Promise] = field(default_factory=dict)
    damaged: int = 0

    @property
    def newest_first(self) -> list[Entry]:
        """The entries, the last written first."""
        return list(self.entries.values())[::-1]


def write(command: WriteEntry, log: Log, curriculum: Curriculum) -> EntryWritten:
    """Record a new entry. Raises a `CourseError` if it is empty, exists already, or refers to something unknown."""
    if command.entry in log.entries:
        raise CourseError("entry", "there is one of this id already", "Reload the page, then save again.")
    prompt = _prompt(command, curriculum)
    asked = prompt.ask if prompt else ""
    return EntryWritten(session=command.session, prompt=command.prompt, asked=asked, **_version(command))


def revise(command: ReviseEntry, log: Log) -> EntryRevised:
    """Record a new version. Raises a `CourseError` if there is a newer one meanwhile, perhaps from another tab."""
    seen = len(entry_of(command.entry, log).versions)
    if command.after != seen:
        raise CourseError(
            "entry",
            "it was changed in the meantime, in another tab or on another device",
            "Your words are kept as a draft. Look at the newest version, then save again.",
        )
    return EntryRevised(**_version(command))


def share(command: ShareEntry, log: Log) -> EntryShared:
    """Record who may read an entry."""
    entry_of(command.entry, log)
    return EntryShared(entry=command.entry, visibility=command.visibility)


def entry_of(entry: str, log: Log) -> Entry:
    """The entry with this id; the same `CourseError` for one that is somebody else's and for one that never was."""
    if entry not in log.entries:
        raise CourseError("entry", "there is no such entry of yours", "Choose one from your log.")
    return log.entries[entry]


def _version(command: WriteEntry | ReviseEntry) -> dict[str, object]:
    if not any(step.words.strip() for step in command.steps):
        raise CourseError("entry", "there are no words in it yet", "Write something, then save it.")
    if sum(len(step.words) for step in command.steps) > LONGEST:
        raise CourseError("entry", f"it is longer than {LONGEST:,} characters", "Divide it into several entries.")
    if command.guide not in SCHEMAS:
        raise CourseError("entry", "there is no such way of writing", "Choose one from the list.")
    _refuse_unknown(command.principles)
    return {
        "entry": command.entry,
        "words": command.id,
        **command.notes,
        "principles": tuple(name for name in PRINCIPLES if name in command.principles),
    }


def _refuse_unknown(principles: Collection[str]) -> None:
    if not set(principles) <= PRINCIPLES.keys():
        raise CourseError("entry", "it names a principle that the course does not have", "Choose from the list.")


def _prompt(command: WriteEntry, curriculum: Curriculum) -> Prompt | None:
    session = session_of(command.session, curriculum) if command.session else None
    if not command.prompt:
        return None
    for prompt in session.prompts if session else ():
        if prompt.id == command.prompt:
            return prompt
    raise CourseError("entry", "that question is not asked in this session", "Reload the page.")


def session_of(session_id: str, curriculum: Curriculum) -> Session:
    """The session with this id. Raises a `CourseError` if there is none."""
    try:
        return curriculum.session(session_id)
    except KeyError:
        known = [session.id for session in curriculum.sessions]
        raise unknown("session", session_id, known, "Go to the home page and choose one.") from None
