"""Who facilitates the course for others: a choice on the home page, which brings the notes for facilitators.

Whoever works alone decides for themselves. The notes give away what cases hide, so nobody meets them by chance.
"""

from collections.abc import Iterable

from dlcourse.domain.speech import Command, Event

FACILITATING = "facilitating/"
"""Before a person's id: the stream of these choices."""


class ChooseFacilitating(Command):
    """Say whether I facilitate this course for others."""

    chosen: bool


class FacilitatingChosen(Event):
    """Somebody said whether they facilitate."""

    chosen: bool


def choose_facilitating(command: ChooseFacilitating, past: Iterable[Event]) -> tuple[FacilitatingChosen, ...]:
    """What happens: nothing if this is how it is already."""
    if command.chosen == facilitates(past):
        return ()
    return (FacilitatingChosen(chosen=command.chosen),)


def facilitates(past: Iterable[Event]) -> bool:
    """Whether somebody facilitates; the newest choice counts, and nobody does without one."""
    choices = [event.chosen for event in past if isinstance(event, FacilitatingChosen)]
    return choices[-1] if choices else False
