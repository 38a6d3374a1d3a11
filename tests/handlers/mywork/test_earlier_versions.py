"""The stores and files of work of earlier versions of the course still open, with everything in them.

Each folder ``version-N`` holds what that version wrote of one made-up person: the store as SQL, the file of work, and
what the version itself showed of them.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.drafts import Drafts, DraftsView
from dlcourse.domain.mywork.work import RestoreWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.portfolio.messages import Portfolio, PortfolioView
from dlcourse.domain.reflection.log import WholeLog, WholeLogView
from dlcourse.store import Store
from tests.person import Person

VERSIONS = sorted(Path(__file__).parent.glob("version-*"))
Open = Callable[[Path], Person]


def shown_by(version: Path) -> dict[str, Any]:
    """What the version itself showed."""
    found: dict[str, Any] = json.loads((version / "seen.json").read_text("utf-8"))
    return found


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[Open]:
    """Opens the store of a version."""
    opened: list[Store] = []

    def open_it(version: Path) -> Person:
        path = tmp_path / "course.db"
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript((version / "store.sql").read_text("utf-8"))
        opened.append(Store.open(f"sqlite:///{path}"))
        return Person(LocalCourse(opened[-1], opened[-1].person, Library(files.data())))

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def restored(store: Store) -> Open:
    """Restores the file of work of a version into a new home."""

    def restore(version: Path) -> Person:
        person = Person(LocalCourse(store, store.person, Library(files.data())))
        person.do(RestoreWork, packed=pack((version / "work.json").read_bytes()))
        return person

    return restore


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.name)
@pytest.mark.parametrize("way", ["stored", "restored"])
def test_all_of_it_is_there(version: Path, way: str, request: pytest.FixtureRequest) -> None:
    """Plays replay to the same states, and every text, draft, promise and piece of the portfolio is in its place."""
    person: Person = request.getfixturevalue(way)(version)
    before = shown_by(version)
    table, debrief = before["table"], before["debrief"]
    assert person.home().person == before["home"]["person"]
    assert len(person.attempts()) == 2
    now = person.table(table["play"]).model_dump(mode="json")
    assert _facts(_as_before(now, table)) == _facts(table)
    talk = person.debrief(debrief["play"]).model_dump(mode="json")["talk"]
    assert _as_before(talk, debrief["talk"]) == debrief["talk"]
    log, drafts, portfolio = (person.course.see(query) for query in (WholeLog(), Drafts(), Portfolio()))
    assert isinstance(log, WholeLogView)
    assert isinstance(drafts, DraftsView)
    assert isinstance(portfolio, PortfolioView)
    assert [step.words for card in log.cards for step in card.newest.steps] == ["I asked two people."]
    assert [promise.what for promise in log.promises] == ["Ask the custodian."]
    assert "unsaid words" in drafts.model_dump_json()
    assert len(portfolio.pieces) == 7


def _as_before(now: Any, before: Any) -> Any:
    """What is shown now, without the fields that the earlier version did not show."""
    if isinstance(now, dict) and isinstance(before, dict):
        return {name: _as_before(now.get(name), value) for name, value in before.items()}
    if isinstance(now, list) and isinstance(before, list) and len(now) == len(before):
        return [_as_before(one, other) for one, other in zip(now, before, strict=True)]
    return now


def _facts(table: dict[str, Any]) -> list[str]:
    """What the seat knows, what was said, and where the play is."""
    lines = [json.dumps(line, sort_keys=True) for passage in table["passages"] for line in passage["lines"]]
    return [table["seat"], table["stage"], *(fact["id"] for fact in table["facts"]), *lines]
