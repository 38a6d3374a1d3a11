"""What a scrutiny round asks of somebody now: take a seat, open, sort, comment, say what was learned, close."""

from dlcourse.domain.scrutiny.messages import WORDS_LIMIT, Comment, PostPractice, SayLearned, Temper
from dlcourse.domain.scrutiny.round_view import Heard, InCircle, ScrutinyView
from dlcourse.pages.fields import FormOption, TextField, choice, required_text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.program import Props
from dlcourse.pages.scrutiny.round_props import TEMPERS, asked, me, opened, seats_form, verdict
from dlcourse.pages.words import counted

GUIDE = (
    "Is there a sentence, a moment or a number in it that you really read or saw?",
    "Is it about what is done, and not about what somebody is like?",
    "Does it answer what was asked for?",
)
"""What makes a comment useful, to hold beside one's own."""
EXPLAINED: dict[Temper, str] = {
    "warm": "It says what works, and one can use it.",
    "cool": "It says what puzzles or could be otherwise, and one can use it.",
    "neither": "Praise, blame or advice that one cannot use.",
}
NOT_READ = "The people in this circle are written, and nobody reads what you write here. It is kept for you alone."


def what_now(view: ScrutinyView) -> str:
    """What is to be done now."""
    if view.stage in {"begin", "post"}:
        return view.stage
    if _unsorted(view):
        return "sort"
    if _asking(view):
        return "comment"
    if not me(view).learned:
        return "learned" if _may_learn(view) else "wait"
    return "end" if view.stage == "closed" else "close"


def task(view: ScrutinyView) -> Props:
    """What is to be done now, with all that it needs; ``key`` tells one from the next."""
    kind = what_now(view)
    made = {
        "begin": _to_begin,
        "post": _to_post,
        "sort": _to_sort,
        "comment": _to_comment,
        "learned": _to_learn,
        "close": _to_close,
        "wait": _to_wait,
        "end": _to_end,
    }[kind](view)
    return {"key": kind, "kind": kind, **made}


def _to_begin(view: ScrutinyView) -> Props:
    return {"heading": "Take a seat in the circle", "note": NOT_READ, "form": seats_form(view)}


def _to_post(view: ScrutinyView) -> Props:
    first = "Yours is the first. Nobody else opens anything before you have."
    later = "The leader's is open. Now comes yours, and the others open theirs."
    return {
        "heading": "Open your practice",
        "note": first if view.leads else later,
        "reading": {"title": view.own.title, "html": html(view.own.text)} if view.own else None,
        "form": _practice_form(view),
    }


def _practice_form(view: ScrutinyView) -> FormProps:
    asks: list[FormOption] = [
        {"value": ask.id, "html": inline(ask.name), "about": inline(ask.example)} for ask in view.asks
    ]
    hint = "What do you want to hear, and what do you want to keep?"
    return form(
        PostPractice,
        _slot(view, "post"),
        [
            choice("ask", "What do you ask the others for?", asks),
            *([] if view.own else [_text("words", "What do you do?", "As somebody at the door would see it.")]),
            _text("question", "Put it in your own words", hint),
        ],
        fixed=_fixed(view),
        submit="Open it",
    )


def _to_sort(view: ScrutinyView) -> Props:
    waiting = _unsorted(view)
    heard = waiting[0]
    whole = [said for said in _received(view) if said.remark]
    done = len(whole) - len(waiting)
    last = next((said for said in whole if said.remark == view.last_sorted), None)
    return {
        "key": f"sort {heard.remark}",
        "heading": "What did you get here?",
        "note": f"From {heard.by}" if heard.by else "",
        "quote": html(heard.text),
        "progress": {
            "label": "Remarks sorted",
            "text": f"{done} of {counted(len(whole), 'remark', 'remarks')} sorted",
            "value": done,
            "max": len(whole),
        },
        "buttons": [
            {
                "text": TEMPERS[temper],
                "note": EXPLAINED[temper],
                "message": {"say": "SortRemark", **_fixed(view), "remark": heard.remark, "temper": temper},
            }
            for temper in TEMPERS
        ],
        "last": {"title": "The one before", **verdict(last)} if last else None,
    }


def _to_comment(view: ScrutinyView) -> Props:
    other = _asking(view)[0]
    return {
        "key": f"comment {other.id}",
        "heading": f"{other.name.split(',')[0]} asks you for a comment",
        "note": NOT_READ,
        "reading": opened(other, view),
        "form": _comment_form(view, other),
    }


def _comment_form(view: ScrutinyView, other: InCircle) -> FormProps:
    return form(
        Comment,
        _slot(view, f"comment/{other.id}"),
        [
            _text("warm", "Warm: what works, and how can you tell?"),
            _text(
                "cool",
                "Cool: what puzzles you, or what could be tried?",
                f"What was asked for: {asked(other, view)}",
            ),
        ],
        fixed={**_fixed(view), "to": other.id},
        guide={"title": "Before you give it, hold it against three questions", "list": list(GUIDE)},
        submit="Give the comment",
    )


def _to_learn(view: ScrutinyView) -> Props:
    return {
        "heading": "Say to the circle what you learned",
        "note": "You need not answer each remark, and you need not defend yourself. What did you hear that you did not "
        "know? And what will you try, small enough for next week?",
        "form": form(
            SayLearned,
            _slot(view, "learned"),
            [
                _text("learned", "What I learned"),
                _text("trying", "What I will try, and who will see whether I do"),
            ],
            fixed=_fixed(view),
            submit="Say it",
        ),
    }


def _to_close(view: ScrutinyView) -> Props:
    ready = view.leads and view.balanced
    return {
        "heading": "Close the round" if ready else "The round is still open",
        "note": "Every member has given and received, you included. As the leader you may close it."
        if ready
        else "It can be closed once every member has both given and received.",
        "buttons": [{"text": "Close the round", "note": "", "message": {"say": "CloseRound", **_fixed(view)}}]
        if ready
        else [],
    }


def _to_wait(view: ScrutinyView) -> Props:
    note = (
        "The comments are handed out together, as soon as every member has both given and received."
        if view.anonymous
        else "Nobody has commented on your practice yet."
    )
    return {"heading": "Now the others", "note": note, "buttons": []}


def _to_end(view: ScrutinyView) -> Props:  # noqa: ARG001 (each task is made of the view)
    return {
        "heading": "The round is closed",
        "note": "Every member has given and received, the leader too. Below stands what was said, how it was balanced, "
        "and what each of those took away who said so.",
        "buttons": [],
    }


def _received(view: ScrutinyView) -> tuple[Heard, ...]:
    practice = me(view).practice
    return practice.heard if practice else ()


def _unsorted(view: ScrutinyView) -> list[Heard]:
    return [said for said in _received(view) if said.remark and said.taken_for is None]


def _asking(view: ScrutinyView) -> list[InCircle]:
    """Who waits for a comment of mine, in the circle's order."""
    return [
        other
        for other in view.members
        if other.asks_you and other.may_comment and not (other.practice and other.practice.mine)
    ]


def _may_learn(view: ScrutinyView) -> bool:
    return bool(_received(view))


def _fixed(view: ScrutinyView) -> Props:
    return {"exercise": view.exercise, "round": view.round}


def _slot(view: ScrutinyView, task_key: str) -> str:
    return f"scrutiny/{view.exercise}/{view.round}/{task_key}"


def _text(name: str, label: str, hint: str = "") -> TextField:
    return required_text(name, label, WORDS_LIMIT, hint)
