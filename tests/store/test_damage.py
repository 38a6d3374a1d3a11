"""One bad row is one bad row: it is named, everything around it can be read, and no word changes unnoticed."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dlcourse.domain.speech import Damaged
from dlcourse.domain.words import UNREADABLE
from dlcourse.errors import CourseError
from dlcourse.store import ReadTransaction, Store
from dlcourse.store.checking import check
from tests.store.samples import Tallied, address, by_hand, saying

SEED = 14
FLIPS = 200
TEXTS = {f"t{n}": f"The words of note {n}, äöü, as they were written." for n in range(40)}
STREAMS = {f"log/ann/{n}": n % 5 + 1 for n in range(30)}
"""Streams, and how many events each has."""


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Fill a store with streams, texts and drafts, and close it. Returns its folder."""
    with closing(Store.open(address(tmp_path))) as store:
        for stream, length in STREAMS.items():
            store.write(saying(stream, f"c-{stream}", events=length))
        store.write(lambda writing: writing.append("told/ann", 0, "c-texts", "ann", [Tallied(n=0)], TEXTS))
        for key, words in TEXTS.items():
            store.write(lambda writing, key=key, words=words: writing.keep_draft("ann", key, words))  # type: ignore[misc]
    return tmp_path


def change(folder: Path, statement: str) -> None:
    """Change the file by hand, as damage would."""
    with closing(by_hand(folder)) as connection:
        connection.execute(statement)


def altered(reading: ReadTransaction) -> list[str]:
    """Everything readable that is not what was written; what is reported as damaged does not count."""
    wrong = []
    for stream, length in STREAMS.items():
        try:
            steps = [stored.event for stored in reading.events(stream)]
        except CourseError:
            continue
        if any(event != Tallied(n=n) for n, event in enumerate(steps)) or len(steps) > length:
            wrong.append(stream)
    found = reading.texts(TEXTS)
    wrong += [key for key, words in found.items() if words not in {TEXTS[key], UNREADABLE}]
    drafts = {key: draft.words for key, draft in reading.drafts("ann", "").items()}
    wrong += [key for key, words in drafts.items() if words not in {TEXTS.get(key), UNREADABLE}]
    work = reading.work("ann")
    wrong += [text.id for text in work.texts if text.words != TEXTS.get(text.id)]
    return wrong


@pytest.mark.slow
def test_no_flipped_bit_changes_a_word_unnoticed(filled: Path) -> None:
    """Of two hundred bits flipped at random, each leaves all words as they were, or what it hit is reported."""
    dice, file = random.Random(SEED), filled / "course.db"
    whole = file.read_bytes()
    reported = 0
    for _ in range(FLIPS):
        place, bit = dice.randrange(len(whole)), dice.randrange(8)
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
        try:
            with closing(Store.open(address(filled))) as store:
                assert store.read(altered) == [], f"bit {bit} of byte {place}"
            reported += not check(address(filled)).is_whole
        except CourseError:
            reported += 1
    assert reported > FLIPS / 8  # many bits belong to pages that hold nothing


def test_a_damaged_event_is_named_and_its_neighbours_are_read(filled: Path) -> None:
    """Reading its stream names the step; other streams, and the rest of its own, can be read."""
    change(filled, "UPDATE events SET body = '{\"n\":7,\"text\":null}' WHERE stream = 'log/ann/4' AND version = 2")
    with closing(Store.open(address(filled))) as store:
        with pytest.raises(CourseError, match="log/ann/4, step 2: it is damaged"):
            store.read(lambda reading: reading.events("log/ann/4"))
        assert len(store.read(lambda reading: reading.events("log/ann/3"))) == 4
        found = store.read(lambda reading: reading.readable_events("log/ann/4"))
        assert [stored.version for stored in found] == [1, 2, 3, 4, 5]
        assert [isinstance(stored.event, Damaged) for stored in found] == [False, True, False, False, False]


