"""The page of a worked example: the example as it stands now, and the line that is to be mended next."""

from dataclasses import replace
from typing import TypedDict

from dlcourse.domain.worked_example.mending import LineView, Mending, MendingView, MendLine
from dlcourse.pages.fields import choice, options
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.markdown import html, inline
from dlcourse.pages.props import PageProps
from dlcourse.pages.single_view import SingleState, single, single_props

MENDED_OF_ALL = "{done} of {all} lines mended"
ASK = "How would you put it?"
CHOOSE = "Put it this way"
MENDED = "Mended"
NOT_YET = "Not this one. {why}"


class ExampleLineProps(TypedDict):
    """A line as it stands (HTML). ``before`` is what stood there if it was mended, ``why`` is told about the change."""

    id: str
    label: str
    html: str
    before: str
    mark: str
    why: str


class LineToMend(TypedDict):
    """The line to mend now (HTML), what was said about the last try, and the form. ``key`` changes with the line."""

    key: str
    title: str
    html: str
    told: str
    form: FormProps


class ExampleContents(TypedDict):
    """The example: its lines, the one to mend now (None once all are mended), and then what follows from it (HTML)."""

    title: str
    note: str
    progress: str
    lines: list[ExampleLineProps]
    now: LineToMend | None
    after: str


class WorkedExampleProps(PageProps):
    """What the page draws; nothing of its own until the example was loaded."""

    heading: str
    view: ExampleContents | None


def props(state: SingleState[MendingView]) -> WorkedExampleProps:
    """What the page draws."""
    frame, view = single_props("worked-example", state), state.view
    if view is None:
        return {**frame, "heading": "", "view": None}
    done = sum(line.mended for line in view.lines)
    so_far = f"{done} of {len(view.lines)}"
    heading = f"{view.next.id} {view.next.tries}" if view.next else "after"
    return {**frame, "heading": heading, "so_far": so_far, "share": done / len(view.lines), "view": _contents(view)}


def _contents(view: MendingView) -> ExampleContents:
    done = sum(line.mended for line in view.lines)
    return {
        "title": view.title,
        "note": html(view.note),
        "progress": MENDED_OF_ALL.format(done=done, all=len(view.lines)),
        "lines": [_line(line) for line in view.lines],
        "now": _now(view.next, view) if view.next else None,
        "after": html(view.after),
    }


def _line(line: LineView) -> ExampleLineProps:
    texts = {each.id: each.text for each in line.choices}
    text = texts[line.chosen] if line.mended else line.text
    return {
        "id": line.id,
        "label": line.label,
        "html": inline(text),
        "before": inline(line.text) if line.mended and text != line.text else "",
        "mark": MENDED if line.mended else "",
        "why": inline(line.why) if line.mended else "",
    }


def _now(line: LineView, view: MendingView) -> LineToMend:
    return {
        "key": line.id,
        "title": line.label,
        "html": inline(line.text),
        "told": inline(NOT_YET.format(why=line.why)) if line.tries else "",
        "form": form(
            MendLine,
            f"worked-example/{view.exercise}/{line.id}",
            [choice("choice", ASK, options((each.id, each.text) for each in line.choices))],
            fixed={"exercise": view.exercise, "line": line.id},
            submit=CHOOSE,
        ),
    }


PAGE = replace(single("worked-example", Mending, MendLine, MendingView, props), drafts=("worked-example/",))
