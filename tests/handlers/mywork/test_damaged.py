"""A home whose file is damaged: what is whole is shown, taken along and erased, and what is not is named."""

import sqlite3
from collections import OrderedDict
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dlcourse.domain.curriculum.progress import Home as HomePage
from dlcourse.domain.curriculum.progress import HomeView
from dlcourse.domain.inquiry.messages import SharePlan
from dlcourse.domain.inquiry.parts import FIRST
from dlcourse.domain.reflection.entries import EntryStep, ReviseEntry, ShareEntry, WriteEntry
from dlcourse.domain.reflection.log import WholeLog, WholeLogView
from dlcourse.domain.selfcheck.readiness import Introduce
from dlcourse.handlers.inquiry.plan import inquiry_of
from dlcourse.handlers.reflection import entries
from dlcourse.handlers.reflection.entries import log_at
from dlcourse.pages.words import DAMAGED
from tests.handlers.mywork.test_nonsense import do_everything, open_every_page
from tests.handlers.mywork.test_work import Home

DAMAGE = {
    "the first event of each stream": "UPDATE events SET body = 'x' WHERE version = 1",
    "the last event of each stream": "UPDATE events SET at = 'x' WHERE version = "
    "(SELECT max(version) FROM events AS others WHERE others.stream = events.stream)",
    "the second event of each stream, which is gone": "DELETE FROM events WHERE version = 2",
    "every text": "UPDATE texts SET words = 'x'",
    "every draft": "UPDATE drafts SET words = 'x'",
}


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each course reads its file, as after a start; no log is remembered from before the damage."""
    monkeypatch.setattr(entries, "REMEMBERED", 0)
    monkeypatch.setattr(entries, "_folded", OrderedDict())


def damaged(home: Home, statement: str) -> Home:
    """The home after its file was changed as no program of the course would change it."""
    home.store.close()
    with closing(sqlite3.connect(home.folder / "course.db")) as connection, connection:
        assert connection.execute(statement).rowcount > 0
    return Home(home.folder)


def seen(home: Home, kind: type[Any], query: Any) -> Any:
    """What the person of this home sees."""
    view = home.person.course.see(query)
    assert isinstance(view, kind)
    return view


@pytest.mark.parametrize("what", DAMAGE)
def test_every_page_opens_and_the_rest_can_be_taken_along_and_erased(tmp_path: Path, what: str) -> None:
    """Whatever is damaged, home shows the course, a file of work can be made and restored, erasing leaves no word."""
    here = Home(tmp_path)
    here.person.do(Introduce, name="Ann")
    do_everything(here)
    here.draft("a-draft-of-mine", "half a thought")
    here = damaged(here, DAMAGE[what])
    assert open_every_page(here)["home"][0]["props"]["contents"]["sessions"]
    assert here.there().damaged
    elsewhere = Home(tmp_path / "elsewhere")
    elsewhere.bring(here.file())
    assert all(open_every_page(elsewhere).values())
    elsewhere.store.close()
    here.erase()
    here.store.close()
    with closing(sqlite3.connect(here.folder / "course.db")) as connection:
        for table in ("texts", "drafts"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_home_and_log_say_that_something_cannot_be_read(tmp_path: Path) -> None:
    """Home and log say so in a sentence, and everything that is whole is there as before."""
    here = Home(tmp_path)
    here.person.do(Introduce, name="Ann")
    for number in range(3):
        here.person.do(WriteEntry, entry=f"entry-000{number}", steps=(EntryStep(words=f"thought {number}"),))
    assert not seen(here, HomeView, HomePage()).damaged
    here = damaged(here, "UPDATE events SET body = 'x' WHERE stream LIKE 'reflection/%' AND version = 2")
    told = open_every_page(here)
    assert [told[name][0]["props"][field] for name, field in (("home", "trouble"), ("log", "note"))] == [DAMAGED] * 2
    log = seen(here, WholeLogView, WholeLog())
    assert [card.newest.steps[0].words for card in log.cards] == ["thought 2", "thought 0"]
    here.store.close()


def test_one_goes_on_writing_after_damage(tmp_path: Path) -> None:
    """A log with a damaged event takes new entries and new versions, also of an entry whose first version is lost."""
    here = Home(tmp_path)
    here.person.do(WriteEntry, entry="entry-0000", steps=(EntryStep(words="first"),))
    here.person.do(ReviseEntry, entry="entry-0000", after=1, steps=(EntryStep(words="second"),))
    here = damaged(here, "UPDATE events SET body = 'x' WHERE stream LIKE 'reflection/%' AND version = 1")
    here.person.do(WriteEntry, entry="entry-0001", steps=(EntryStep(words="another"),))
    here.person.do(ReviseEntry, entry="entry-0000", after=1, steps=(EntryStep(words="third"),))
    log = seen(here, WholeLogView, WholeLog())
    assert [card.newest.steps[0].words for card in log.cards] == ["another", "third"]
    here.store.close()


def test_damage_never_shares_what_was_made_private(tmp_path: Path) -> None:
    """If what made an entry or a plan private again is damaged, both stay private until they are shared again."""
    here = Home(tmp_path)
    here.person.do(WriteEntry, entry="entry-0000", steps=(EntryStep(words="secret"),), visibility="cohort")
    here.person.do(ShareEntry, entry="entry-0000", visibility="private")
    here.person.write_part(FIRST)
    here.person.do(SharePlan, visibility="cohort")
    here.person.do(SharePlan, visibility="private")
    here = damaged(here, "UPDATE events SET body = 'x' WHERE body LIKE '%private%'")
    entry, plan = here.store.read(
        lambda transaction: (
            log_at(transaction, transaction.home)[1].entries["entry-0000"],
            inquiry_of(transaction, transaction.home)[1],
        )
    )
    assert (entry.visibility, plan.visibility) == ("private", "private")
    here.store.close()


def test_an_earlier_file_of_work_heals_what_is_damaged(tmp_path: Path) -> None:
    """Restoring a file from before the damage replaces damaged events and texts."""
    here = Home(tmp_path)
    for number in range(3):
        here.person.do(WriteEntry, entry=f"entry-000{number}", steps=(EntryStep(words=f"thought {number}"),))
    file, before = here.file(), seen(here, WholeLogView, WholeLog())
    here = damaged(here, "UPDATE events SET body = 'x' WHERE version = 2")
    here = damaged(here, "UPDATE texts SET words = 'x' WHERE words LIKE '%thought 2%'")
    here.bring(file)
    assert seen(here, WholeLogView, WholeLog()).cards == before.cards
    assert here.there().damaged == ()
    here.store.close()
