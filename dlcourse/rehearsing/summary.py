"""What a rehearsal showed: for the facilitator in words, for a program as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dlcourse.pages.words import counted, listed
from dlcourse.rehearsing import wording
from dlcourse.rehearsing.capture import Capture
from dlcourse.rehearsing.judge import Evidence, Leak, doubled, findings
from dlcourse.rehearsing.performance import Performance
from dlcourse.rehearsing.players import Player
from dlcourse.rehearsing.trespass import FLOOD, Trespass

SLOWEST = 10.0
"""Nobody who behaves may wait longer for an answer (seconds)."""


@dataclass(frozen=True)
class Summary:
    """What a rehearsal showed."""

    performance: Performance

    @property
    def players(self) -> Sequence[Player]:
        """Everybody who played."""
        return self.performance.players

    @cached_property
    def evidence(self) -> Evidence:
        """What everybody was sent."""
        return Evidence([player.capture() for player in self.players])

    @cached_property
    def findings(self) -> list[Leak]:
        """What somebody was sent and should not have seen."""
        return findings(self.evidence)

    @cached_property
    def worked(self) -> list[tuple[Player, Trespass]]:
        """What is not allowed and worked nevertheless."""
        return [(player, each) for player in self.players for each in player.attempts if self._worked(player, each)]

    @property
    def wait(self) -> float:
        """The longest time that somebody who behaves waited for an answer (seconds)."""
        return max(
            (sent.answered - sent.at for one in self._behaved for sent in one.phone.sent if sent.answered), default=0.0
        )

    @cached_property
    def problems(self) -> list[str]:
        """Everything that should not be so, a sentence each; none if all is well."""
        return list(self._problems())

    def lines(self) -> Iterator[str]:
        """The summary in words."""
        captures, waited = self.evidence.people, self.performance.waited
        groups = {one.group for one in captures if one.group}
        yield wording.PLAYED.format(
            seats=counted(len(captures), *wording.SEATS),
            groups=counted(len(groups), *wording.GROUPS),
            seconds=round(self.performance.seconds),
        )
        if waited:
            yield wording.ENDED_BEFORE.format(waited=waited)
        yield from (_about(player, one) for player, one in self._by_group())
        yield from self._attempts()
        if self.findings:
            yield wording.FOUND
            yield from (f"  {finding}" for finding in self.findings)
        else:
            facts = counted(len(self.evidence.facts), *wording.FACTS)
            yield wording.CLEAN.format(messages=self._messages, facts=facts)
        yield from (each for each in self.problems if each not in map(str, self.findings))
        yield wording.WAITED.format(wait=_seconds(self.wait))
        yield wording.STAY

    def data(self) -> dict[str, Any]:
        """The summary for a program."""
        return {
            "seats": [_data(player, one) for player, one in self._by_group()],
            "finished": not self.performance.waited,
            "seconds": round(self.performance.seconds, 1),
            "messages": self._messages,
            "facts": len(self.evidence.facts),
            "tried": sum(len(player.attempts) for player in self.players),
            "longest_wait": round(self.wait, 3),
            "problems": self.problems,
        }

    @property
    def _messages(self) -> int:
        return sum(len(one.frames) for one in self.evidence.people)

    @property
    def _behaved(self) -> list[Player]:
        return [player for player in self.players if not player.persona.trespasses]

    def _by_group(self) -> list[tuple[Player, Capture]]:
        pairs = zip(self.players, self.evidence.people, strict=True)
        return sorted(pairs, key=lambda pair: pair[1].group)

    def _worked(self, player: Player, attempt: Trespass) -> bool:
        """Whether something worked that is not allowed; anybody may tell a fact again that they have heard."""
        if not (attempt.worked and attempt.fact):
            return attempt.worked
        who = next(one for one in self.evidence.people if one.name == player.name)
        return attempt.sent.answered < self.evidence.without_shares_of(who.name).may_know(who, attempt.fact)

    def _problems(self) -> Iterator[str]:
        yield from map(str, self.findings)
        yield from (f"{player.name}: {attempt.about}" for player, attempt in self.worked)
        if doubled(self.evidence):
            yield wording.DOUBLED
        if self.wait > SLOWEST:
            yield wording.TOO_SLOW.format(wait=_seconds(self.wait))
        for player in self._behaved:
            if player.phone.cut == 0 and (missing := sum(not sent.answered for sent in player.phone.sent)):
                yield wording.UNANSWERED.format(name=player.name, count=missing)

    def _attempts(self) -> Iterator[str]:
        for player in (player for player in self.players if player.attempts):
            worked = sorted({attempt.about for one, attempt in self.worked if one is player})
            said = wording.WORKED if worked else wording.TRIED
            yield said.format(name=player.name, count=len(player.attempts), worked=listed(worked))
            for each in player.floods:
                said = wording.FLOOD_CUT if each.cut_off else wording.FLOOD_SLOW
                yield said.format(name=player.name, count=FLOOD)


def _about(player: Player, one: Capture) -> str:
    """A line about one participant."""
    place = f"Group {one.group}, {one.role or wording.OBSERVED}" if one.group else "No place"
    return f"  {place}: {player.name}, who {player.persona.about}: {', '.join(_known(one))}"


def _known(one: Capture) -> Iterator[str]:
    yield wording.DEALT.format(facts=counted(len(one.packet), *wording.FACTS))
    yield wording.SHARED.format(count=len({fact for _, fact in one.shares}))
    yield wording.HEARD.format(count=len(one.heard))


def _data(player: Player, one: Capture) -> dict[str, Any]:
    return {
        "name": player.name,
        "persona": player.persona.name,
        "group": one.group,
        "role": one.role,
        "own_facts": len(one.packet),
        "shared": len({fact for _, fact in one.shares}),
        "heard": len(one.heard),
        "messages": len(one.frames),
        "refused": player.refused,
    }


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} seconds"
