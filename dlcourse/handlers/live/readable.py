"""What is read beside a live session: people's names in the cohort, and the words that events point to."""

from collections.abc import Iterable

from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.seat import Readable
from dlcourse.domain.roleplay.messages import Decided, IdeaVoiced
from dlcourse.domain.viewer import name_text
from dlcourse.handlers.context import ReadContext


def readable_people(context: ReadContext, cohort: str, people: Iterable[str]) -> Readable:
    """The names of these people in this cohort, without those who were erased."""
    ids = {person: name_text(cohort, person) for person in people}
    texts = context.transaction.texts(ids.values())
    return Readable(names={person: texts[text] for person, text in ids.items() if text in texts}, texts={})


def readable_group(context: ReadContext, group: LiveGroup) -> Readable:
    """The names of the people in a group, and the words of its ideas and of its decisions."""
    turns = [said.turn for said in group.play.said]
    words = [turn.words for turn in turns if isinstance(turn, IdeaVoiced)]
    words += [turn.reason for turn in turns if isinstance(turn, Decided)]
    known = readable_people(context, group.formed.cohort, [*group.seats.values(), *group.observers])
    return known.model_copy(update={"texts": context.transaction.texts(filter(None, words))})
