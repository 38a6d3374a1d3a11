"""What is wrong in a text, in the words of the form: by labels and names, without ids or the words of the file.

`dlcourse check` says the same to people who write the file itself.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dlcourse.domain.roleplay.studio.messages import TextRemark
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.fields import FIELDS, StudioField
from dlcourse.pages.roleplay.studio.form_props import RemarkKind
from dlcourse.pages.roleplay.studio.left import words as plain_words
from dlcourse.pages.roleplay.studio.naming import field_at, items_in, known_names

_LAW = re.compile(r"\s*\(H\d\)|H\d fails\. ")
_WRONG = re.compile(r"^(?:item \d+ of )?'[^']*' should be ")
_QUOTED = re.compile(r"'([^']+)'")
_UNKNOWN = re.compile(r"^there is no (\w+) (.*)$", re.DOTALL)
_ONLY_WITH_MEETING = {"options", "facts", "best", "profile", "decoy"}


def kind_of(remark: TextRemark, contents: Mapping[str, Any]) -> RemarkKind:
    """Whether it is something that has still to be written or chosen, an error, or a note."""
    missing = remark.code == "shape" and remark.error and _is_empty(remark, contents)
    if missing or remark.code in {"stand-in", "leads-to-gap"}:
        return "todo"
    return "error" if remark.error else "note"


def in_words(remark: TextRemark, contents: Mapping[str, Any]) -> str:
    """What is wrong and what to do about it."""
    if remark.code == "shape":
        return _shape(remark, contents)
    own = _OWN.get(remark.code)
    return own(remark, contents) if own else _named(f"{remark.message}. {remark.remedy}", contents)


def field_of(contents: Any, path: Sequence[str | int], part: str = "scenario") -> StudioField | None:
    """The innermost field of the form at this path; None if the form has none there."""
    found = field_at(part, contents, path)
    if found is None or len(path) == 1:
        return found
    if found.kind == "group":
        return FIELDS[found.of].get(str(path[1]))
    if found.kind != "parts":
        return found
    listed, at = contents.get(path[0]), int(path[1])
    item = listed[at] if isinstance(listed, list) and at < len(listed) else {}
    return field_of(item, path[2:], found.of) if len(path) > 2 else None


def _is_empty(remark: TextRemark, contents: Any) -> bool:
    """Whether nothing is there yet, in a place that the form has."""
    here = contents
    for step in remark.path:
        if isinstance(here, dict):
            here = here.get(step)
        else:
            here = here[step] if isinstance(here, list) and isinstance(step, int) and step < len(here) else None
    return here in ("", None, [], {}) and field_of(contents, remark.path) is not None


def _shape(remark: TextRemark, contents: Mapping[str, Any]) -> str:
    """What does not fit the schema: something empty, or something that belongs elsewhere."""
    if _is_empty(remark, contents):
        field = field_of(contents, remark.path)
        return plain_words.STILL.get(str(remark.path[-1])) or plain_words.STILL_BY_KIND[field.kind if field else "line"]
    if remark.path == ("decoy",) and "is named both" in remark.message:
        return plain_words.SAME_AS_BEST
    if len(remark.path) == 1 and remark.path[0] in _ONLY_WITH_MEETING and "no scene is a panel" in remark.message:
        return plain_words.NO_USE
    if remark.path[:1] == ("scenes",) and len(remark.path) == 2 and "another" in remark.message:
        return plain_words.SECOND_MEETING
    field = field_of(contents, remark.path)
    if field and _WRONG.match(remark.message):
        wanted = (
            plain_words.STILL.get(str(remark.path[-1]))
            if field.kind == "parts"
            else plain_words.WANTED_BY_KIND.get(field.kind)
        )
        if field.kind == "number" and "whole number" in remark.message:
            wanted = plain_words.STILL_BY_KIND["number"]
        return wanted or _named(f"{_WRONG.sub(plain_words.SHOULD_BE, remark.message)}. {remark.remedy}", contents)
    return _labelled(f"{remark.message}. {remark.remedy}", remark, contents)


def _labelled(text: str, remark: TextRemark, contents: Mapping[str, Any]) -> str:
    """The text with the labels of fields in place of their names in the file."""
    labels = {step: found.label for part in FIELDS.values() for step, found in part.items()} | {"roles": "People"}
    near = {name: found.label for name, found in FIELDS["indicator"].items()} if "indicators" in remark.path else {}
    return _named(text, contents, {**labels, **near})


def _named(text: str, contents: Mapping[str, Any], others: Mapping[str, str] | None = None) -> str:
    """The text with names in place of ids, as a sentence."""
    known = {**(others or {}), **known_names(contents)}

    def name(found: re.Match[str]) -> str:
        return f"“{known.get(found[1], found[1])}”"

    return _sentence(_QUOTED.sub(name, _LAW.sub("", text)).replace("the panel ", "the meeting "))


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:]


def _unknown(remark: TextRemark, contents: Mapping[str, Any]) -> str:
    """A name that nothing has. The nearest one is offered, if there is one."""
    if "held_by" in remark.path:
        return plain_words.GONE_HOLDER
    found = _UNKNOWN.match(remark.message)
    offered = remark.remedy if remark.remedy.startswith("Did you mean") else plain_words.CHOOSE_AGAIN
    what = words.PART.get(found[1], found[1]).lower() if found else ""
    return _named(f"{plain_words.GONE.format(part=what)} {offered}", contents) if found else plain_words.CHOOSE_AGAIN


def _without_part(remark: TextRemark, contents: Mapping[str, Any]) -> str:
    """A person whom nobody needs, because the others find the best option alone."""
    roles, at = items_in(contents, "roles"), remark.path[1]
    person = roles[at] if isinstance(at, int) and at < len(roles) else {}
    name = str(person.get("name") or plain_words.SOMEBODY).partition(",")[0]
    best = known_names(contents).get(str(contents.get("best")), plain_words.BEST_OPTION)
    return plain_words.WITHOUT_PART.format(name=name, best=best)


def _deciders(remark: TextRemark, contents: Mapping[str, Any]) -> str:
    nobody = remark.message == "no role decides"
    return (
        plain_words.NOBODY_DECIDES
        if nobody
        else plain_words.TOO_MANY_DECIDE.format(who=_named(remark.message, contents))
    )


def _fixed(text: str) -> Callable[[TextRemark, Mapping[str, Any]], str]:
    return lambda _remark, _contents: text


_OWN: dict[str, Callable[[TextRemark, Mapping[str, Any]], str]] = {
    "duplicate-id": _fixed(plain_words.SAME_ID),
    "unknown-ref": _unknown,
    "deciders": _deciders,
    "leads-to-gap": _fixed(plain_words.WHERE_TO),
    "role-without-part": _without_part,
    "fragile": _fixed(plain_words.ALONE_DECIDES),
    "unexplained": _fixed(plain_words.NOT_EXPLAINED),
    "no-principle": _fixed(plain_words.NO_PRINCIPLE),
    "third-person": _fixed(plain_words.THIRD_PERSON),
    "stand-in": _fixed(plain_words.STAND_IN),
}
"""What the form says for a code of `dlcourse check`, where that speaks of the file."""
