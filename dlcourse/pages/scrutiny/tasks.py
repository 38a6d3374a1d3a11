"""What a scrutiny round asks of somebody now: take a seat, open, sort, comment, say what was learned, close."""

from dlcourse.domain.scrutiny.messages import WORDS_LIMIT, Comment, PostPractice, SayLearned
from dlcourse.domain.scrutiny.round_view import Heard, InCircle, ScrutinyView
from dlcourse.pages.fields import FormOption, TextField, choice, required_text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.program import Props
from dlcourse.pages.scrutiny import words
from dlcourse.pages.scrutiny.round_props import asked, me, opened, seats_form, verdict
from dlcourse.pages.words import counted


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
    return {"heading": words.BEGIN, "note": words.NOT_READ, "form": seats_form(view)}


def _to_post(view: ScrutinyView) -> Props:
    first = words.POST_FIRST
    later = words.POST_LATER
    return {
        "heading": words.OPEN_YOUR_PRACTICE,
        "note": first if view.leads else later,
        "reading": {"title": view.own.title, "html": html(view.own.text)} if view.own else None,
        "form": _practice_form(view),
    }


def _practice_form(view: ScrutinyView) -> FormProps:
    asks: list[FormOption] = [
        {"value": ask.id, "html": inline(ask.name), "about": inline(ask.example)} for ask in view.asks
    ]
    hint = words.OWN_QUESTION_HINT
    return form(
        PostPractice,
        _slot(view, "post"),
        [
            choice("ask", words.WHICH_ASK, asks),
            *([] if view.own else [_text("words", words.OWN_PRACTICE, words.OWN_PRACTICE_HINT)]),
            _text("question", words.OWN_QUESTION, hint),
        ],
        fixed=_fixed(view),
        submit=words.OPEN_IT,
    )


def _to_sort(view: ScrutinyView) -> Props:
    waiting = _unsorted(view)
    heard = waiting[0]
    whole = [said for said in _received(view) if said.remark]
    done = len(whole) - len(waiting)
    last = next((said for said in whole if said.remark == view.last_sorted), None)
    return {
        "key": f"sort {heard.remark}",
        "heading": words.SORT_HEADING,
        "note": words.FROM_WHOM.format(by=heard.by) if heard.by else "",
        "quote": html(heard.text),
        "progress": {
            "label": words.REMARKS_SORTED,
            "text": words.SORTED_OF_ALL.format(done=done, remarks=counted(len(whole), "remark", "remarks")),
            "value": done,
            "max": len(whole),
        },
        "buttons": [
            {
                "text": words.TEMPERS[temper],
                "note": words.EXPLAINED[temper],
                "message": {"say": "SortRemark", **_fixed(view), "remark": heard.remark, "temper": temper},
            }
            for temper in words.TEMPERS
        ],
        "last": {"title": words.SORTED_BEFORE, **verdict(last)} if last else None,
    }


def _to_comment(view: ScrutinyView) -> Props:
    other = _asking(view)[0]
    return {
        "key": f"comment {other.id}",
        "heading": words.COMMENT_HEADING.format(name=other.name.split(",")[0]),
        "note": words.NOT_READ,
        "reading": opened(other, view),
        "form": _comment_form(view, other),
    }


def _comment_form(view: ScrutinyView, other: InCircle) -> FormProps:
    return form(
        Comment,
        _slot(view, f"comment/{other.id}"),
        [
            _text("warm", words.WARM_LABEL),
            _text(
                "cool",
                words.COOL_LABEL,
                words.ASKED_FOR.format(ask=asked(other, view)),
            ),
        ],
        fixed={**_fixed(view), "to": other.id},
        guide={"title": words.GUIDE_TITLE, "list": list(words.GUIDE)},
        submit=words.GIVE_THE_COMMENT,
    )


def _to_learn(view: ScrutinyView) -> Props:
    return {
        "heading": words.LEARNED_HEADING,
        "note": words.LEARNED_NOTE,
        "form": form(
            SayLearned,
            _slot(view, "learned"),
            [
                _text("learned", words.WHAT_I_LEARNED),
                _text("trying", words.WHAT_I_WILL_TRY),
            ],
            fixed=_fixed(view),
            submit=words.SAY_IT,
        ),
    }


def _to_close(view: ScrutinyView) -> Props:
    ready = view.leads and view.balanced
    return {
        "heading": words.CLOSE_THE_ROUND if ready else words.STILL_OPEN,
        "note": words.MAY_CLOSE if ready else words.MAY_NOT_CLOSE,
        "buttons": [{"text": words.CLOSE_THE_ROUND, "note": "", "message": {"say": "CloseRound", **_fixed(view)}}]
        if ready
        else [],
    }


def _to_wait(view: ScrutinyView) -> Props:
    note = words.WAIT_WITHOUT_NAMES if view.anonymous else words.WAIT_WITH_NAMES
    return {"heading": words.WAIT, "note": note, "buttons": []}


def _to_end(view: ScrutinyView) -> Props:  # noqa: ARG001 (each task is made of the view)
    return {
        "heading": words.CLOSED,
        "note": words.CLOSED_NOTE,
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
