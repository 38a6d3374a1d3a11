"""The questions that were put to a room, with counts, and the forms that put another one."""

from textwrap import shorten
from typing import TypedDict

from dlcourse.domain.live.polls import FEWEST, PollCard, RoomQuestionsView, SourcedQuestion
from dlcourse.domain.roleplay.messages import WORDS_LIMIT
from dlcourse.pages.fields import FormOption, plain_options, required_text, select, text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.live.room import questions_words as words
from dlcourse.pages.live.room.figures_contents import FigureBar
from dlcourse.pages.live.room.question_messages import MOST_LINES, PutOwn, PutQuestion

LABEL = 70
"""Characters of a question in the menu. The whole question is shown once it is chosen."""


class RoomQuestionProps(TypedDict):
    """A question that was put to the room. ``close`` is the label of the button that closes it; empty if it is closed.

    ``bars`` count the answers; before they may be shown, ``answers`` are only listed.
    """

    number: int
    ask: str
    about: str
    state: str
    note: str
    answers: list[str]
    bars: list[FigureBar]
    why: str
    close: str


class QuestionForms(TypedDict):
    """The forms that put a question: one of the course, or one of one's own."""

    title: str
    form: FormProps
    own_title: str
    own: FormProps


def question_forms(view: RoomQuestionsView) -> QuestionForms:
    """The forms. A question of the course is chosen from a menu."""
    menu = select("which", words.WHICH, words.CHOOSE, [_option(each) for each in view.questions])
    own = [
        required_text("words", words.OWN, WORDS_LIMIT, words.OWN_HINT),
        text("lines", words.ANSWERS, MOST_LINES, words.ANSWERS_HINT),
    ]
    return {
        "title": words.PUT_TITLE,
        "form": form(PutQuestion, "put-question", [menu], submit=words.PUT),
        "own_title": words.OWN_TITLE,
        "own": form(PutOwn, "room-question", own, submit=words.PUT),
    }


def _option(each: SourcedQuestion) -> FormOption:
    label = f"{each.heading}: {shorten(each.ask, LABEL, placeholder=' …')}"
    (option,) = plain_options([(f"{each.source} {each.question}", label)])
    (about,) = plain_options([("", each.ask)])
    return {**option, "about": about["html"]}


def question_props(card: PollCard) -> RoomQuestionProps:
    """A question with what may be known of its answers."""
    return {
        "number": card.number,
        "ask": card.ask,
        "about": card.about,
        "state": f"{words.OPEN_NOW if card.open else words.CLOSED}. {words.ANSWERED.of(card.answered)}.",
        "note": _note(card),
        "answers": [] if card.counts else [answer.text for answer in card.answers],
        "bars": _bars(card, card.counts) if card.counts else [],
        "why": card.why,
        "close": words.CLOSE if card.open else "",
    }


def _note(card: PollCard) -> str:
    if not card.answers:
        return words.WRITTEN
    if card.open:
        return words.LATER.format(fewest=FEWEST)
    return "" if card.counts else words.TOO_FEW.format(fewest=FEWEST)


def _bars(card: PollCard, counts: dict[str, int]) -> list[FigureBar]:
    whole = sum(counts.values())
    return [
        {
            "label": answer.text,
            "mark": words.FITS if answer.id in card.fits else "",
            "text": words.COUNT.format(count=counts.get(answer.id, 0), all=whole),
            "share": counts.get(answer.id, 0) / whole,
            "kind": "best" if answer.id in card.fits else "other",
        }
        for answer in card.answers
    ]
