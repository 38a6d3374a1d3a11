"""Says what an author's text means so far: its fields, everything that is wrong with it, and how its scales stand."""

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import Any

from dlcourse.content.findings import Finding
from dlcourse.content.roleplay.scenarios import CheckedScenario, check_text, check_tree
from dlcourse.content.roleplay.studio.edits import edited
from dlcourse.content.roleplay.studio.line_ends import plain_lines
from dlcourse.content.roleplay.studio.reading import parsed
from dlcourse.content.yaml_parser import Unreadable
from dlcourse.content.yaml_tree import Group, Listing, Node, Scalar, line_of
from dlcourse.domain.roleplay.studio.edits import Edit
from dlcourse.domain.roleplay.studio.messages import ScenarioStudy, TextRemark
from dlcourse.domain.roleplay.studio.scales import scales_of
from dlcourse.domain.roleplay.studio.stand_ins import stand_ins

MOST_REMARKS = 200


def study(text: str, edits: Sequence[Edit] = ()) -> ScenarioStudy:
    """What the text means after the edits; `CourseError` if one of them cannot be made."""
    text = edited(plain_lines(text), edits)
    checked, contents = _checked(text)
    remarks = [*(_remark(found) for found in checked.findings), *_stand_ins(text, contents)]
    return ScenarioStudy(
        text=text,
        contents=contents,
        remarks=tuple(remarks[:MOST_REMARKS]),
        scenario=checked.scenario,
        scales=scales_of(checked.profile) if checked.profile else None,
    )


@lru_cache(4)
def _checked(text: str) -> tuple[CheckedScenario, dict[str, Any]]:
    try:
        node = parsed(text)
    except Unreadable:
        return check_text(text, "text"), {}
    return check_tree(node, "text"), as_shown(node) if isinstance(node, Group) else {}


def as_shown(node: Node) -> Any:
    """The tree as plain data for a form: each single value as its text."""
    match node:
        case Group():
            return {name: as_shown(part) for name, part in node.fields.items()}
        case Listing():
            return [as_shown(item) for item in node.items]
        case Scalar():
            return "" if isinstance(node.value, Enum) and node.plain and node.empty else node.text


def _remark(found: Finding) -> TextRemark:
    return TextRemark(
        path=found.path,
        line=found.line,
        error=found.level == "error",
        code=found.code,
        message=found.message,
        remedy=found.remedy,
    )


def _stand_ins(text: str, contents: dict[str, Any]) -> Iterator[TextRemark]:
    """A remark at each field in which the studio's own words still stand."""
    node = parsed(text) if contents else None
    for path in stand_ins(contents) if node else ():
        message, remedy = "these words were put here by the studio", "Write your own."
        line = line_of(node, path) if node else 1
        yield TextRemark(path=path, line=line, error=False, code="stand-in", message=message, remedy=remedy)
