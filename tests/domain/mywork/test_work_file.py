"""The file of a person's work: readable, unchanged when read again, and refused if anything in it is wrong."""

import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import dlcourse.course.local  # noqa: F401 (the course knows its events once its handlers are there)
from dlcourse.domain.mywork import work_file
from dlcourse.domain.mywork.authors_content import is_kept
from dlcourse.domain.mywork.work import EventLine, Stream
from dlcourse.domain.mywork.work_file import FILE, LARGEST, is_ours, pack, read, unpack, write
from dlcourse.errors import CourseError
from tests.domain.mywork.works import SMALL

CASES = Path(__file__).parent / "cases"
AT = "2026-03-02T08:00:00.000+00:00"
TEXT = write(SMALL, AT)


def sealed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The small file, changed by somebody who knows how to seal it."""
    document = json.loads(TEXT)
    del document["checksum"]
    change(document)
    parts = ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in document.items())
    said = "{\n" + parts
    return f'{said},\n"checksum": "{hashlib.sha256(said.encode()).hexdigest()}"\n}}\n'.encode()


def test_what_is_written_is_read_again() -> None:
    """A file contains the whole work, and is JSON that anybody can read."""
    assert read(TEXT.encode()) == SMALL
    document = json.loads(TEXT)
    assert document["at"] == AT
    assert [event["kind"] for event in document["events"]] == ["Rated"] * 3
    assert document["texts"][0]["words"] in TEXT.replace('\\"', '"').replace("\\\\", "\\")


def test_a_sealed_file_of_the_test_is_read() -> None:
    """The file that the next tests change is read while it is unchanged, so they test only the changes."""
    assert read(sealed(lambda document: None)) == SMALL


@pytest.mark.parametrize("bit", [1, 32, 128])
def test_damage_is_found_wherever_it_is(bit: int) -> None:
    """A file with one changed bit is refused, whichever byte it is in."""
    content = TEXT.encode()
    for place in range(len(content)):
        damaged = bytearray(content)
        damaged[place] ^= bit
        with pytest.raises(CourseError) as refused:
            read(bytes(damaged))
        assert refused.value.where == FILE


def test_a_file_that_was_cut_off_or_added_to_is_refused() -> None:
    """An incomplete download is refused, however much of it came, and so is a file with something added at the end."""
    content = TEXT.encode()
    for end in range(len(content) - 1):
        with pytest.raises(CourseError):
            read(content[:end])
    with pytest.raises(CourseError, match="damaged"):
        read(content + b"{}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n"])
def test_a_file_that_was_saved_in_another_way_is_read(encoding: str, ends: str, last: str) -> None:
    """Every Unicode encoding and every kind of line end gives the same work."""
    saved = (TEXT.rstrip("\n") + last).replace("\n", ends).encode(encoding)
    assert read(saved) == SMALL
    assert is_ours(saved)


@pytest.mark.parametrize("case", ["a-bom", "b-crlf", "c-no-final-newline", "d-extra-newline", "e-utf16", "k-bom-crlf"])
def test_exports_that_an_editor_saved_again_are_read(case: str) -> None:
    """A file that an editor saved again keeps every character."""
    assert read((CASES / f"{case}.json").read_bytes()) == read((CASES / "ok.json").read_bytes())


@pytest.mark.parametrize("case", ["f-pretty.json", "g-truncated.json", "h-name-changed.json"])
def test_exports_that_were_changed_are_refused(case: str) -> None:
    """A file with a changed name, half of a file, and a reformatted one are refused."""
    with pytest.raises(CourseError, match="it is damaged, or was changed"):
        read((CASES / case).read_bytes())


def test_an_archive_is_met_with_what_to_do() -> None:
    """For a zip archive with a file of work, the remedy says to unpack it."""
    with pytest.raises(CourseError, match="this is no file of work") as refused:
        read((CASES / "l.zip").read_bytes())
    assert "unpack the archive" in refused.value.remedy


def test_what_would_grow_beyond_measure_is_refused_before_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Values are counted before they are created, and brackets and commas in somebody's words do not count."""
    rows: list[dict[str, Any]] = [{}] * 1_000
    monkeypatch.setattr(work_file, "MOST_VALUES", 500)
    with pytest.raises(CourseError, match="more than 500 values"):
        read(sealed(lambda file: file.update(events=rows)))
    assert read(sealed(lambda file: file["texts"][0].update(words="[{," * 1_000))).texts[0].words == "[{," * 1_000


def test_a_list_of_wrong_things_is_refused_at_the_first() -> None:
    """A hundred thousand empty events are refused quickly, because only the first is looked at."""
    begun = time.process_time()
    with pytest.raises(CourseError, match="not as the course writes it"):
        read(sealed(lambda file: file.update(events=[{}] * 100_000)))
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"PK\x03\x04", b'{"format": "other"}', b"[" * 100_000])
def test_a_foreign_file_is_refused_in_clear_words(content: bytes) -> None:
    """If somebody chooses any other file, the error says what to choose instead."""
    with pytest.raises(CourseError, match="this is no file of work from this course") as refused:
        read(content)
    assert "Nothing was changed." in refused.value.remedy


