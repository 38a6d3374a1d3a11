"""Checks everything that browsers were sent in a rehearsal: whether anybody saw what was not theirs to see."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from dlcourse.rehearsing.capture import NEVER, Capture
from dlcourse.rehearsing.news import plain_words, readings, texts_in
from dlcourse.rehearsing.phone import CapturedFrame

PIECE = 6
"""So many words of a fact in a row are a piece of it, which nobody else may see either."""
MARK = re.compile(r"\(\w+x[0-9a-f]{8}\)")
"""What stands at the end of everything that a scripted participant types; nobody else's words have the same."""
LEADS = "{name} (who leads)"
PRIVATE = "what somebody else wrote for themselves"
AT_ONCE = 0.05
"""A sharer's message may be recorded by our clock so many seconds after others have it."""


@dataclass(frozen=True)
class Leak:
    """Something that somebody was sent and should not have seen: who, what it is about, and the text itself."""

    who: str
    what: str
    text: str

    def __str__(self) -> str:
        """One sentence."""
        return f"{self.who} was sent {self.what}: “{self.text}”"


@dataclass(frozen=True)
class Evidence:
    """What all browsers of a rehearsal were sent.

    ``leaders`` are those who lead, each with when they asked to read what is said in a group, by the group's number.
    """

    people: Sequence[Capture]
    leaders: Sequence[tuple[Capture, Mapping[int, float]]] = ()
    _said: dict[int, Mapping[str, float]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _common: dict[int, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """Every fact that somebody was dealt as one that only some know: as it is read, by its plain words."""
        return {fact: text for one in self.people for _, sheet in one.sheets for fact, text in sheet.own.items()}

    def said(self, group: int) -> Mapping[str, float]:
        """When each fact was first said in this group."""
        if group not in self._said:
            self._said[group] = self._said_in(group)
        return self._said[group]

    @cached_property
    def public(self) -> str:
        """What at least two people could read besides facts; words of a fact that are there as well tell nothing."""
        counted = Counter(text for one in self.people for text in {*_common_texts(one)})
        return "|".join(text for text, people in counted.items() if people > 1)

    def common(self, group: int) -> frozenset[str]:
        """The facts that everybody in this group was dealt."""
        if group not in self._common:
            dealt = [one.sheets[0][1].everybody_s for one in self.table(group)]
            self._common[group] = frozenset.intersection(*dealt) if dealt else frozenset()
        return self._common[group]

    def table(self, group: int) -> list[Capture]:
        """Those who sit in a group or observe it."""
        return [one for one in self.people if one.group == group and group]

    def without_shares_of(self, name: str) -> "Evidence":
        """The same, as if this person had shared nothing."""
        return Evidence([replace(one, shares=()) if one.name == name else one for one in self.people])

    def may_know(self, who: Capture, fact: str) -> float:
        """From when on somebody may know a fact."""
        if fact in who.packet or fact in self.common(who.group):
            return -NEVER
        said = self.said(who.group).get(fact, NEVER)
        return min(said, who.looked_back, who.got_later.get(fact, NEVER))

    def leader_may_know(self, shown: Mapping[int, float], fact: str) -> float:
        """From when on somebody who leads may know that a fact came up: once it was said and they asked to read it."""
        times = (max(since, self.said(group).get(fact, NEVER)) for group, since in shown.items())
        return min(times, default=NEVER)

    def _said_in(self, group: int) -> dict[str, float]:
        table = self.table(group)
        found = dict[str, float]()
        for at, fact in (each for one in table for each in one.shares):
            found[fact] = min(at - AT_ONCE, found.get(fact, NEVER))
        ours = {one.role: one for one in table if one.role}
        for at, sheet in ((at, sheet) for one in table for at, sheet in one.sheets):
            for line in sheet.lines():
                if line.fact.strip() and (line.who not in ours or ours[line.who].was_away(at)):
                    found[line.fact] = min(at, found.get(line.fact, NEVER))
        return found


def findings(evidence: Evidence) -> list[Leak]:
    """Everything that somebody was sent and should not have seen, each once."""
    found = [each for one in evidence.people for each in _unknown(one, _named(one), _limits(evidence, one), evidence)]
    for leader, shown in evidence.leaders:
        limits = {fact: evidence.leader_may_know(shown, fact) for fact in evidence.facts}
        found += _unknown(leader, LEADS.format(name=leader.name), limits, evidence)
    found += [*_foreign_words(evidence), *_dealt_too_much(evidence)]
    return list({(each.who, each.text): each for each in found}.values())


def doubled(evidence: Evidence) -> list[str]:
    """Words that were sent once and stand at a table more than once."""
    typed = {words for one in evidence.people for words in one.typed}
    last = [[line.typed for line in one.sheets[-1][1].lines()] for one in evidence.people if one.sheets]
    return sorted({words for lines in last for words in lines if words in typed and lines.count(words) > 1})


def _limits(evidence: Evidence, who: Capture) -> dict[str, float]:
    return {fact: evidence.may_know(who, fact) for fact in evidence.facts}


def _unknown(who: Capture, named: str, limits: Mapping[str, float], evidence: Evidence) -> Iterator[Leak]:
    """The facts that somebody, who is ``named`` so, was sent before they may know them, whole or in pieces."""
    hidden = {fact: _pieces(fact) for fact, since in limits.items() if since > -NEVER}
    for frame in who.frames:
        early = [fact for fact in hidden if frame.at < limits[fact]]
        if not early:
            continue
        words = _words(frame)
        open_now = "|".join([evidence.public, *(fact for fact, since in limits.items() if since <= frame.at)])
        for fact in early:
            if fact in words or any(piece in words for piece in hidden[fact] if piece not in open_now):
                del hidden[fact]
                yield Leak(named, "a fact before anybody said it", evidence.facts[fact])


def _common_texts(one: Capture) -> Iterator[str]:
    return (plain_words(text) for _, sheet in one.sheets for text in sheet.common_texts())


def _foreign_words(evidence: Evidence) -> Iterator[Leak]:
    """Words that somebody typed at another table or for themselves, or that a leader did not ask to read."""
    typed = {_mark(text): (one.group, text) for one in evidence.people for text in one.typed}
    private = {text for one in evidence.people for text in one.private}
    for one in evidence.people:
        for _, group, text in _marked(one, typed):
            if text in private and text not in one.private:
                yield Leak(_named(one), PRIVATE, text)
            elif group != one.group:
                yield Leak(_named(one), "words from another group", text)
    for leader, shown in evidence.leaders:
        for at, group, text in _marked(leader, typed):
            if text in private or at < shown.get(group, NEVER):
                what = PRIVATE if text in private else "what somebody said at a table"
                yield Leak(LEADS.format(name=leader.name), what, text)


def _marked(one: Capture, typed: Mapping[str, tuple[int, str]]) -> Iterator[tuple[float, int, str]]:
    """The typed words in somebody's messages: when they came, from which group, and the words."""
    for frame in one.frames:
        yield from ((frame.at, *typed[mark]) for mark in MARK.findall(frame.text) if mark in typed)


def _mark(text: str) -> str:
    """What makes typed words recognizable."""
    return str(MARK.findall(text)[-1])


def _dealt_too_much(evidence: Evidence) -> Iterator[Leak]:
    """Facts that somebody was dealt, and others in the same role of another group were not."""
    dealt = [one for one in evidence.people if one.role and one.packet and one.began_complete]
    for one in dealt:
        for other in (each for each in dealt if each.role == one.role):
            for fact in one.packet.keys() - other.packet.keys():
                yield Leak(_named(one), "a fact that others in this role were not dealt", one.packet[fact])


def _named(who: Capture) -> str:
    return f"{who.name} (group {who.group}, {who.role or 'observing'})" if who.group else who.name


def _words(frame: CapturedFrame) -> str:
    """Everything that stands in a message, as plain words."""
    return "|".join(words for text in texts_in(json.loads(frame.text)) for words in readings(text))


def _pieces(fact: str) -> Iterable[str]:
    words = fact.split()
    return [f" {' '.join(words[at : at + PIECE])} " for at in range(len(words) - PIECE + 1)]
