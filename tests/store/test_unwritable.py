"""A store that can be read but not written: on a full disk, without the right to write, and after it was replaced."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dlcourse.domain.mywork.work import Work
from dlcourse.errors import CourseError
from dlcourse.store import Store, WriteTransaction
from dlcourse.store.migrations import MIGRATIONS
from tests.store import version_1
from tests.store.disks import allow_reading_only, fill, small_disk
from tests.store.samples import Tallied, address, commands, saying
from tests.store.test_engine import folder, without_rights

__all__ = ["folder"]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk with a store that has one event with words."""
    with small_disk(tmp_path) as made:
        with closing(Store.open(address(made))) as store:
            store.write(lambda writing: writing.append("s", 0, "c1", "ann", [Tallied(n=1, text="t")], {"t": "mark"}))
        yield made


def erase(writing: WriteTransaction) -> None:
    """Erase all of Ann's work."""
    writing.erase(Work(person="ann", streams=(), kept=(), texts=(), drafts=()))


def test_on_a_full_disk_a_store_is_read(disk: Path) -> None:
    """It opens and shows everything; what would be written is refused in words, until there is room again."""
    fill(disk)
    with closing(Store.open(address(disk))) as store:
        assert store.unwritable
        assert "no space left" in str(store.unwritable)
        assert store.read(commands("s")) == ["c1"]
        with pytest.raises(CourseError, match="no space left on the disk"):
            store.write(saying("s", "c2"))
        (disk / "large").unlink()
        store.write(saying("s", "c3"))
        assert store.read(commands("s")) == ["c1", "c3"]


def test_on_a_full_disk_work_is_erased(disk: Path) -> None:
    """Erasing needs no room, and no byte of the words stays in the file; work that waited with it is refused."""
    fill(disk)
    with closing(Store.open(address(disk))) as store:
        store.write(erase)
        assert store.read(commands("s")) == []
        with pytest.raises(CourseError, match="no space left"):
            store.write(saying("s", "c2"))
    assert b"mark" not in (disk / "course.db").read_bytes()
    with closing(Store.open(address(disk))) as store:
        assert store.read(commands("s")) == []


def test_on_a_disk_without_writing_a_store_is_read(disk: Path) -> None:
    """It opens and shows everything, and says that nothing can be saved."""
    allow_reading_only(disk)
    with closing(Store.open(address(disk))) as store:
        assert "can be read but not written" in str(store.unwritable)
        assert store.read(commands("s")) == ["c1"]
        for work in (saying("s", "c2"), erase):
            with pytest.raises(CourseError, match="can be read but not written"):
                store.write(work)


@pytest.mark.parametrize(("mode_of_file", "mode_of_folder"), [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)])
def test_without_the_right_to_write_a_store_is_read(folder: Path, mode_of_file: int, mode_of_folder: int) -> None:
    """A file or folder without permission to write is read; writing is refused in words."""
    with without_rights(folder):
        (folder / "course.db").chmod(mode_of_file)
        folder.chmod(mode_of_folder)
        with closing(Store.open(address(folder))) as store:
            assert "can be read but not written" in str(store.unwritable)
            assert store.read(commands("s")) == ["c1"]
            with pytest.raises(CourseError, match="can be read but not written"):
                store.write(saying("s", "c2"))


def test_an_earlier_store_that_cannot_be_migrated_is_left_alone(tmp_path: Path) -> None:
    """A store of an earlier version needs room to be migrated; without it, nothing changes and the reason is told."""
    assert MIGRATIONS
    with small_disk(tmp_path) as made:
        before = version_1.write(made).read_bytes()
        fill(made)
        with pytest.raises(CourseError, match="no space left"):
            Store.open(address(made))
        assert sorted(path.name for path in made.iterdir()) == ["course.db", "large"]
        assert (made / "course.db").read_bytes() == before


@pytest.mark.parametrize("there", ["another store", "nothing"])
def test_a_file_that_was_replaced_is_told(folder: Path, there: str) -> None:
    """Reading and writing both say so, again and again; nothing is written to the other file; a new start opens it."""
    with closing(Store.open(address(folder))) as store:
        (folder / "course.db").rename(folder / "away.db")
        if there == "another store":
            Store.open(address(folder)).close()
        for _ in range(2):
            with pytest.raises(CourseError, match="replaced, moved or deleted while the course was open"):
                store.read(commands("s"))
            with pytest.raises(CourseError, match="Then start the course again"):
                store.write(saying("s", "c2"))
    assert (folder / "course.db").exists() == (there == "another store")
    with closing(Store.open(address(folder))) as store:
        assert store.read(commands("s")) == []
        assert store.unwritable is None
