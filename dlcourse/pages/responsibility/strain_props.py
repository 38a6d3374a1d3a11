"""The strain test and the accountability trace as they are drawn."""

from typing import TypedDict

from dlcourse.domain.responsibility.messages import ANSWER, SayWhatChanged, TryStrain
from dlcourse.domain.responsibility.views import ResponsibilityView, StrainView
from dlcourse.domain.trace import Traced
from dlcourse.pages.fields import plain_options, required_text, select
from dlcourse.pages.form import FormProps, form, form_of_ways, way
from dlcourse.pages.props import NamedText
from dlcourse.pages.responsibility import words
from dlcourse.pages.responsibility.share_props import SLOT


class StrainResult(TypedDict):
    """A strain test: what happens, what was expected, where it breaks, what holds, and when it was tried (ISO 8601)."""

    title: str
    expected: str
    breaks: list[str]
    holds: str
    at: str


class StrainProps(TypedDict):
    """The strain test; ``form`` is None while there is nothing on the map."""

    title: str
    note: str
    form: FormProps | None
    mend: str
    results: list[StrainResult]


class TracedProps(TypedDict):
    """A decision in the trace. ``gaps`` say what is missing; ``form`` asks what it changed, if nobody has said so."""

    id: str
    kind: str
    what: str
    lines: list[NamedText]
    gaps: list[str]
    form: FormProps | None


class TraceProps(TypedDict):
    """The accountability trace."""

    title: str
    note: str
    list: list[TracedProps]


def strain_props(view: ResponsibilityView) -> StrainProps:
    """The strain test with its results, the newest first."""
    return {
        "title": words.STRAIN,
        "note": words.STRAIN_NOTE,
        "form": _strain_form(view) if view.shares else None,
        "mend": words.MEND if any(strain.breaks for strain in view.strains) else "",
        "results": [_result(strain) for strain in view.strains],
    }


def trace_props(view: ResponsibilityView) -> TraceProps:
    """The trace, the newest decision first."""
    note = words.TRACE_NOTE if view.trace else words.NO_TRACE
    return {"title": words.TRACE, "note": note, "list": [_traced(each) for each in view.trace]}


def _strain_form(view: ResponsibilityView) -> FormProps:
    expect = required_text("expect", words.EXPECT_ASK, ANSWER)
    who = select("who", words.WHO_ASK, words.CHOOSE, plain_options((name, name) for name in view.people))
    ways = [
        way("away", words.AWAY[0], TryStrain, {"kind": "away"}, [who, expect], hint=words.AWAY[1]),
        way("cut", words.CUT[0], TryStrain, {"kind": "cut"}, [expect], hint=words.CUT[1]),
    ]
    offered = ways if view.people else ways[1:]
    return form_of_ways(f"{SLOT}strain", offered, legend=words.STRAIN_WAYS, note="", submit=words.TEST, leave="")


def _result(strain: StrainView) -> StrainResult:
    breaks = [words.BREAKS[each.kind].format(share=each.share, about=each.about) for each in strain.breaks]
    return {
        "title": words.AFTER_CUT if strain.kind == "cut" else words.WITHOUT.format(who=strain.who),
        "expected": words.EXPECTED.format(expect=strain.expect) if strain.expect else "",
        "breaks": breaks or [words.NOTHING_BREAKS],
        "holds": words.HOLDS.format(shares="; ".join(strain.holds)) if breaks and strain.holds else "",
        "at": strain.at,
    }


def _traced(each: Traced) -> TracedProps:
    lines: list[NamedText] = [{"name": words.RESTS_ON, "text": said} for said in each.contributed]
    lines += [{"name": words.ANSWERS, "text": each.answers}] if each.answers else []
    lines += [{"name": words.CHANGED, "text": each.changed}] if each.changed else []
    return {
        "id": each.id,
        "kind": each.kind,
        "what": each.what,
        "lines": lines,
        "gaps": [words.TRACE_GAPS[gap] for gap in each.gaps],
        "form": _change_form(each) if "changed" in each.gaps else None,
    }


def _change_form(each: Traced) -> FormProps:
    return form(
        SayWhatChanged,
        f"{SLOT}changed/{each.id}",
        [required_text("words", words.CHANGE_ASK, ANSWER)],
        fixed={"traced": each.id},
        submit=words.SAVE,
    )
