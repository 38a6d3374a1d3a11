"""The question before a person is taken out who alone knows facts: what becomes of these."""

from collections.abc import Mapping
from typing import Any, TypedDict

from dlcourse.pages.props import MenuOption
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.naming import items_in, names, part_name


class PersonRemovalProps(TypedDict):
    """The question, the facts that it is about, who could know them instead, and the words of its buttons."""

    question: str
    facts: list[str]
    heirs: list[MenuOption]
    heir: str
    hand_over: str
    delete: str
    keep: str


def removal(contents: Mapping[str, Any], role: Mapping[str, Any], at: int) -> PersonRemovalProps | None:
    """The question for this person; None if nothing would be lost."""
    own = role.get("id")
    facts = [
        part_name("fact", fact, number)
        for number, fact in enumerate(items_in(contents, "facts"))
        if isinstance(fact, dict) and own and fact.get("held_by") == [own]
    ]
    others = [(name, read) for name, read in names(contents, "role") if name != own]
    if not facts or not others:
        return None
    person = part_name("role", role, at).partition(",")[0]
    return {
        "question": words.counted(words.ALONE_KNOWS, len(facts)).format(person=person, count=len(facts)),
        "facts": facts,
        "heirs": [{"value": name, "text": read} for name, read in others],
        "heir": words.WHO_KNOWS_THEN,
        "hand_over": words.HAND_OVER.format(person=person),
        "delete": words.counted(words.DELETE_TOO, len(facts)).format(person=person, count=len(facts)),
        "keep": words.KEEP_PERSON.format(person=person),
    }