def test_damage_shows_in_what_was_read_before(filled: Path) -> None:
    """An event that was read whole is reported once its row is damaged, and is whole again once it is mended."""
    with closing(Store.open(address(filled))) as store:

        def read() -> tuple[object, ...]:
            return tuple(each.event for each in store.read(lambda reading: reading.readable_events("log/ann/4")))

        whole = read()
        change(filled, "UPDATE events SET actor = 'bob' WHERE stream = 'log/ann/4' AND version = 2")
        with pytest.raises(CourseError, match="log/ann/4"):
            store.read(lambda reading: reading.events("log/ann/4"))
        assert [place for place, each in enumerate(read()) if isinstance(each, Damaged)] == [1]
        change(filled, "UPDATE events SET actor = 'ann' WHERE stream = 'log/ann/4' AND version = 2")
        assert read() == whole


def test_a_missing_event_keeps_its_place(filled: Path) -> None:
    """Where events are read around damage, each has its own version, also after one that is not there."""
    change(filled, "DELETE FROM events WHERE stream = 'log/ann/4' AND version IN (1, 2)")
    with closing(Store.open(address(filled))) as store:
        found = store.read(lambda reading: reading.readable_events("log/ann/4"))
        assert [(stored.version, isinstance(stored.event, Damaged)) for stored in found][:3] == [
            (1, True),
            (2, True),
            (3, False),
        ]
        assert store.read(lambda reading: reading.readable_events("log/ann/4", 3))[0].version == 4


def test_an_erasure_leaves_the_damaged_words_of_somebody_else(filled: Path) -> None:
    """A person of whom there are words but no event keeps them, damaged ones as well."""
    with closing(Store.open(address(filled))) as store:
        store.write(lambda writing: writing.keep_draft("ben", "d1", "whole"))
        store.write(lambda writing: writing.keep_draft("ben", "d2", "damaged"))
        change(filled, "UPDATE drafts SET words = 'x' WHERE key = 'd2'")
        store.write(lambda writing: writing.erase(writing.work("ann")))
        kept = store.read(lambda reading: reading.drafts("ben", ""))
    assert {key: draft.words for key, draft in kept.items()} == {"d1": "whole", "d2": UNREADABLE}


def test_damaged_words_say_so_in_their_place(filled: Path) -> None:
    """Damaged words are replaced by a sentence where a person reads them, and refused where a program does."""
    change(filled, "UPDATE texts SET words = CAST(x'ff41' AS TEXT) WHERE id = 't1'")
    change(filled, "UPDATE drafts SET words = 'something else' WHERE key = 't2'")
    with closing(Store.open(address(filled))) as store:
        assert store.read(lambda reading: reading.texts(("t0", "t1"))) == {"t0": TEXTS["t0"], "t1": UNREADABLE}
        with pytest.raises(CourseError, match="text t1: it is damaged"):
            store.read(lambda reading: reading.text("t1"))
        draft = store.read(lambda reading: reading.draft("ann", "t2"))
        assert draft is not None
        assert draft.words == UNREADABLE


def test_the_whole_work_leaves_out_and_names_what_is_damaged(filled: Path) -> None:
    """Steps of a stream with the person's name stay around a gap, others end before it; each loss is named once."""
    change(filled, "UPDATE events SET at = 'x' WHERE stream = 'log/ann/4' AND version = 2")
    change(filled, "DELETE FROM events WHERE stream = 'log/ann/9' AND version = 1")
    change(filled, "UPDATE texts SET words = 'x' WHERE id = 't1'")
    with closing(Store.open(address(filled))) as store:
        store.write(saying("play/x", "c-x", events=3))
        change(filled, "UPDATE events SET at = 'x' WHERE stream = 'play/x' AND version = 2")
        work = store.read(lambda reading: reading.work("ann"))
    steps = {stream.name: [line.version for line in stream.lines] for stream in work.streams}
    assert steps["log/ann/4"] == [1, 2, 3, 4]
    assert steps["play/x"] == [1]
    lost = ["log/ann/4, step 2", "log/ann/9, missing steps: 1", "play/x, step 2", "text t1"]
    assert sorted(work.damaged) == lost


