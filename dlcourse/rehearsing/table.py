"""What a participant reads on their page: the group, their role, their facts, and what was said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dlcourse.pages.live import words
from dlcourse.rehearsing.filling import ways_of
from dlcourse.rehearsing.news import plain_words, shown_text

Props = Mapping[str, Any]
GONE = {words.HOLDERS["gone"], words.HOLDERS["nobody"]}
"""What stands beside a role that nobody acts for, so that its facts may be dealt to others."""


@dataclass(frozen=True)
class SaidLine:
    """Something that was said at the table: the name of the role, the fact in it (plain words), and typed words."""

    who: str
    fact: str
    typed: str


@dataclass(frozen=True)
class TableSheet:
    """A page of a live session, read. Texts of facts are plain words; see `plain_words`."""

    contents: Props

    @property
    def group(self) -> int:
        """The number of the group; 0 before the start."""
        return next((int(act["fixed"]["group"]) for act in self.acts() if "group" in act["fixed"]), 0)

    @property
    def role(self) -> str:
        """The name of this person's role; empty for somebody who observes."""
        return next((mate["name"] for mate in self._list("people") if mate["you"]), "") if self.group else ""

    @property
    def heading(self) -> str:
        """What the phase is called."""
        return str(self.contents.get("heading", ""))

    @property
    def is_first(self) -> bool:
        """Whether the group is in its first phase, in which people read what they know."""
        return self.heading == words.PHASES["preference"]

    @property
    def is_looking_back(self) -> bool:
        """Whether the group is in its debrief, where everybody sees everything."""
        return self.heading == words.PHASES["debrief"] or bool(self.contents.get("debrief"))

    @property
    def is_over(self) -> bool:
        """Whether there is nothing more to play."""
        return self.heading in {words.PHASES["debrief"], words.ENDED}

    @property
    def has_place(self) -> bool:
        """Whether whoever leads has given this person a place."""
        return bool(self.contents.get("who")) or self.group > 0

    @property
    def own(self) -> Mapping[str, str]:
        """The facts that were not said yet and that only some know: as they are read, by their plain words."""
        return {plain_words(fact["html"]): shown_text(fact["html"]) for fact in self._list("facts")}

    @property
    def everybody_s(self) -> frozenset[str]:
        """The facts that everybody at the table knows from the start."""
        return self._known("everyone")

    @property
    def revealed(self) -> frozenset[str]:
        """The facts that came out in the course of the scenario."""
        return self._known("revealed")

    @property
    def someone_is_gone(self) -> bool:
        """Whether nobody acts for a role, so that its facts may be dealt to others."""
        return any(GONE & set(mate["note"].split(" · ")) for mate in self._list("people"))

    def common_texts(self) -> Iterator[str]:
        """The texts that are no single person's fact: the scene, what there is to do, and what everybody knows."""
        yield from (str(self.contents.get(part, "")) for part in ("title", "about", "setting", "told"))
        yield from (text for scene in self._list("passages") for text in (scene["title"], scene["html"]))
        yield from (*self._list("sentences"), *self._list("would"), *self.everybody_s)
        for field in (field for form in self.forms() for way in ways_of(form) for field in way["fields"]):
            yield from (option["html"] for option in field.get("choices", ()))

    def lines(self) -> Iterator[SaidLine]:
        """What was said, the newest last."""
        for line in self._lines():
            who = self.role if line["mine"] else line["who"]
            yield SaidLine(who, plain_words(line["fact"]["html"]) if line["fact"] else "", line["words"])

    def acts(self) -> Iterator[Props]:
        """Every button that sends something at a click."""
        yield from self._list("acts")
        for each in (*self._list("facts"), *self._list("known"), *self._lines()):
            yield from each["acts"]

    def forms(self) -> Iterator[Props]:
        """Every form."""
        yield from self._list("forms")

    def shares(self) -> Iterator[tuple[Props, str]]:
        """The buttons that share a fact, each with the fact in plain words."""
        for fact in (*self._list("facts"), *self._list("known")):
            yield from ((act, plain_words(fact["html"])) for act in fact["acts"] if act["say"] == "LiveShare")

    def own_shares(self) -> Iterator[tuple[Props, str]]:
        """The same, of the facts that only some know."""
        yield from ((act, fact) for act, fact in self.shares() if fact in self.own)

    def _known(self, since: str) -> frozenset[str]:
        return frozenset(plain_words(fact["html"]) for fact in self._list("known") if fact["since"] == since)

    def _lines(self) -> list[Props]:
        return [line for scene in self._list("passages") for line in scene["lines"]]

    def _list(self, part: str) -> list[Any]:
        return list(self.contents.get(part) or ())
