"""Handler of signing off. It is recorded in the stream of the cohort, where its people are."""

from collections.abc import Collection

from dlcourse.domain.overview.messages import SignOff
from dlcourse.domain.overview.sign_offs import Confirmation, confirmations, sign_off
from dlcourse.domain.speech import Recorded
from dlcourse.domain.viewer import COHORT, OVERVIEW, name_text
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.curriculum.done import finished_sessions
from dlcourse.handlers.overview.projections import at_once
from dlcourse.handlers.overview.records import RECORDS
from dlcourse.handlers.registry import carry_out
from dlcourse.store import ReadTransaction


@carry_out.register
def sign_people_off(command: SignOff, context: WriteContext) -> Recorded:
    """Confirm what these people have finished by now. Whoever confirms it needs a name in the cohort."""
    transaction, stream = context.transaction, COHORT + command.cohort
    if not transaction.texts([name_text(command.cohort, context.person)]):
        raise CourseError("sign-off", "you have no name in this cohort", "Come in with the facilitator key first.")
    roles = transaction.members(stream)
    people = [person for person in dict.fromkeys(command.people) if roles.get(person) == "participant"]
    finished = _finished(people, context)
    happened = sign_off(context.person, finished, confirmed_in(transaction, command.cohort))
    transaction.announce([OVERVIEW + command.cohort])
    return transaction.append(stream, transaction.length(stream), command.id, context.person, happened)


def confirmed_in(transaction: ReadTransaction, cohort: str) -> dict[str, Confirmation]:
    """What was confirmed of each person of a cohort, by their ids."""
    return confirmations((each.event, each.at) for each in transaction.readable_events(COHORT + cohort))


def _finished(people: Collection[str], context: WriteContext) -> dict[str, tuple[str, ...]]:
    """The sessions that each of these people has finished. There may be hundreds, so stored records are used."""
    reading = ReadContext(context.transaction, context.viewer, context.library, context.jobs)
    curriculum = context.library.curriculum()
    return {
        person: finished_sessions(curriculum, record.done)
        for person, record in at_once(RECORDS, reading, people).items()
    }
