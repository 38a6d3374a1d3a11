"""What figures about a cohort count of places: which settings people chose for their own. Nobody's words are read."""

from collections.abc import Mapping

from dlcourse.content.library import Library
from dlcourse.domain.learning.choices import CHOICES
from dlcourse.domain.learning.messages import OwnPlaceSet
from dlcourse.domain.learning.schools import own_place
from dlcourse.domain.measured import AskedQuestion, FigureWords, Measured
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.learning.schools import events
from dlcourse.handlers.measures import measure
from dlcourse.pages.learning import place_words, words

KIND = "own-place"


def describe_places(library: Library) -> Mapping[str, FigureWords]:
    """Each session with this exercise; a question for each choice."""
    legends = [*((str(choice), words.LEGENDS[choice]) for choice in CHOICES), ("leaders_know", words.CONDITION)]
    questions = {choice: AskedQuestion(legend) for choice, legend in legends}
    names = {_answer(choice, level): name for choice, names in words.LEVELS.items() for level, name in names.items()}
    return {
        exercise.id: FigureWords(place_words.FIGURE, session.id, questions, names)
        for session in library.curriculum().sessions
        for exercise in session.exercises
        if exercise.kind == KIND
    }


@measure(KIND, 45, describe_places)
def measure_places(context: ReadContext) -> Mapping[str, Measured]:
    """The settings that somebody chose last for their own place."""
    past = events(context.transaction, context.person)
    school, times = own_place(past), sum(isinstance(event, OwnPlaceSet) for event in past)
    if school is None:
        return {}
    exercises = [each.id for each in context.library.curriculum().exercises if each.kind == KIND]
    answers = {choice: _answer(choice, level) for choice, level in school.model_dump(mode="json").items()}
    return {of: Measured(answers, str(times)) for of in exercises}


def _answer(choice: str, level: str) -> str:
    """The id of a level, which is not the same for two choices."""
    return f"{choice}-{level}"
