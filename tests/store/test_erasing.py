"""What is deleted is gone from the file itself."""

import random
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from dlcourse.domain.speech import Damaged
from dlcourse.store import Store, WriteTransaction
from dlcourse.store.erasing import SEARCHED
from dlcourse.store.tables import schema
from tests.store.samples import Tallied, address, run


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


def test_many_people_are_erased_at_once(url: str) -> None:
    """Of people who are erased together, nothing is left that leads to them, also in what others did and in damage."""
    people = [uuid4().hex for _ in range(SEARCHED + 1)]

    def fill(writing: WriteTransaction) -> None:
        for person in people:
            writing.append(f"own/{person}", 0, uuid4().hex, person, [Tallied(n=1)], {f"{person}/1": "words"})
            writing.append(f"about/{person}/x", 0, uuid4().hex, "ben", [Tallied(n=1, text="ben's")])
        told = [Tallied(n=1, text=person) for person in people]
        writing.append("table", 0, uuid4().hex, people[0], told[:2])
        writing.append("table", 2, uuid4().hex, people[1], told)
        writing.append("told", 0, uuid4().hex, "ben", [*told, Tallied(n=1, text=f"play/{people[0]}")])

    with closing(Store.open(url)) as store:
        store.write(fill)
        store.write(lambda writing: writing.take_part("table", "ben"))
        run(url, f"UPDATE events SET body = '{{x{people[2]}x' WHERE stream = 'told' AND version = 3")
        store.write(lambda writing: writing.erase(*map(writing.work, people)))
        rows = [row for table in schema.sorted_tables for row in run(url, f"SELECT * FROM {table.name}")]
        assert [person for person in people if person in str(rows)] == []
        assert "words" not in str(rows)
        told = store.read(lambda reading: reading.readable_events("told"))
        assert [each.version for each in told if isinstance(each.event, Damaged)] == [3]
        named = [each.event.text for each in told if isinstance(each.event, Tallied)]
        assert len(set(named)) == len(people)
        table = store.read(lambda reading: reading.events("table"))
        assert [each.event for each in table][:2] == [Tallied(n=1, text=name) for name in named[:2]]
        assert [each.actor for each in table][1:3] == named[:2]
        assert len(store.read(lambda reading: reading.streams("about/", "ben"))) == len(people)
        assert store.read(lambda reading: [reading.length(f"own/{person}") for person in people]) == [0] * len(people)
