"""A question of the course that can be put to a whole room at once."""

from dlcourse.domain.speech import Value


class RoomAnswer(Value):
    """An answer that can be chosen."""

    id: str
    text: str


class RoomQuestion(Value):
    """A question: people choose one of the ``answers``, or write for themselves if there are none.

    ``about`` is what it is about, such as a situation. ``fits`` are the answers that fit, for the reason ``why``; they
    are shown once the question is closed, and empty where no answer is wrong.
    """

    ask: str
    about: str = ""
    answers: tuple[RoomAnswer, ...] = ()
    fits: tuple[str, ...] = ()
    why: str = ""
