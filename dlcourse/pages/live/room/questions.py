"""The page on which those who lead a session put questions to the whole room, and show how it answered."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.live.messages import console_topic
from dlcourse.domain.live.polls import CloseQuestion, LedPolls, PollsView, RoomQuestions, RoomQuestionsView
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.live import QUESTIONS_PAGE
from dlcourse.pages.live.room import questions_words as words
from dlcourse.pages.live.room.question_messages import PutOwn, PutQuestion, ask_room, open_question
from dlcourse.pages.live.room.questions_contents import QuestionForms, RoomQuestionProps, question_forms, question_props
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Done, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import LinkProps, PageProps, page_props


@dataclass(frozen=True)
class RoomQuestionsState:
    """The questions that were put to the room, and those of the course that can be."""

    query: LedPolls
    view: PollsView | None = None
    known: RoomQuestionsView | None = None
    saved: str = ""
    notice: CourseError | None = None


class RoomQuestionsProps(PageProps):
    """What the page draws. ``questions`` are the newest first; ``forms`` are None before they were looked up.

    A button that closes a question sends ``CloseQuestion`` with the ``cohort`` and the ``session``.
    """

    title: str
    lead: str
    back: LinkProps
    cohort: str
    session: str
    questions: list[RoomQuestionProps]
    empty: str
    forms: QuestionForms | None


def init(place: Raw) -> Step[RoomQuestionsState]:
    """Look at the questions. Raises a `CourseError` if the place names none."""
    named = {part: place.get(part, "") for part in ("cohort", "session")}
    query = decode(LedPolls, {TAG: "LedPolls", **named})
    return RoomQuestionsState(query), (See(query),)


def update(state: RoomQuestionsState, message: Any) -> Step[RoomQuestionsState]:
    """Put and close questions, and look again when somebody answers."""
    match message:
        case PutQuestion() | PutOwn() | Command():
            return _put(state, message)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(state.query),)
        case LookAgain() | Noticed():
            return state, (See(state.query),)
        case Seen(view=PollsView() as view):
            return _seen(state, view)
        case Seen(view=RoomQuestionsView() as known):
            return replace(state, known=known), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def _seen(state: RoomQuestionsState, view: PollsView) -> Step[RoomQuestionsState]:
    """Follow the session; what can be asked is looked up once."""
    follow = Watch(console_topic(state.query.cohort, state.query.session))
    return replace(state, view=view), (follow,) if state.known else (follow, See(RoomQuestions()))


def _put(state: RoomQuestionsState, message: PutQuestion | PutOwn | Command) -> Step[RoomQuestionsState]:
    try:
        command = _command(state.query, message)
    except CourseError as error:
        return replace(state, notice=error), ()
    return replace(state, notice=None), (Do(command),)


def _command(query: LedPolls, message: PutQuestion | PutOwn | Command) -> Command:
    match message:
        case PutQuestion():
            return open_question(message, query.cohort, query.session)
        case PutOwn():
            return ask_room(message, query.cohort, query.session)
        case _:
            return message


def props(state: RoomQuestionsState) -> RoomQuestionsProps:
    """What the page draws."""
    query, polls = state.query, state.view.polls if state.view else ()
    place = {"cohort": query.cohort, "session": query.session}
    return {
        **page_props(QUESTIONS_PAGE, place, saved=state.saved, notice=state.notice),
        "looks": True,
        "title": words.TITLE,
        "lead": words.LEAD,
        "back": {"to": f"cohort/{query.cohort}/live/{query.session}", "text": words.BACK, "note": ""},
        "cohort": query.cohort,
        "session": query.session,
        "questions": [question_props(card) for card in polls],
        "empty": words.NONE if state.view and not polls else "",
        "forms": question_forms(state.known) if state.known else None,
    }


KINDS = LookAgain, PutQuestion, PutOwn, CloseQuestion
PAGE = Page(QUESTIONS_PAGE, init, Takes("questions", KINDS), update, props, drafts=("room-question",))
