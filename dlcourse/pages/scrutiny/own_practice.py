"""A practice of one's own: written down part by part, then read through other people's eyes."""

from dataclasses import replace

from dlcourse.domain.scrutiny.messages import WORDS_LIMIT
from dlcourse.domain.scrutiny.own_practice import (
    EyesView,
    OwnPractice,
    OwnPracticeMove,
    OwnPracticeView,
    ReadAs,
    WriteDown,
)
from dlcourse.pages.fields import TextField, required_text, text
from dlcourse.pages.form import form
from dlcourse.pages.program import Props
from dlcourse.pages.scrutiny import words
from dlcourse.pages.single_view import single, untyped


def shown(view: OwnPracticeView) -> Props:
    """What the page draws."""
    return {"view": _view(view)}


def _view(view: OwnPracticeView) -> Props:
    return {
        "title": view.title,
        "note": view.note,
        "form": form(
            WriteDown,
            f"own-practice/{view.exercise}",
            _parts(view),
            fixed={"exercise": view.exercise},
            within="parts",
            submit=words.SAVE_CHANGES if view.written else words.SAVE,
        ),
        "paper": _paper(view),
        "said": words.OWN_SAVED if view.written else "",
        "eyes": {
            "title": view.eyes_title,
            "note": view.eyes_note if view.written else words.EYES_CLOSED,
            "list": [_eyes(each, view.exercise) for each in view.eyes] if view.written else [],
        },
    }


def _parts(view: OwnPracticeView) -> list[TextField]:
    """The parts to write down; something has to stand in the first one."""
    (first, said), *others = view.parts
    return [
        required_text(first.id, first.label, WORDS_LIMIT, first.hint, said),
        *(text(part.id, part.label, WORDS_LIMIT, part.hint, said) for part, said in others),
    ]


def _paper(view: OwnPracticeView) -> list[Props]:
    """What is written, as it stands on a printed page."""
    written = [(part.label, said) for part, said in view.parts]
    written += [(f"{each.eyes.name}: {each.eyes.question}", each.words) for each in view.eyes]
    return [{"name": name, "text": said} for name, said in written if said]


def _eyes(each: EyesView, exercise: str) -> Props:
    return {
        "name": each.eyes.name,
        "mark": words.WRITTEN if each.words else "",
        "sees": each.eyes.sees,
        "form": form(
            ReadAs,
            f"own-practice/{exercise}/{each.eyes.id}",
            [required_text("words", each.eyes.question, WORDS_LIMIT, value=each.words)],
            fixed={"exercise": exercise, "eyes": each.eyes.id},
            submit=words.SAVE_CHANGES if each.words else words.SAVE,
        ),
    }


FORMS = ("own-practice/",)
"""How the slots of the page's forms begin."""
PAGE = replace(
    single("own-practice", OwnPractice, OwnPracticeMove, OwnPracticeView, untyped("own-practice", shown)), drafts=FORMS
)
