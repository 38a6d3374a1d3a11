"""Who may do and see what: a rule for every command, every query and every topic that can be watched.

Each subject declares its rules as a table, ``RULES`` in its module ``policy``. The tables are found by looking through
the subjects. Anything without a rule is refused. Only the store knows whether somebody takes part in a stream.
"""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal, TypeAlias

import dlcourse.domain
from dlcourse.domain.speech import Command, Query
from dlcourse.domain.viewer import COHORT, Role, Viewer
from dlcourse.errors import CourseError

About = Literal["own", "member", "cohort", "alone", "leading", "shared", "course"]
"""What a command, query or topic is about; `MEANING` explains each value."""
MEANING: dict[About, str] = {
    "own": "what is the viewer's own",
    "member": "something in which the viewer takes part",
    "cohort": "a cohort in which the viewer has one of these roles; the host may do so for every cohort",
    "alone": "what is decided by somebody who is in no cohort, and in a cohort only by whoever runs the server",
    "leading": "what only those see who lead a cohort, and whoever is in none, because it gives away what cases hide",
    "shared": "what is somebody else's, as far as they share it with the viewer",
    "course": "the course's own content",
}

ANYBODY: frozenset[Role] = frozenset({"participant", "facilitator", "co-facilitator", "observer", "host"})
LEARNERS: frozenset[Role] = ANYBODY - {"observer"}
"""Roles that do things in the course themselves. An observer only looks on."""
FACILITATORS: frozenset[Role] = frozenset({"facilitator", "co-facilitator", "host"})
"""Roles that lead a cohort."""
OWNERS: frozenset[Role] = frozenset({"facilitator", "host"})
"""Roles that decide who leads a cohort, and whether it goes on."""
HOSTS: frozenset[Role] = frozenset({"host"})
NEWCOMERS: frozenset[Role] = frozenset({"newcomer"})

Streams = Callable[[Any], tuple[str, ...]]
"""Gives the streams in which one has to take part to use this command or query."""


def _none(_: object) -> tuple[str, ...]:
    return ()


def not_yours() -> CourseError:
    """The error for asking for something that is not one's own. It does not reveal whether it exists."""
    return CourseError("course", "this is not yours to see or change", "Reload the page, or go to the home page.")


@dataclass(frozen=True)
class Rule:
    """Which roles may use a command, query or topic, and what it is about.

    If it is about ``member``, ``streams`` names the streams in which the viewer has to take part; a topic is a stream
    itself. If it is about ``cohort``, it names the cohort's stream, in which the viewer has to have one of the
    ``roles``. ``refusal`` is the same answer to everybody who does not, whether the stream exists or not.
    """

    about: About
    roles: frozenset[Role] = LEARNERS
    streams: Streams = _none
    refusal: Callable[[], CourseError] = not_yours


OWN, SHARED = Rule("own"), Rule("shared")
ALWAYS_OWN = Rule("own", ANYBODY)
"""About one's own things and open to every role, such as exporting one's work."""
COURSE = Rule("course", ANYBODY)


def _not_in_a_cohort() -> CourseError:
    return CourseError("course", "in a cohort, only whoever runs the server does this", "Ask whoever leads the cohort.")


ALONE = Rule("alone", LEARNERS, refusal=_not_in_a_cohort)
"""Such as changing files in the course folder, which belong to whoever runs the server."""


def _gives_away() -> CourseError:
    what = "this gives away what a case hides, so in a cohort only those who lead it see it"
    return CourseError("course", what, "Ask whoever leads the cohort.")


LEADING = Rule("leading", LEARNERS, refusal=_gives_away)
"""Such as everything that a case hides, on paper."""


def member(streams: Streams, refusal: Callable[[], CourseError]) -> Rule:
    """The rule for commands and queries that are only for people who take part in these streams."""
    return Rule("member", LEARNERS, streams, refusal)


def no_such_cohort() -> CourseError:
    """The error for a cohort in which the viewer may not do this, or that does not exist; it is the same for both."""
    return CourseError("cohort", "there is no such cohort in which you may do this", "Ask whoever leads the cohort.")


def in_cohort(roles: frozenset[Role]) -> Rule:
    """The rule for commands and queries that name a cohort, for people who have one of these roles there."""
    return Rule("cohort", roles, lambda said: (COHORT + said.cohort,), no_such_cohort)


