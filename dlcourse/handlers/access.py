"""Checks, for all subjects, who a viewer is at this moment, and whether they take part in what they ask about."""

from dataclasses import replace
from typing import cast

from dlcourse.domain.policy import ALWAYS_OWN, FACILITATORS, HOSTS, Rule
from dlcourse.domain.speech import Command, Query
from dlcourse.domain.viewer import COHORT, Role, Viewer
from dlcourse.errors import CourseError
from dlcourse.store import ReadTransaction

ENDED, REOPENED = "CohortArchived", "CohortReopened"
"""The events that end a cohort, and let its people work again."""


def check_members(rule: Rule, said: Command | Query | str, viewer: Viewer, transaction: ReadTransaction) -> None:
    """Raise the rule's refusal if the viewer does not take part in a stream that the rule names.

    ``said`` is the command, the query or the topic. The refusal is the same whether the stream exists or not. What is
    for people alone is refused to members of a cohort, too.
    """
    allowed_in_cohort = {"alone": HOSTS, "leading": FACILITATORS}.get(rule.about)
    if allowed_in_cohort is not None and viewer.cohort and not viewer.roles & allowed_in_cohort:
        raise rule.refusal()
    for stream in rule.streams(said):
        role = transaction.role(stream, viewer.person)
        allowed = role is not None if rule.about == "member" else role in rule.roles
        if not (allowed or _hosts(rule, stream, viewer, transaction)):
            raise rule.refusal()


def person_of_home(viewer: Viewer, transaction: ReadTransaction) -> Viewer:
    """The viewer as the person of this home, who runs it. An erasure gives that person another id.

    If they facilitate cohorts, they are in the newest of them.
    """
    person = transaction.home
    roles = {stream: role for stream, role in transaction.roles(COHORT, person).items() if role != "host"}
    if not roles:
        return Viewer(person, "", viewer.roles | HOSTS)
    newest = next(each.stream for each in transaction.streams(COHORT, person) if each.stream in roles)
    return Viewer(person, newest.removeprefix(COHORT), viewer.roles | HOSTS | {cast("Role", roles[newest])})


def member_now(viewer: Viewer, transaction: ReadTransaction) -> Viewer:
    """The viewer with the role that they have in their cohort at this moment.

    Raises a `CourseError` if they do not take part in it any more.
    """
    role = transaction.role(COHORT + viewer.cohort, viewer.person)
    if role is None:
        raise CourseError("cohort", "you do not take part in it any more", "Ask whoever leads it.")
    return replace(viewer, roles=frozenset({cast("Role", role)}))


def refuse_in_ended_cohort(rule: Rule, viewer: Viewer, transaction: ReadTransaction) -> None:
    """Raise a `CourseError` if the viewer's cohort has ended and this is a command that would add to it.

    What is about one's own and open to every role, such as erasing one's work, is always possible.
    """
    if not viewer.cohort or rule == ALWAYS_OWN or rule.about == "cohort":
        return
    if transaction.latest_kind(COHORT + viewer.cohort, (ENDED, REOPENED)) == ENDED:
        remedy = "You can still read, download and erase what is yours."
        raise CourseError("cohort", "it has ended, and nothing new can be saved", remedy)


def _hosts(rule: Rule, stream: str, viewer: Viewer, transaction: ReadTransaction) -> bool:
    """Whether the viewer runs the server and may therefore do this in every cohort that exists."""
    return rule.about == "cohort" and bool(HOSTS & viewer.roles & rule.roles) and transaction.length(stream) > 0
