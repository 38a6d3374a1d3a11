"""Checks, for all subjects, whether a viewer takes part in the stream that they ask about."""

from dlcourse.domain.policy import Rule
from dlcourse.domain.speech import Command, Query
from dlcourse.domain.viewer import Viewer
from dlcourse.store import ReadTransaction


def check_members(rule: Rule, said: Command | Query | str, viewer: Viewer, transaction: ReadTransaction) -> None:
    """Raise the rule's refusal if the viewer does not take part in a stream that the rule names.

    ``said`` is the command, the query or the topic. The refusal is the same whether the stream exists or not.
    """
    if not all(transaction.is_member(stream, viewer.person) for stream in rule.streams(said)):
        raise rule.refusal()
