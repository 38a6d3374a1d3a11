"""The text of a new branching story: one choice between two ways, each with an end of its own."""

from collections.abc import Iterator

from dlcourse.content.roleplay.studio.rendering import words_in_styles
from dlcourse.content.schema_errors import as_identifier
from dlcourse.domain.roleplay.studio.messages import BranchingOutline


def branching_text(outline: BranchingOutline) -> str:
    """The text of the file. What the outline does not say is left empty, for the author to write."""
    return "\n".join([*_head(outline), *_scenes(outline), *_debrief()]) + "\n"


def _head(outline: BranchingOutline) -> Iterator[str]:
    yield f"id: {as_identifier(outline.title)}"
    yield f"title: {_written(outline.title, 2)}"
    yield from ('summary: ""', "minutes: 10", "principles: [P1]", "source: original", 'setting: ""', "")
    yield from ("roles:", "  - id: decider", f"    name: {_written(outline.decider, 6)}")
    yield from ('    about: ""', "    decides: true", "")


def _scenes(outline: BranchingOutline) -> Iterator[str]:
    yield from ("start: crossroads", "scenes:", "  - id: crossroads", "    kind: choice", "    title: The choice")
    yield f"    text: {_written(outline.opening, 6)}"
    yield "    choices:"
    for name, words in zip(_NAMES, outline.choices, strict=True):
        yield f"      - id: {name}"
        yield f"        text: {_written(words, 10)}"
        yield from ('        feedback: ""', f"        leads_to: after-{name}")
    for name in _NAMES:
        yield from (f"  - id: after-{name}", "    kind: end", f"    title: After the {name} way", '    text: ""')
    yield ""


_NAMES = ("first", "second")


def _debrief() -> Iterator[str]:
    yield "debrief:"
    yield "  - ask: What did you gain by your choice, what did it cost, and who could have told you more before it?"
    yield "    principles: [P1]"


def _written(words: str, indent: int) -> str:
    return next(iter(words_in_styles(words, "", indent, bracketed=False)))
