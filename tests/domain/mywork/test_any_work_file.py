"""Any file of work is read completely or refused in plain words: never a traceback, never a long wait."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import dlcourse.course.local  # noqa: F401 (the course knows its events once its handlers are there)
from dlcourse.domain.mywork.work import Work
from dlcourse.domain.mywork.work_file import FILE, pack, read, unpack
from dlcourse.errors import CourseError
from tests.content.damage import HASTY, in_time, spoiled
from tests.domain.mywork.test_work_file import TEXT, sealed

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=6), st.just("start/ann")),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4)),
    max_leaves=12,
)


def answered(content: bytes) -> Work | None:
    """The work in the file; None if it is refused as a file."""
    try:
        with in_time():
            return read(unpack(pack(content)))
    except CourseError as error:
        refused(error)
        return None


def refused(error: CourseError) -> None:
    """A refusal names the file, on one line."""
    assert error.where == FILE
    assert "\n" not in str(error)


@HASTY
@given(spoiled(TEXT.encode()))
def test_any_bytes(content: bytes) -> None:
    """A file with bytes replaced, repeated or removed is refused, and whatever is read is what was written."""
    found = answered(content)
    assert found is None or found == read(TEXT.encode())


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """A file that somebody changed in a few places and sealed correctly."""

    def change(document: dict[str, Any]) -> None:
        for _ in range(draw(st.integers(1, 3))):
            name = draw(st.sampled_from(sorted(document)))
            part = document[name]
            if isinstance(part, list) and part and draw(st.booleans()):
                row = part[draw(st.integers(0, len(part) - 1))]
                if isinstance(row, dict) and row:
                    row[draw(st.sampled_from(sorted(row)))] = draw(VALUES)
            else:
                document[name] = draw(VALUES)

    return sealed(change)


@HASTY
@given(changed())
def test_any_sealed_values(content: bytes) -> None:
    """Whatever values a correctly sealed file has, it is read completely or refused; what was read can be shown."""
    found = answered(content)
    if found is not None:
        json.dumps(found.model_dump(mode="json"))