def test_a_newer_file_is_refused_with_the_remedy() -> None:
    """The error for a file of a later version says so, whatever else it contains."""
    newer = TEXT.replace('"version": 1,\n', '"version": 2,\n"more": [],\n', 1)
    with pytest.raises(CourseError, match="newer version"):
        read(newer.encode())


MADE_UP: dict[str, Callable[[dict[str, Any]], object]] = {
    "somebody else's step": lambda file: file["events"][1].update(actor="ben"),
    "a step is missing": lambda file: file["events"].pop(0),
    "a step twice": lambda file: file["events"].append({**file["events"][0], "version": 3}),
    "a stream in two places": lambda file: file["events"].append({**file["events"][1], "version": 3, "command": "new"}),
    "an unknown kind": lambda file: file["events"][0].update(kind="Imagined"),
    "a kind that is no event": lambda file: file["events"][0].update(kind="Rate"),
    "a kind that hides another": lambda file: file["events"][0]["body"].update(say="ScenarioKept"),
    "a body of another kind": lambda file: file["events"][0].update(body={"n": 1}),
    "an unknown part": lambda file: file.update(more=1),
    "no text": lambda file: file["texts"][0].update(words=7),
    "a text twice": lambda file: file["texts"].append(file["texts"][0]),
    "a draft twice": lambda file: file["drafts"].append(file["drafts"][0]),
    "a NUL": lambda file: file["texts"][0].update(words="a\0b"),
    "half a sign": lambda file: file["texts"][0].update(words="a\ud800b"),
    "half a sign in a name": lambda file: file["events"][0]["body"].update({"\udfff": 1}),
    "no moment": lambda file: file["events"][0].update(at="yesterday"),
    "a moment in no calendar": lambda file: file["events"][0].update(at="2026-13-99T10:00:00.000+00:00"),
    "a moment in other figures": lambda file: file["events"][0].update(at="٢٠٢٦-03-01T10:00:00.000+00:00"),
    "a draft of no moment": lambda file: file["drafts"][0].update(at="2026-03-01Tea"),
    "a part beyond counting": lambda file: file["events"][0].update(part=10**30),
    "no name": lambda file: file["events"][2].update(stream="start"),
    "a person with a path": lambda file: file.update(person="a/b"),
    "an author's content that is none": lambda file: file["events"][2].update(actor="author", stream="scenario/0"),
    "an author's name for one's own": lambda file: file["events"][2].update(stream=f"scenario/{'a' * 64}"),
}


def test_content_that_nothing_points_to_is_refused() -> None:
    """Content that nothing points to is refused: it would belong to nobody and survive an erasure."""
    digest = hashlib.sha256(b'"x"').hexdigest()
    row = {"stream": f"title/{digest}", "version": 1, "actor": "author", "command": digest, "part": 0, "at": AT}
    begun = {"scenario": "", "title": "x", "about": "", "seats": {}, "seed": ""}
    with pytest.raises(CourseError, match="nothing in it points to"):
        read(sealed(lambda file: file["events"].insert(0, row | {"kind": "PlayBegun", "body": begun})))


@pytest.mark.parametrize("what", MADE_UP)
def test_a_file_that_somebody_made_up_is_refused(what: str) -> None:
    """Even with a correct seal, a file that the course would not have written is refused."""
    with pytest.raises(CourseError) as refused:
        read(sealed(MADE_UP[what]))
    assert refused.value.where == FILE
    assert "Nothing was changed" in refused.value.remedy


def test_authors_content_is_known_by_its_name() -> None:
    """Content is stored under its own digest, and nothing else is accepted under that name."""
    digest = hashlib.sha256('{"title":"Küche"}'.encode()).hexdigest()

    def kept(title: str) -> Stream:
        body = {"scenario": {"title": title}}
        only = EventLine(version=1, actor="author", command=digest, part=0, kind="ScenarioKept", body=body, at=AT)
        return Stream(name=f"scenario/{digest}", lines=(only,))

    assert is_kept(kept("Küche"))
    assert not is_kept(kept("Kueche"))


def test_a_file_is_packed_for_the_way_and_bombs_are_not_opened() -> None:
    """Packed files are unpacked byte for byte; damaged ones and those that grow too large are refused."""
    assert unpack(pack(TEXT.encode())) == TEXT.encode()
    for wrong in ("%", "YWJj", pack(TEXT.encode())[:-40]):
        with pytest.raises(CourseError, match="damaged"):
            unpack(wrong)
    with pytest.raises(CourseError, match="larger than"):
        unpack(pack(b" " * (LARGEST + 1)))
