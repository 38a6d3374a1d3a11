"""A backup is everything that was stored at one moment, and comes back the same in either kind of database."""

import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from dlcourse.errors import CourseError
from dlcourse.store import Store, WriteTransaction, tables
from dlcourse.store.backup import back_up, restore
from dlcourse.store.checking import check
from dlcourse.store.opening import TRACES
from tests.store import version_1
from tests.store.samples import Tallied, address, commands, run, saying


def _write(n: int, writing: WriteTransaction) -> None:
    words = {f"t{n}": f"Wörter {n} שלום 🙂"}
    writing.append(f"s{n % 3}", n // 3, f"c{n}", "ann", [Tallied(n=n)], words)


@pytest.fixture
def filled(url: str) -> Iterator[Store]:
    """A store with events, words in several scripts, a draft, and a member."""
    with closing(Store.open(url)) as store:
        for n in range(30):
            store.write(partial(_write, n))
        store.write(lambda writing: writing.keep_draft("ann", "k", "not sent yet"))
        yield store


@pytest.fixture(params=["sqlite", "postgresql"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of another empty store."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return address(folder) if request.param == "sqlite" else str(request.getfixturevalue("postgresql"))


def content(url: str) -> dict[str, list[Any]]:
    """All rows of all tables."""
    return {name: sorted(run(url, f"SELECT * FROM {name}")) for name in tables.schema.tables}


def test_a_backup_comes_back_the_same(filled: Store, url: str, elsewhere: str, tmp_path: Path) -> None:
    """Every row of every table is the same, the checksums are equal, and the new store goes on from there."""
    if url == elsewhere:
        elsewhere = address(tmp_path / "elsewhere")
    saved = back_up(url, tmp_path / "b.db")
    assert stat.S_IMODE((tmp_path / "b.db").stat().st_mode) == 0o600
    assert restore(tmp_path / "b.db", elsewhere) == saved
    assert saved.rows["events"] == saved.rows["texts"] == 30
    assert content(elsewhere) == content(url)
    assert check(elsewhere).is_whole
    with closing(Store.open(elsewhere)) as store:
        assert store.person == filled.person
        store.write(saying("s0", "after"))
        assert store.read(commands("s0"))[-1] == "after"
    with closing(Store.open(f"sqlite:///{tmp_path / 'b.db'}")) as backup:
        assert backup.read(lambda reading: reading.text("t7")) == "Wörter 7 שלום 🙂"


def test_a_backup_of_a_store_in_use_is_one_moment(filled: Store, url: str, tmp_path: Path) -> None:
    """While others write, a backup holds what was acknowledged before it began, and streams without gaps."""
    ended = Event()

    def write_on() -> int:
        done = 0
        while not ended.is_set():
            filled.write(saying("busy", f"busy-{done}"))
            done += 1
        return done

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write_on)
        for n in range(3):
            before = len(filled.read(commands("busy")))
            back_up(url, tmp_path / f"b{n}.db")
            with closing(Store.open(f"sqlite:///{tmp_path / f'b{n}.db'}")) as backup:
                found = backup.read(commands("busy"))
            assert len(found) >= before
            assert found == [f"busy-{at}" for at in range(len(found))]
        ended.set()
        assert writing.result() == len(filled.read(commands("busy")))


def test_a_backup_can_be_in_the_folder_of_the_course(filled: Store, url: str, tmp_path: Path) -> None:
    """Files that a course leaves in its folder do not keep a backup from being written there."""
    for trace in TRACES:
        (tmp_path / trace).touch()
    there = {path.name for path in tmp_path.iterdir()}
    assert back_up(url, tmp_path / "b.db").rows["events"] == 30
    assert {path.name for path in tmp_path.iterdir()} == there | {"b.db"}


def test_nothing_is_overwritten(filled: Store, url: str, tmp_path: Path) -> None:
    """A file that exists is left alone, and so is a store with work in it."""
    back_up(url, tmp_path / "b.db")
    before = (tmp_path / "b.db").read_bytes()
    with pytest.raises(CourseError, match="already a file of this name"):
        back_up(url, tmp_path / "b.db")
    with pytest.raises(CourseError, match="already work in it"):
        restore(tmp_path / "b.db", url)
    assert (tmp_path / "b.db").read_bytes() == before
    assert filled.read(commands("s0"))[0] == "c0"


def test_a_backup_of_an_earlier_version_is_migrated(url: str, tmp_path: Path) -> None:
    """A file that the first version wrote is restored with all it held, and stays as it is."""
    (tmp_path / "old").mkdir()
    file = version_1.write(tmp_path / "old")
    before = file.read_bytes()
    restore(file, url)
    assert file.read_bytes() == before
    with closing(Store.open(url)) as store:
        assert store.person == "ann"
        assert store.read(lambda reading: reading.text("t1")) == "words of ann"
    assert check(url).is_whole


def test_a_damaged_row_comes_along_and_stays_damaged(filled: Store, url: str, elsewhere: str, tmp_path: Path) -> None:
    """Damage is copied as it is, even characters that are none, so that the check of the copy still names it."""
    if url == elsewhere:
        elsewhere = address(tmp_path / "elsewhere")
    damage = "CAST(x'ff41' AS TEXT)" if url.startswith("sqlite") else "'x'"
    run(url, f"UPDATE texts SET words = {damage} WHERE id = 't1'")
    back_up(url, tmp_path / "b.db")
    restore(tmp_path / "b.db", elsewhere)
    assert [row.name for row in check(elsewhere).damaged] == ["text t1"]


@pytest.mark.parametrize("what", ["nothing", "a text", "another database"])
def test_what_is_no_backup_is_refused(tmp_path: Path, what: str) -> None:
    """A missing file, a text, and the database of another program are refused, and nothing is made."""
    file = tmp_path / "b.db"
    if what == "a text":
        file.write_text("words " * 1000)
    if what == "another database":
        run(f"sqlite:///{file}", "CREATE TABLE visits (url TEXT)")
    with pytest.raises(CourseError, match=r"b\.db") as caught:
        restore(file, address(tmp_path))
    assert caught.value.remedy
    assert not (tmp_path / "course.db").exists()


def test_where_there_is_no_course_there_is_no_backup(tmp_path: Path) -> None:
    """A folder without a store gives an error and no file, and a folder that is missing is named."""
    with pytest.raises(CourseError, match="no course here yet"):
        back_up(address(tmp_path), tmp_path / "b.db")
    Store.open(address(tmp_path)).close()
    with pytest.raises(CourseError, match="folder of this file does not exist"):
        back_up(address(tmp_path), tmp_path / "missing" / "b.db")
    assert [path.name for path in tmp_path.iterdir()] == ["course.db"]
