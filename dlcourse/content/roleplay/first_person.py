"""Checks that nobody refers to themselves by name.

The name of a person is what comes before the comma in the name of the role. Only the facts that they hold are checked.
"""

import re
from collections.abc import Iterable, Iterator

from dlcourse.content.findings import Report, shown
from dlcourse.domain.roleplay.scenario import Role, Scenario

_TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "madam", "the", "and", "of"}
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def check(scenario: Scenario, report: Report) -> None:
    """Warn of each fact that names the person who would share it at the panel.

    Shared facts are skipped, because everybody could say them.
    """
    names = {role.id: (role, list(_names(role))) for role in scenario.roles}
    unique = {fact.id for fact in scenario.unique} if scenario.panel else set()
    for number, fact in enumerate(scenario.facts):
        words, field = (fact.said, "said") if fact.said else (fact.text, "text")
        named = next(_named([names[holder] for holder in fact.held_by], words), None) if fact.id in unique else None
        if named:
            holder, name = named
            what = f"{shown(holder.name)} would refer to {shown(name)} in the third person"
            report.add("third-person", ("facts", number, field), what, _REMEDIES[field])


_REMEDIES = {
    "said": "Say it in the first person: 'I', 'me', 'my'.",
    "text": "Add 'said:' with the fact in that person's own words, or write it without the name.",
}


def _named(holders: Iterable[tuple[Role, list[re.Pattern[str]]]], words: str) -> Iterator[tuple[Role, str]]:
    """The holders who are named in the text, each with the name."""
    for role, names in holders:
        for name in names:
            if found := name.search(words):
                yield role, found[0]


def _names(role: Role) -> Iterator[re.Pattern[str]]:
    """The whole name in upper or lower case, and each part of it if it is the name of a person."""
    person, comma, _ = role.name.partition(",")
    whole = " ".join(person.split())
    if any(char.isalpha() for char in whole):
        yield re.compile(rf"(?<!\w){re.escape(whole)}(?!\w)", re.IGNORECASE)
    words = _WORD.findall(whole)
    if comma or (len(words) > 1 and all(word[0].isupper() for word in words)):
        for word in words:
            if word[0].isupper() and len(word) > 1 and word.casefold() not in _TITLES:
                yield re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
