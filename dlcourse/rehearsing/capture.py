"""What one browser was sent in a rehearsal, and what its person may have known at each moment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dlcourse.rehearsing.phone import CapturedFrame
from dlcourse.rehearsing.table import TableSheet

NEVER = float("inf")
Moments = Mapping[str, float]
"""When something happened (seconds of a steady clock), by the plain words of a fact."""


@dataclass(frozen=True)
class Capture:
    """Every message that a browser was sent. ``shares`` are when its person shared which fact.

    ``away`` are the times without a connection, in which the computer may have acted for the role. ``typed`` are words
    that the person typed; each has a mark in it that nothing else has. ``private`` are those of them that nobody else
    may read: answers to questions at which everybody writes for themselves.
    """

    name: str
    frames: tuple[CapturedFrame, ...]
    shares: tuple[tuple[float, str], ...] = ()
    away: tuple[tuple[float, float], ...] = ()
    typed: tuple[str, ...] = ()
    private: tuple[str, ...] = ()

    @cached_property
    def sheets(self) -> tuple[tuple[float, TableSheet], ...]:
        """What the page showed at the table, and since when. Before the start there is nothing."""
        return tuple(self._sheets())

    @property
    def group(self) -> int:
        """The number of the group; 0 for somebody who never came to a table."""
        return self.sheets[-1][1].group if self.sheets else 0

    @property
    def role(self) -> str:
        """The name of the role; empty for an observer."""
        return self.sheets[-1][1].role if self.sheets else ""

    @property
    def packet(self) -> Mapping[str, str]:
        """The facts that this person was dealt at the start and that only some know, by their plain words."""
        return self.sheets[0][1].own if self.sheets else {}

    @property
    def began_complete(self) -> bool:
        """Whether this person was at the table from the start, and nobody's facts had been dealt to others."""
        first = self.sheets[0][1] if self.sheets else None
        return first is not None and first.is_first and not first.someone_is_gone

    @property
    def heard(self) -> frozenset[str]:
        """The facts that this person learned from others at the table."""
        said = {line.fact for _, sheet in self.sheets for line in sheet.lines() if line.fact.strip()}
        known = (sheet.everybody_s for _, sheet in self.sheets[:1])
        return frozenset(said - set(self.packet)).difference(*known)

    @cached_property
    def got_later(self) -> Moments:
        """When facts were dealt to this person after the start, as somebody had gone, or came out by themselves."""
        found = dict[str, float]()
        for at, sheet in self.sheets[1:]:
            again = sheet.own if sheet.someone_is_gone else ()
            for fact in (*again, *sheet.revealed):
                found.setdefault(fact, at)
        return found

    @cached_property
    def looked_back(self) -> float:
        """When the debrief began, in which everybody sees everything."""
        return next((at for at, sheet in self.sheets if sheet.is_looking_back), NEVER)

    def was_away(self, at: float, after: float = 5.0) -> bool:
        """Whether the person had no connection then, or came back only a moment before."""
        return any(left <= at <= back + after for left, back in self.away)

    def _sheets(self) -> Iterator[tuple[float, TableSheet]]:
        before = None
        for frame in self.frames:
            if frame.shown is not before and (sheet := TableSheet(frame.shown)).group:
                yield frame.at, sheet
            before = frame.shown