def test_damage_keeps_nothing_from_being_erased(filled: Path) -> None:
    """A person with damaged rows is erased like any other, with words whose owner can no longer be read."""
    for statement in (
        "UPDATE events SET body = '{oops' WHERE stream = 'log/ann/4'",
        "UPDATE events SET body = '{oops' WHERE stream = 'log/ann/0'",
        "UPDATE texts SET owner = 'amn' WHERE id = 't1'",
        "UPDATE drafts SET words = 'x' WHERE key = 't2'",
    ):
        change(filled, statement)
    with closing(Store.open(address(filled))) as store:
        store.write(saying("log/ann/0", "c-ben", "ben", expected=1))
        store.write(lambda writing: writing.erase(writing.work("ann")))
    with closing(by_hand(filled)) as connection:
        assert connection.execute("SELECT count(*) FROM texts").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM drafts").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM events WHERE actor = 'ann'").fetchone() == (0,)


def test_a_hidden_row_is_found_again(filled: Path) -> None:
    """An index that lost a row is made anew when the store is opened, so the row is not missed."""
    with closing(by_hand(filled)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_texts_1'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    file = filled / "course.db"
    content = bytearray(file.read_bytes())
    at = content.index(b"t17", (page - 1) * size, page * size)
    content[at : at + 3] = b"t1\x7f"
    file.write_bytes(content)
    with closing(Store.open(address(filled))) as store:
        assert store.read(lambda reading: reading.text("t17")) == TEXTS["t17"]


def test_a_damaged_id_of_the_home_is_refused(filled: Path) -> None:
    """Nobody opens a store that would show an empty course because its person's id is damaged."""
    change(filled, "UPDATE meta SET value = 'somebody' WHERE name = 'person'")
    with pytest.raises(CourseError, match="the file is damaged"):
        Store.open(address(filled))


def test_a_check_names_every_damaged_row_and_gap(filled: Path) -> None:
    """The check says how many rows there are, which are damaged, and which streams have gaps."""
    assert check(address(filled)).is_whole
    change(filled, "UPDATE events SET kind = 'Telled' WHERE stream = 'log/ann/4' AND version = 2")
    change(filled, "DELETE FROM events WHERE stream = 'log/ann/3' AND version = 2")
    change(filled, "UPDATE texts SET words = 'x' WHERE id = 't1'")
    report = check(address(filled))
    assert report.rows == {"events": sum(STREAMS.values()), "texts": len(TEXTS), "drafts": len(TEXTS)}
    assert [(row.table, row.name) for row in report.damaged] == [
        ("events", "log/ann/4, step 2"),
        ("texts", "text t1"),
    ]
    assert report.missing == ("log/ann/3, missing steps: 1",)


def test_a_check_changes_nothing(filled: Path) -> None:
    """The file is byte for byte what it was, and no file is made beside it."""
    change(filled, "UPDATE texts SET words = 'x' WHERE id = 't1'")
    before = (filled / "course.db").read_bytes()
    check(address(filled))
    assert (filled / "course.db").read_bytes() == before
    assert [file.name for file in filled.iterdir()] == ["course.db"]


@pytest.mark.parametrize("content", [None, b"", b"no database at all, whatever its name says" * 100])
def test_a_check_of_what_is_no_store_says_so(tmp_path: Path, content: bytes | None) -> None:
    """A missing file is not made, and another file is refused in words."""
    if content is not None:
        (tmp_path / "course.db").write_bytes(content)
    with pytest.raises(CourseError):
        check(address(tmp_path))
    assert (tmp_path / "course.db").exists() == (content is not None)


def test_a_copy_of_the_file_passes_the_check_too(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A copy made with any program is as good as the file."""
    other = tmp_path_factory.mktemp("copy")
    shutil.copy(filled / "course.db", other / "course.db")
    assert check(address(other)).is_whole
    with closing(sqlite3.connect(other / "course.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
