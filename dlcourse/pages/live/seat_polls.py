"""Questions to the whole room, as one seat sees them: the form that answers, and what one has answered oneself."""

from collections.abc import Iterable
from typing import TypedDict

from dlcourse.domain.live.polls import FEWEST, AnswerRoom, PollCard
from dlcourse.domain.live.seat_views import LiveSeatView
from dlcourse.domain.roleplay.messages import WORDS_LIMIT
from dlcourse.pages.fields import choice, plain_options, required_text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.live import words


class OwnAnswer(TypedDict):
    """What one has answered, which nobody else is shown. A question that is ``open`` is shown in every phase."""

    number: int
    title: str
    ask: str
    answer: str
    note: str
    open: bool


def answer_form(view: LiveSeatView, poll: PollCard) -> FormProps:
    """The form that answers a question to the whole room."""
    fixed = {"session": view.session, "number": poll.number}
    pairs = ((answer.id, answer.text) for answer in poll.answers)
    field = (
        choice("answer", poll.about or poll.ask, plain_options(pairs))
        if poll.answers
        else required_text("words", poll.ask, WORDS_LIMIT)
    )
    return form(AnswerRoom, f"live/{view.session}/answer/{poll.number}", [field], fixed=fixed, submit=words.ANSWER)


def own_answers(polls: Iterable[PollCard]) -> list[OwnAnswer]:
    """One's own answers to questions of which no counts are shown: the newest question first."""
    return [_own_answer(poll) for poll in polls if poll.mine and poll.counts is None]


def _own_answer(poll: PollCard) -> OwnAnswer:
    chosen = next((answer.text for answer in poll.answers if answer.id == poll.mine), poll.mine)
    later = words.COUNTS_LATER.format(fewest=FEWEST) if poll.open else ""
    return {
        "number": poll.number,
        "title": words.YOUR_ANSWER,
        "ask": poll.about or poll.ask,
        "answer": chosen,
        "note": later if poll.answers else words.ONLY_YOU,
        "open": poll.open,
    }
