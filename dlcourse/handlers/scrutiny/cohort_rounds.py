"""Rounds of people of one cohort: who could take part, how such a round begins, and its members' names."""

from dlcourse.domain.scrutiny.messages import ROUNDS, BeginOwnRound, RoundBegun, RoundMember
from dlcourse.domain.scrutiny.round import begin
from dlcourse.domain.scrutiny.round_view import CohortPerson
from dlcourse.domain.speech import Recorded
from dlcourse.domain.viewer import COHORT
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out
from dlcourse.handlers.relations import TAKE_PART, is_in, names_in, others_here


@carry_out.register
def begin_own_round(command: BeginOwnRound, context: WriteContext) -> Recorded:
    """Begin a round; its leader takes the first seat."""
    stream, cohort = ROUNDS + command.round, context.viewer.cohort
    people = (context.person, *dict.fromkeys(command.people))
    roles = context.transaction.members(COHORT + cohort)
    if context.person in command.people or not all(roles.get(person) in TAKE_PART for person in people):
        raise CourseError("people", "one of them is not in your cohort", "Reload the page, then choose again.")
    if context.transaction.length(stream):
        raise CourseError("round", "one of this id has begun already", "Reload the page, then begin another.")
    seats = {f"member-{number}": person for number, person in enumerate(people, 1)}
    begun = RoundBegun(
        exercise=command.exercise,
        leader="member-1",
        members=tuple(RoundMember(id=seat, name="") for seat in seats),
        seats=seats,
        anonymous=command.anonymous,
        cohort=cohort,
    )
    begin(begun)
    return context.transaction.append(stream, 0, command.id, context.person, [begun])


def with_names(begun: RoundBegun, context: ReadContext | WriteContext) -> RoundBegun:
    """The beginning of a round of people with their names, as they are in the cohort now."""
    if not begun.cohort:
        return begun
    names = names_in(begun.cohort, begun.seats.values(), context)
    members = [member.model_copy(update={"name": names[begun.seats[member.id]]}) for member in begun.members]
    return begun.model_copy(update={"members": tuple(members)})


def seats_left(begun: RoundBegun, context: ReadContext | WriteContext) -> frozenset[str]:
    """The seats of people who are not in the cohort of the round any more. Nothing of what they wrote is shown."""
    if not begun.cohort:
        return frozenset()
    return frozenset(seat for seat, person in begun.seats.items() if not is_in(begun.cohort, person, context))


def people_to_ask(context: ReadContext) -> tuple[CohortPerson, ...]:
    """The people of the viewer's cohort who could take part in a round, by name; none if they are in no cohort."""
    return tuple(CohortPerson(person=person, name=name) for person, name in others_here(context))
