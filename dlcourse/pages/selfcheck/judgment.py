"""The page of the situational judgment task: one situation after the other, then the key and the result in words."""

from dataclasses import replace
from typing import TypedDict

from dlcourse.domain.selfcheck.judgment import REASON_LIMIT, Judge, JudgedSituation, Judging, JudgingView, Time
from dlcourse.domain.selfcheck.judgment_forms import CourseOfAction, JudgmentSituation
from dlcourse.pages.fields import choice, options, text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.props import MeasureProps, NamedText, PageProps, TextTable
from dlcourse.pages.selfcheck import judgment_words as words
from dlcourse.pages.single_view import SingleState, single, single_props


class SituationToJudge(TypedDict):
    """The situation to answer now (HTML), and the form for it."""

    id: str
    title: str
    html: str
    form: FormProps


class JudgedAction(TypedDict):
    """A course of action and why it is stronger or weaker (HTML); ``marks`` say if it is the strongest, or chosen."""

    id: str
    html: str
    reason: str
    marks: list[str]


class JudgedProps(TypedDict):
    """An answered situation (HTML), with one's own words and what it is about.

    ``actions`` is empty until all situations are answered.
    """

    id: str
    title: str
    html: str
    own: list[NamedText]
    actions: list[JudgedAction]


class JudgedList(TypedDict):
    """The answered situations."""

    title: str
    cards: list[JudgedProps]


class JudgingResult(TypedDict):
    """The result in sentences, as small bars, and place by place; ``table`` is None until both forms are complete."""

    title: str
    sentences: list[str]
    bars: list[MeasureProps]
    table: TextTable | None


class JudgingContents(TypedDict):
    """The form so far: either ``now`` asks for an answer, or ``result`` is there. ``said`` tells that one was saved."""

    title: str
    note: str
    progress: MeasureProps
    said: str
    now: SituationToJudge | None
    result: JudgingResult | None
    list: JudgedList


class JudgmentProps(PageProps):
    """The props of the page; without contents until the form has loaded."""

    view: JudgingContents | None


def props(state: SingleState[JudgingView]) -> JudgmentProps:
    """What the page draws."""
    frame, view = single_props("judgment", state), state.view
    if view is None:
        return {**frame, "view": None}
    so_far = words.SO_FAR.format(count=len(view.judged), all=view.all)
    return {**frame, "so_far": so_far, "share": len(view.judged) / view.all, "view": _contents(view)}


def _contents(view: JudgingView) -> JudgingContents:
    count = len(view.judged)
    return {
        "title": view.title,
        "note": view.note,
        "progress": {
            "label": words.ANSWERED,
            "text": words.ANSWERED_OF_ALL.format(count=count, all=view.all),
            "value": count,
            "max": view.all,
        },
        "said": words.LOCKED if view.next and count else "",
        "now": _now(view.next, view) if view.next else None,
        "result": None if view.next else _result(view),
        "list": {
            "title": words.YOUR_ANSWERS if view.next else words.WHAT_SPEAKS,
            "cards": [_judged(each, number, view) for number, each in enumerate(view.judged, 1)],
        },
    }


def _now(situation: JudgmentSituation, view: JudgingView) -> SituationToJudge:
    actions = options((each.id, each.text) for each in situation.actions)
    reason = text("words", words.REASON, REASON_LIMIT, words.REASON_HINT)
    return {
        "id": situation.id,
        "title": words.SITUATION.format(number=len(view.judged) + 1, all=view.all),
        "html": html(situation.text),
        "form": form(
            Judge,
            f"{FORMS[0]}{view.exercise}/{view.time}/{situation.id}",
            [choice("answer", view.ask, actions), reason],
            fixed={"exercise": view.exercise, "time": view.time, "situation": situation.id},
            submit=words.SUBMIT,
        ),
    }


def _judged(each: JudgedSituation, number: int, view: JudgingView) -> JudgedProps:
    situation = each.situation
    chosen = [NamedText(name=words.YOUR_ANSWER, text=one.text) for one in situation.actions if one.id == each.answer]
    about = [NamedText(name=words.ABOUT, text=f"{each.idea} ({situation.principle})")]
    reason = [NamedText(name=words.YOUR_REASON, text=each.words)] if each.words else []
    return {
        "id": situation.id,
        "title": words.SITUATION.format(number=number, all=view.all),
        "html": html(situation.text),
        "own": [*chosen, *reason] if view.next else [*about, *reason],
        "actions": [] if view.next else [_action(one, each) for one in situation.actions],
    }


def _action(action: CourseOfAction, each: JudgedSituation) -> JudgedAction:
    marks = {words.STRONGEST: each.situation.best, words.CHOSEN: each.answer}
    return {
        "id": action.id,
        "html": inline(action.text),
        "reason": inline(action.reason),
        "marks": [mark for mark, marked in marks.items() if marked == action.id],
    }


def _result(view: JudgingView) -> JudgingResult:
    counts: dict[Time, int | None] = {"before": view.before, "after": view.after}
    rows = idea_rows(view)
    no_first = [words.NO_FIRST] if view.time == "after" and view.before is None else []
    return {
        "title": words.RESULT,
        "sentences": [result_sentence(view), words.CAREFUL, *no_first, words.KEEP_TO_YOURSELF],
        "bars": [_bar(words.TIMES[time], count, view.all) for time, count in counts.items() if count is not None],
        "table": {"title": words.PLACE_BY_PLACE, "columns": list(words.COLUMNS), "rows": rows} if rows else None,
    }


def _bar(label: str, count: int, most: int) -> MeasureProps:
    return {"label": label, "text": words.SO_FAR.format(count=count, all=most), "value": count, "max": most}


def result_sentence(view: JudgingView) -> str:
    """How many answers were the strongest, at both times if both are complete."""
    if view.before is not None and view.after is not None:
        return words.BOTH_RESULTS.format(before=view.before, after=view.after, all=view.all)
    count = view.after if view.before is None else view.before
    return words.ONE_RESULT.format(count=count, all=view.all)


def idea_rows(view: JudgingView) -> list[list[str]]:
    """What each place was about, and how it was answered before and after; empty until both are complete."""
    return [[each.idea, words.CHOICES[each.before], words.CHOICES[each.after]] for each in view.both]


FORMS = ("judgment/",)
"""How the slots of the page's forms begin."""
PAGE = replace(single("judgment", Judging, Judge, JudgingView, props), drafts=FORMS)
