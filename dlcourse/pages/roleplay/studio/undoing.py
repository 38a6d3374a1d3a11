"""Changes of the form, and taking them back: each is kept with the text before it and with what it is called."""

from dataclasses import replace

from dlcourse.domain.roleplay.studio.edits import Edit
from dlcourse.domain.roleplay.studio.messages import ScenarioStudy, StudyScenario
from dlcourse.pages.program import See, Step
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.changes import change_name, ids_made, with_ids
from dlcourse.pages.roleplay.studio.screens import StudioState

MOST_UNDONE = 30
"""How many changes can be undone."""


def changed(state: StudioState, study: ScenarioStudy, edits: tuple[Edit, ...]) -> Step[StudioState]:
    """The text after a change of the form; a new part that was given a name gets an id from it."""
    named = with_ids(edits, study.contents, state.own_ids)
    own = state.own_ids | ids_made(named, edits)
    before = with_undo(state, study.text, change_name(edits, study.contents))
    return replace(before, own_ids=own), (See(StudyScenario(text=study.text, edits=named)),)


def with_undo(state: StudioState, text: str, change: str) -> StudioState:
    """The state in which this change can be taken back to the text before it."""
    return replace(state, undone=(*state.undone, (text, change))[-MOST_UNDONE:])


def taken_back(state: StudioState) -> Step[StudioState]:
    """The text before the last change, and what that was called."""
    *left, (text, change) = state.undone
    told = words.UNDONE.format(what=change)
    return replace(state, undone=tuple(left), told=told), (See(StudyScenario(text=text)),)
