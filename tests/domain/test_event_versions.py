"""An event is read by the reader of its version, for all time."""

from collections.abc import Iterator

import pytest

from dlcourse.domain.event_versions import READERS, read_event, reads_version, stored_kind, stored_kinds
from dlcourse.domain.selfcheck.readiness import Introduced
from dlcourse.domain.speech import KINDS, Event
from dlcourse.errors import CourseError


@pytest.fixture
def third(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the present fields of an introduction be its third version; before, they had other names."""
    monkeypatch.setattr(Introduced, "VERSION", 3)
    yield
    READERS.pop(("Introduced", 1), None)
    READERS.pop(("Introduced", 2), None)


def test_every_earlier_version_has_a_reader() -> None:
    """Of each kind of event, all versions before the present one can be read."""
    kinds = [kind for kind in KINDS.values() if issubclass(kind, Event)]
    earlier = {(kind.__name__, version) for kind in kinds for version in range(1, kind.VERSION)}
    assert earlier == set(READERS)


@pytest.mark.usefixtures("third")
def test_readers_follow_one_another() -> None:
    """An event of the first version goes through the readers of the first and of the second version."""
    reads_version(Introduced, 1)(lambda fields: {"text": fields["note"]})
    reads_version(Introduced, 2)(lambda fields: {"words": fields["text"]})
    assert stored_kind(Introduced) == "Introduced@3"
    assert stored_kinds(["Introduced"]) == ["Introduced", "Introduced@2", "Introduced@3"]
    read = [("Introduced", "note"), ("Introduced@2", "text"), ("Introduced@3", "words")]
    assert {read_event(kind, {field: "abc"}) for kind, field in read} == {Introduced(words="abc")}
    with pytest.raises(TypeError, match="two functions read version 1 of Introduced"):
        reads_version(Introduced, 1)(dict)


@pytest.mark.usefixtures("third")
@pytest.mark.parametrize(
    "kind", ["Introduced@4", "Introduced@1", "Introduced@02", "Introduced@x", "Nobody", "Introduced"]
)
def test_what_cannot_be_read_is_named(kind: str) -> None:
    """A newer version, a made-up one, an unknown kind and fields of another version are refused in words."""
    reads_version(Introduced, 1)(lambda fields: {"text": fields["note"]})
    with pytest.raises(CourseError, match=kind):
        read_event(kind, {"words": "abc"})