def cohort_topic(roles: frozenset[Role]) -> Rule:
    """The rule for topics that are streams of cohorts, for people who have one of these roles there."""
    return Rule("cohort", roles, lambda topic: (topic,), no_such_cohort)


def member_topic(refusal: Callable[[], CourseError]) -> Rule:
    """The rule for topics that are streams: only people who take part in one may watch it."""
    return Rule("member", LEARNERS, lambda topic: (topic,), refusal)


Said: TypeAlias = type[Command] | type[Query]
Rules = Mapping[Said | str, Rule]
"""Rules by the kind of command or query, and by the prefix of a topic, such as ``play/``."""


@dataclass(frozen=True)
class Permission:
    """One row of the table of permissions. ``name`` is a command, a query, or the prefix of a topic."""

    subject: str
    kind: Literal["command", "query", "topic"]
    name: str
    about: About
    roles: tuple[Role, ...]


@cache
def by_subject() -> Mapping[str, Rules]:
    """The rules that each subject has declared, by its name. Raises a TypeError if two are about the same thing."""
    found: dict[str, Rules] = {}
    for subject in pkgutil.iter_modules(dlcourse.domain.__path__, f"{dlcourse.domain.__name__}."):
        if subject.ispkg and find_spec(f"{subject.name}.policy"):
            found[subject.name.rpartition(".")[2]] = import_module(f"{subject.name}.policy").RULES
    declared = [about for rules in found.values() for about in rules]
    if twice := {str(about) for about in declared if declared.count(about) > 1}:
        raise TypeError(f"two subjects have a rule for {min(twice)}")
    return found


def permissions() -> tuple[Permission, ...]:
    """The table of permissions, subject by subject, with commands before queries before topics."""
    lines = (
        Permission(subject, _kind(said), said if isinstance(said, str) else said.__name__, rule.about, _sorted(rule))
        for subject, rules in by_subject().items()
        for said, rule in rules.items()
    )
    return tuple(sorted(lines, key=lambda line: (line.subject, line.kind, line.name)))


def check(viewer: Viewer, speech: Command | Query) -> Rule:
    """The rule for a command or a query. Raises a `CourseError` if none of the viewer's roles may use it."""
    rule = _rules().get(type(speech))
    if rule is None:
        deed = "carries out" if isinstance(speech, Command) else "answers"
        raise CourseError("course", f"nobody here {deed} {type(speech).__name__}", "Reload the page.")
    _check_roles(viewer, rule)
    return rule


def streams_of(speech: Command | Query) -> tuple[str, ...]:
    """The streams in which whoever says this has to take part. Nothing is checked."""
    rule = _rules().get(type(speech))
    return tuple(rule.streams(speech)) if rule and rule.about == "member" else ()


def check_topic(viewer: Viewer, topic: str) -> Rule:
    """The rule for a topic. Raises a `CourseError` if the viewer may not watch it or it belongs to somebody else."""
    prefix = topic[: topic.find("/") + 1]
    rule = _rules().get(prefix) if prefix else None
    if rule is None or (rule.about == "own" and topic != prefix + viewer.person):
        raise not_yours()
    _check_roles(viewer, rule)
    return rule


def _check_roles(viewer: Viewer, rule: Rule) -> None:
    if rule.about == "cohort" and viewer.roles & ANYBODY:
        return  # what counts is the role in the cohort that is named, and only the store knows it
    if viewer.roles.isdisjoint(rule.roles):
        if viewer.roles == {"observer"}:
            what = "you are an observer here: you look on, and do nothing in the course yourself"
            raise CourseError("course", what, "To take part, ask whoever leads the cohort.")
        raise CourseError("course", "your role here does not allow this", "Ask whoever leads the course.")


@cache
def _rules() -> Rules:
    return {said: rule for rules in by_subject().values() for said, rule in rules.items()}


def _kind(said: Said | str) -> Literal["command", "query", "topic"]:
    if isinstance(said, str):
        return "topic"
    return "command" if issubclass(said, Command) else "query"


def _sorted(rule: Rule) -> tuple[Role, ...]:
    return tuple(sorted(rule.roles))
