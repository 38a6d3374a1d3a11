"""What is read beside a live session: people's names in the cohort, and the words that events point to."""

from collections.abc import Iterable

from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.seat import Readable
from dlcourse.domain.roleplay.messages import Decided, IdeaVoiced
from dlcourse.domain.viewer import COHORT, name_text
from dlcourse.handlers.context import ReadContext

MOST_AT_ONCE = 100
"""So many people are looked up in one statement; for more, everybody in the cohort is read."""


def readable_people(context: ReadContext, cohort: str, people: Iterable[str]) -> Readable:
    """The names of these people in this cohort, without those who left it or were erased."""
    ids = {person: name_text(cohort, person) for person in _still_there(context, cohort, frozenset(people))}
    texts = context.transaction.texts(ids.values())
    return Readable(names={person: texts[text] for person, text in ids.items() if text in texts}, texts={})


def readable_group(context: ReadContext, group: LiveGroup) -> Readable:
    """The names of the people in a group, and the words of its ideas and decisions, of those who are in the cohort."""
    known = readable_people(context, group.formed.cohort, [*group.seats.values(), *group.observers])
    there = {role for role, person in group.seats.items() if person in known.names}
    turns = [said.turn for said in group.play.said if said.turn.role in there]
    words = [turn.words for turn in turns if isinstance(turn, IdeaVoiced)]
    words += [turn.reason for turn in turns if isinstance(turn, Decided)]
    return known.model_copy(update={"texts": context.transaction.texts(filter(None, words))})


def _still_there(context: ReadContext, cohort: str, people: frozenset[str]) -> Iterable[str]:
    stream = COHORT + cohort
    if len(people) > MOST_AT_ONCE:
        return people & context.transaction.members(stream).keys()
    return context.transaction.members_among(stream, people)
