"""What is said beside the control that somebody used: what has changed in their network, or why nothing has."""

from collections.abc import Iterable
from functools import singledispatch
from typing import Literal, TypedDict

from dlcourse.domain.network.graph import Tie
from dlcourse.domain.network.messages import (
    AddColleagues,
    BringNetwork,
    ChangeTie,
    CountActs,
    DrawTies,
    Network,
    RemoveColleague,
    RemoveNetwork,
    RemoveTie,
    RenameColleague,
    clean,
)
from dlcourse.domain.speech import Command
from dlcourse.errors import CourseError
from dlcourse.pages.network import words
from dlcourse.pages.network import words_of_changes as said
from dlcourse.pages.network.figures import MOST_NAMED
from dlcourse.pages.words import listed

Part = Literal["people", "ties", "acts", "files", "all"]
"""The part of the page in which a control is; ``all`` is the page as a whole."""
Sentences = tuple[str, ...]
"""Sentences without their periods: a name such as ``C.`` may already end with one."""
PARTS: dict[type[Command], Part] = {
    AddColleagues: "people",
    RenameColleague: "people",
    RemoveColleague: "people",
    DrawTies: "ties",
    ChangeTie: "ties",
    RemoveTie: "ties",
    CountActs: "acts",
    BringNetwork: "files",
    RemoveNetwork: "all",
}
"""What changes one's own network, each with the part of the page in which it is said."""


class OutcomeProps(TypedDict):
    """What is said in one part of the page; ``done`` is False if the course refused what was asked."""

    part: Part
    words: str
    done: bool


def outcome(command: Command, before: Network, after: Network) -> OutcomeProps:
    """What a command has changed."""
    sentences = " ".join(map(_ended, _said(command, before, after)))
    return {"part": PARTS[type(command)], "words": sentences, "done": True}


def refusal(command: Command, error: CourseError) -> OutcomeProps:
    """Why a command was refused."""
    return {
        "part": PARTS[type(command)],
        "words": said.REFUSED.format(where=error.where, what=error.what, remedy=error.remedy),
        "done": False,
    }


@singledispatch
def _said(command: Command, before: Network, after: Network) -> Sentences:  # noqa: ARG001 (what each kind is given)
    raise TypeError(f"{type(command).__name__} does not change a network")


@_said.register
def _said_added(command: AddColleagues, before: Network, after: Network) -> Sentences:  # noqa: ARG001
    new = [name for name in after.graph.people if name not in set(before.graph.people)]
    return (said.ADDED.format(what=_some(new)),)


@_said.register
def _said_renamed(command: RenameColleague, before: Network, after: Network) -> Sentences:  # noqa: ARG001
    return (said.RENAMED.format(person=command.person, name=clean(command.name)),)


@_said.register
def _said_removed(command: RemoveColleague, before: Network, after: Network) -> Sentences:  # noqa: ARG001
    return said.REMOVED.format(what=command.person), _now(after)


@_said.register
def _said_drawn(command: DrawTies, before: Network, after: Network) -> Sentences:
    new = [tie for tie in after.graph.ties if tie not in set(before.graph.ties)]
    if not new:
        return (said.UNCHANGED,)
    return (said.ADDED.format(what=_turns(command.who, [tie.to for tie in new], new[0].topic)),)


@_said.register
def _said_changed(command: ChangeTie, before: Network, after: Network) -> Sentences:  # noqa: ARG001
    return (said.CHANGED.format(what=_turns(command.tie.who, [command.tie.to], clean(command.topic))),)


@_said.register
def _said_untied(command: RemoveTie, before: Network, after: Network) -> Sentences:  # noqa: ARG001
    tie: Tie = command.tie
    return (said.REMOVED.format(what=_turns(tie.who, [tie.to], tie.topic)),)


@_said.register
def _said_counted(command: CountActs, before: Network, after: Network) -> Sentences:  # noqa: ARG001
    act = said.ACT.format(person=command.person, function=clean(command.function))
    if not command.count:
        return (said.REMOVED.format(what=act),)
    return (said.ADDED.format(what=said.ACT_COUNTED.of(command.count, act=act)),)


@_said.register
def _said_brought(command: BringNetwork, before: Network, after: Network) -> Sentences:
    if command.way == "replace" or not before.graph.people:
        return said.FILE_READ, _now(after)
    people = len(after.graph.people) - len(before.graph.people)
    ties = len(after.graph.ties) - len(before.graph.ties)
    return said.FILE_ADDED.format(size=words.size(people, ties)), _now(after)


@_said.register
def _said_deleted(command: RemoveNetwork, before: Network, after: Network) -> Sentences:  # noqa: ARG001
    return (said.DELETED,)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."


def _now(network: Network) -> str:
    return said.NOW_THERE.format(size=words.size(len(network.graph.people), len(network.graph.ties)))


def _turns(who: str, to: Iterable[str], topic: str) -> str:
    turns = said.TURNS_ABOUT if topic else said.TURNS
    return turns.format(who=who, whom=_some(list(to)), topic=topic)


def _some(names: list[str]) -> str:
    """The names, or how many there are and the first few."""
    if len(names) <= MOST_NAMED:
        return listed(names)
    return said.AMONG.format(number=len(names), names=listed(names[:MOST_NAMED]))
