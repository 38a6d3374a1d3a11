"""What an author says to the studio and what it answers: their files, a text and what it means, and what is saved.

A file is the truth. What is saved is also recorded with its words, so that earlier versions can be opened again.
"""

import re
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.roleplay.studio.edits import LONGEST, Edit, EditedWords
from dlcourse.domain.roleplay.studio.scales import Scales
from dlcourse.domain.speech import Command, Event, Query, Value, View

STUDIO = "studio/"
"""Before a person's id: the stream of what they saved in the studio."""
_ChoiceWords = Annotated[str, Field(min_length=1, max_length=2_000)]
FileName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,60}\.ya?ml$")]


class ScenarioFiles(Query):
    """My scenario files."""


class OpenScenario(Query):
    """A file of mine, as it is now; or as it was in an earlier version, counted from 1."""

    file: FileName
    version: int = 0


class StudyScenario(Query):
    """What a text means, after some changes of a form."""

    text: Annotated[str, Field(max_length=LONGEST)]
    edits: tuple[Edit, ...] = ()


def name_in_address(file: str) -> str:
    """The name of a file as it stands in an address: lower-case words joined by hyphens, without the ending."""
    return "-".join(re.findall("[a-z0-9]+", file.rpartition(".")[0].lower())) or "scenario"


class RehearseScenario(Query):
    """What a file that is being rehearsed means now; ``file`` is its name in an address.

    It may also be a file with which the course was started.
    """

    file: Annotated[str, Field(min_length=1, max_length=255)]


class ProfileOutline(Value):
    """What an author says to begin a hidden profile: who decides about what, and what they tend to overlook.

    ``options`` begins with the one that is best, then the one that everybody leans toward. The first of the
    ``roles`` decides.
    """

    title: Annotated[str, Field(min_length=1, max_length=200)]
    setting: Annotated[str, Field(max_length=20_000)] = ""
    options: Annotated[tuple[str, ...], Field(min_length=2, max_length=6)]
    roles: Annotated[tuple[str, ...], Field(min_length=2, max_length=12)]
    own: int = Field(default=1, ge=1, le=3)
    shared: int = Field(default=3, ge=2, le=6)


class OutlineProfile(Query):
    """The text of a new hidden profile: its weights are in balance, and its words are still to be written."""

    outline: ProfileOutline


class BranchingOutline(Value):
    """What an author says to begin a branching story: who decides, what leads up to that, and the two choices."""

    title: Annotated[str, Field(min_length=1, max_length=200)]
    decider: Annotated[str, Field(min_length=1, max_length=200)]
    opening: Annotated[str, Field(max_length=20_000)] = ""
    choices: tuple[_ChoiceWords, _ChoiceWords]


class OutlineBranching(Query):
    """The text of a new branching story: one choice, and an end for each way. Other words are still to be written."""

    outline: BranchingOutline


class SaveScenario(Command):
    """Save the text in a file of mine. ``base`` marks the version that it goes on from; empty for a new file."""

    file: FileName
    text: EditedWords
    base: Annotated[str, Field(max_length=64)]

    def texts(self) -> dict[str, str]:
        """The text of the file."""
        return {self.id: self.text}


class ScenarioSaved(Event):
    """A version of a scenario file was saved; its text is stored under ``words``."""

    file: str
    words: str


class ScenarioFile(Value):
    """A file: its name, the title of the scenario, its id if it can be played, and how much is wrong with it.

    ``unfilled`` counts the fields that are still to be filled in; they are no ``errors``. ``draft`` says whether a
    newer text is kept as a draft, and whether that could be played. A ``fresh`` file was never saved: it is a draft
    alone.
    """

    file: str
    title: str
    scenario: str
    errors: int
    unfilled: int = 0
    draft: Literal["", "unfinished", "playable"] = ""
    fresh: bool = False


class ScenarioFilesView(View):
    """My files by name, and the folder they are in, empty if there is none. ``topic`` changes when one is saved."""

    files: tuple[ScenarioFile, ...]
    folder: str
    topic: str


class SavedVersion(Value):
    """An earlier version: its number from 1, and when it was saved (ISO 8601, UTC)."""

    number: int
    at: str


class ScenarioText(View):
    """A file's text, its mark, and its versions, the newest first. ``topic`` changes when something is saved.

    ``version`` is the number that was asked for, or 0.
    """

    file: str
    text: str
    base: str
    version: int
    versions: tuple[SavedVersion, ...]
    topic: str


class TextRemark(Value):
    """A finding at its place in the text.

    ``code`` is that of `dlcourse check`, or ``stand-in`` where the studio's own words still stand.
    """

    path: tuple[str | int, ...]
    line: int
    error: bool
    code: str
    message: str
    remedy: str


class ScenarioStudy(View):
    """A text and what it means so far.

    ``contents`` are its fields as plain data; empty if it cannot be read. ``scenario`` can be played; None if there are
    errors. ``scales`` is None as long as its roles, options or facts are malformed, or there is no panel.
    """

    text: str
    contents: dict[str, JsonValue]
    remarks: tuple[TextRemark, ...]
    scenario: Scenario | None
    scales: Scales | None


class RehearsedScenario(View):
    """A file that is being rehearsed, and what it means now."""

    file: str
    study: ScenarioStudy


class ScenarioOutlined(View):
    """The text of a new scenario."""

    text: str
