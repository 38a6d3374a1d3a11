"""The two forms of the situational judgment task as their author wrote them, and which of them a person takes first."""

from collections.abc import Mapping
from hashlib import sha256

from pydantic import Field

from dlcourse.domain.speech import Value

ITEMS = 8
"""Situations in a form."""


class CourseOfAction(Value):
    """Something one could do in a situation; ``reason`` says in two sentences why it is stronger or weaker."""

    id: str
    text: str
    reason: str


class JudgmentSituation(Value):
    """A situation with four courses of action. ``best`` is the id of the strongest one.

    ``principle`` is what it turns on, ``difficulty`` is from 1 to 3. If the key is `hidden`, ``best``,
    ``principle`` and the reasons are empty.
    """

    id: str
    principle: str
    difficulty: int = Field(ge=1, le=3)
    text: str
    best: str
    actions: tuple[CourseOfAction, ...] = Field(min_length=4, max_length=4)

    def has(self, action: str) -> bool:
        """Whether one of the courses of action has this id."""
        return any(each.id == action for each in self.actions)

    def hidden(self) -> "JudgmentSituation":
        """The situation without its key, for somebody who has not answered all of them."""
        actions = tuple(each.model_copy(update={"reason": ""}) for each in self.actions)
        return self.model_copy(update={"best": "", "principle": "", "actions": actions})


class JudgmentForm(Value):
    """One of the two forms: eight situations in their order."""

    id: str
    situations: tuple[JudgmentSituation, ...] = Field(min_length=ITEMS, max_length=ITEMS)

    def has(self, situation: str) -> bool:
        """Whether a situation is in this form."""
        return any(each.id == situation for each in self.situations)


class JudgmentExercise(Value):
    """Both forms, and what is said about them. ``ideas`` gives each principle in a few words."""

    id: str
    title: str
    note: str
    ask: str
    ideas: Mapping[str, str]
    forms: tuple[JudgmentForm, JudgmentForm]

    def form_of(self, situation: str) -> JudgmentForm | None:
        """The form that has this situation, or None."""
        return next((form for form in self.forms if form.has(situation)), None)

    def other(self, form: JudgmentForm) -> JudgmentForm:
        """The form that is not this one."""
        return next(each for each in self.forms if each.id != form.id)

    def begins_with(self, person: str) -> JudgmentForm:
        """The form that a person takes first. It follows from their id, and half of all ids get the second one."""
        return self.forms[sha256(f"{self.id}/{person}".encode()).digest()[0] % 2]
