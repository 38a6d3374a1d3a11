"""The people of a share, read from what somebody typed: each line is a person, with what they know after a colon."""

import re
from collections.abc import Iterable, Mapping

from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

WHERE = "who answers"
_SEVERAL = re.compile(r"[\n,;/&+]|\s(?:and|or)\s", re.IGNORECASE)
"""What stands between two names in a field for one."""
_ROLE = re.compile(r"\([^()]*\)")
"""What somebody's role is, behind their name."""


class Contributor(Value):
    """A person, and what they know; that may be empty."""

    name: str
    knows: str = ""


class ShareText(Value):
    """A share as it reads: one piece of leading, and the people in it."""

    what: str
    today: tuple[str, ...]
    leads: tuple[str, ...]
    contributes: tuple[Contributor, ...]
    learns: tuple[str, ...]
    answers: str
    authority: str
    stand_in: str
    paid: str

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who has a part in it, each once."""
        named = (*self.leads, *(each.name for each in self.contributes), *self.learns, self.answers, self.stand_in)
        return distinct(named)


def share_text(answers: Mapping[str, str]) -> ShareText:
    """The share in these answers."""
    said = {field: words.strip() for field, words in answers.items()}
    return ShareText(
        what=said.get("what", ""),
        today=_names(said.get("today", "")),
        leads=_names(said.get("leads", "")),
        contributes=tuple(map(_contributor, _lines(said.get("contributes", "")))),
        learns=_names(said.get("learns", "")),
        answers=said.get("answers", ""),
        authority=said.get("authority", ""),
        stand_in=said.get("stand_in", ""),
        paid=said.get("paid", ""),
    )


def several_answer(share: ShareText) -> bool:
    """Whether more than one person is named as the one who answers for a share."""
    return bool(_SEVERAL.search(_ROLE.sub("", share.answers)))


def check_one_person(share: ShareText) -> None:
    """Raise a `CourseError` if more than one person answers for a share."""
    if several_answer(share):
        remedy = "Name one person; a role can stand behind the name in brackets. The others can lead or contribute."
        raise CourseError(WHERE, "there is more than one name, and then nobody answers", remedy)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The people who are named, each once, as they were first written; empty names are left out."""
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(key(name), name)
    return tuple(found.values())


def key(name: str) -> str:
    """What two ways of writing a person have in common: "Ana (science)" and "ana " are the same person."""
    return " ".join(re.split("[,(]", name, maxsplit=1)[0].casefold().split())


def _contributor(line: str) -> Contributor:
    name, _, knows = line.partition(":")
    return Contributor(name=name.strip(), knows=knows.strip())


def _names(text: str) -> tuple[str, ...]:
    return tuple(line.partition(":")[0].strip() for line in _lines(text))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip(" \t:-")]
