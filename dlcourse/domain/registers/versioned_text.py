"""A text that several people may write. Every version stays, and of two that were written at once none is lost.

Whoever saves a version says on which one it builds. If somebody else has saved another one meanwhile, the later version
becomes a rival: it stands beside the newest one until somebody decides between them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dlcourse.domain.packed_answers import unpacked
from dlcourse.domain.registers.word_difference import TextPassage, differences
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError


@dataclass(frozen=True, slots=True)
class TextVersion:
    """A version: its number from 1 on, the one it builds on (0 for none), and the id of its words."""

    number: int
    after: int
    words: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class VersionedText:
    """All versions in the order of saving. ``head`` is the number of the one that counts, 0 if there is none.

    ``rivals`` are the numbers of versions about which nobody has decided yet.
    """

    versions: tuple[TextVersion, ...] = ()
    head: int = 0
    rivals: tuple[int, ...] = ()

    @property
    def newest(self) -> TextVersion | None:
        """The version that counts."""
        return self.versions[self.head - 1] if self.head else None

    def fits(self, after: int) -> bool:
        """Whether a version that builds on this one would count at once."""
        return after == self.head

    def write(self, after: int, words: str, by: str, at: str, settles: int = 0) -> "VersionedText":
        """The text with one more version, which settles the rival of this number (0 for none)."""
        number = len(self.versions) + 1
        versions = (*self.versions, TextVersion(number, after, words, by, at))
        if not self.fits(after):
            return replace(self, versions=versions, rivals=(*self.rivals, number))
        return replace(self.set_aside(settles), versions=versions, head=number)

    def set_aside(self, rival: int) -> "VersionedText":
        """The text without this rival. The version itself stays."""
        return replace(self, rivals=tuple(number for number in self.rivals if number != rival))


def check_writing(text: VersionedText, after: int, settles: int, where: str) -> None:
    """Raise a `CourseError` if there is no version to build on, or no rival of this number."""
    if not 0 <= after <= len(text.versions):
        raise CourseError(where, "the version that you began from is not there", "Reload the page, then save again.")
    if settles:
        check_rival(text, settles, where)


def check_rival(text: VersionedText, rival: int, where: str) -> None:
    """Raise a `CourseError` if nothing is to be decided about this version."""
    if rival not in text.rivals:
        raise CourseError(where, "somebody has decided between these two texts already", "Look at the newest text.")


class VersionView(Value):
    """A version: its answers by field, its author's name, when it was saved, and what changed in each field.

    ``changes`` compares it with the version that it builds on; a rival is compared with the newest one.
    """

    number: int
    answers: dict[str, str]
    by: str
    at: str
    changes: dict[str, tuple[TextPassage, ...]]


class VersionedView(Value):
    """The version that counts, those that came before it (the newest first), and those still to be decided about.

    ``count`` is the number of the version that counts, for whoever builds on it.
    """

    newest: VersionView | None = None
    earlier: tuple[VersionView, ...] = ()
    rivals: tuple[VersionView, ...] = ()
    count: int = 0

    def answer(self, field: str) -> str:
        """What stands in a field now; empty if nothing does."""
        return self.newest.answers.get(field, "").strip() if self.newest else ""


def versioned_view(text: VersionedText, texts: Mapping[str, str], names: Mapping[str, str]) -> VersionedView:
    """The text with its words; ``names`` are the names of people by their ids."""

    def shown(version: TextVersion, base: int) -> VersionView:
        before, now = _answers(text, base, texts), unpacked(texts.get(version.words))
        changes = {field: differences(before.get(field, ""), now.get(field, "")) for field in {**before, **now}}
        by = names.get(version.by, "")
        return VersionView(number=version.number, answers=now, by=by, at=version.at, changes=changes)

    others = [version for version in text.versions if version.number not in {text.head, *text.rivals}]
    return VersionedView(
        newest=shown(text.newest, text.newest.after) if text.newest else None,
        earlier=tuple(shown(version, version.after) for version in reversed(others)),
        rivals=tuple(shown(text.versions[number - 1], text.head) for number in text.rivals),
        count=text.head,
    )


def _answers(text: VersionedText, number: int, texts: Mapping[str, str]) -> dict[str, str]:
    return unpacked(texts.get(text.versions[number - 1].words)) if 0 < number <= len(text.versions) else {}
