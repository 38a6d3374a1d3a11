"""What is deleted is gone from the file itself."""

import random
from pathlib import Path

import pytest

from dlcourse.store import Store, WriteTransaction
from tests.store.samples import Tallied, address


@pytest.mark.parametrize("seed", range(10))
def test_erased_words_leave_no_bytes(tmp_path: Path, seed: int) -> None:
    """After a person's rows are deleted, no byte of their texts and drafts is in the file, and everybody else's are."""
    chance = random.Random(seed)
    store = Store.open(address(tmp_path))

    def fill(writing: WriteTransaction) -> None:
        owner, name = chance.choice(["ann", "ben"]), f"{chance.getrandbits(64):x}"
        words = f"mark of {owner} {name} " * chance.choice([1, 5, 50, 500])
        writing.append(name, 0, name, owner, [Tallied(n=1, text=name)], {name: words})
        writing.keep_draft(owner, chance.choice("xyz"), words)

    def erase(writing: WriteTransaction) -> None:
        writing.erase_texts("ann")
        for key in "xyz":
            writing.drop_draft("ann", key)

    for _ in range(60):
        store.write(fill)
    store.write(erase)
    store.close()
    content = (tmp_path / "course.db").read_bytes()
    assert b"mark of ann" not in content
    assert b"mark of ben" in content
    assert [path.name for path in tmp_path.iterdir()] == ["course.db"]


def test_dropped_words_are_gone_and_others_stay(tmp_path: Path) -> None:
    """Replaced texts leave no byte behind; the owner's other texts and those of others stay."""
    store = Store.open(address(tmp_path))

    def fill(writing: WriteTransaction) -> None:
        for owner in ("ann", "ben"):
            words = {f"{owner}/{at}": f"mark of {owner} {at}" for at in (1, 2)}
            writing.append(owner, 0, f"fill {owner}", owner, [Tallied(n=1, text=owner)], words)

    store.write(fill)
    store.write(lambda writing: writing.drop_texts("ann", ["ann/1", "ben/1", "nothing"]))
    store.write(lambda writing: writing.drop_texts("ann", []))
    store.close()
    content = (tmp_path / "course.db").read_bytes()
    assert b"mark of ann 1" not in content
    assert all(mark in content for mark in (b"mark of ann 2", b"mark of ben 1", b"mark of ben 2"))
