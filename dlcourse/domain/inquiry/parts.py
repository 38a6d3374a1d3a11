"""The ten parts of an inquiry: what each session adds to the problem of practice.

A part has the id of its session. Its fields are named here; what they ask is in the words of the pages.
"""

from collections.abc import Mapping

from dlcourse.domain.names import unknown

FIRST = "00-start-here"
"""The part that names the problem."""
PARTS: Mapping[str, tuple[str, ...]] = {
    FIRST: ("problem", "students", "notice"),
    "01-what-it-is": ("knowledge", "authority", "answerable"),
    "02-everyone-is-an-expert": ("knows", "missing"),
    "03-the-reading-gap": ("asked", "learned"),
    "04-ground-rules": ("aim", "rule"),
    "05-stretched-over": ("leads", "contributes", "learns", "answers"),
    "06-reciprocity": ("ask", "capacity", "enabling"),
    "07-a-better-way": ("trial", "limit", "stop"),
    "08-open-practice": ("looked", "changed"),
    "09-many-decisions-one-result": ("curve",),
}
"""The fields of each part, in the order of the sessions."""
EARLIER: Mapping[str, tuple[str, ...]] = {"01-what-it-is": ("today",)}
"""Fields that a part no longer asks for. What was written in them can still be read."""


def fields_of(part: str) -> tuple[str, ...]:
    """The names of a part's fields. Raises a `CourseError` if there is no such part; it names one that is similar."""
    if part in PARTS:
        return PARTS[part]
    what = f"there is no part called '{part}'"
    raise unknown("your problem", part, PARTS, f"Choose one of {', '.join(PARTS)}.", what)
