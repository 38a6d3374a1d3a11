"""The log in a store: each entry once, seen only by its author, and folded correctly whatever happened in between."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.drafts import DraftCard, Drafts, DraftsView, DropDraft, KeepDraft
from dlcourse.domain.reflection.commitments import (
    AnswerCommitment,
    ChangeCommitment,
    DeleteCommitment,
    MakeCommitment,
)
from dlcourse.domain.reflection.entries import EntryStep, ReviseEntry, ShareEntry, WriteEntry
from dlcourse.domain.reflection.log import (
    EntryView,
    OneEntry,
    SessionLog,
    SessionLogView,
    SharedLog,
    SharedLogView,
    WholeLog,
    WholeLogView,
)
from dlcourse.domain.sharing import READERS
from dlcourse.domain.speech import Command, Recorded, View
from dlcourse.domain.viewer import Viewer
from dlcourse.domain.words import UNREADABLE
from dlcourse.errors import CourseError
from dlcourse.handlers.context import WriteContext
from dlcourse.handlers.jobs import Jobs
from dlcourse.handlers.reflection import entries as reflection
from dlcourse.handlers.registry import carry_out
from dlcourse.store import ReadTransaction, Store, WriteTransaction, drafts_topic
from tests.classroom import Classroom
from tests.person import Person

V = TypeVar("V", bound=View)
TODAY = datetime.now(UTC).date()
GAP, WAY = "03-the-reading-gap", "07-a-better-way"
ODD = (
    "<script>alert(1)</script>",
    "<b>bold</b> &amp; 'quoted' \"twice\"",
    "\u202eright to left\u202c, עברית, العربية",
    "👩🏽‍🏫 🏳️‍🌈",
    "x" * 100_000,
    "\\u0000 and \\ud800 as text",
)


def seen(kind: type[V], view: View) -> V:
    """Return a view of the kind that is expected."""
    assert isinstance(view, kind)
    return view


class Writer(Person):
    """Somebody who keeps a log."""

    def write(self, words: str = "Some words.", **parts: Any) -> str:
        """Write an entry; return its id."""
        entry = uuid4().hex
        self.do(WriteEntry, entry=entry, steps=(EntryStep(words=words),), **parts)
        return entry

    def revise(self, entry: str, words: str, after: int = 1, **parts: Any) -> Recorded:
        """Write an entry anew."""
        return self.do(ReviseEntry, entry=entry, after=after, steps=(EntryStep(words=words),), **parts)

    def keep(self, draft: str, count: int, words: str, **parts: Any) -> Recorded:
        """Keep a draft."""
        return self.do(KeepDraft, draft=draft, slot="free", count=count, fields={"words": words}, **parts)

    def log(self, **parts: Any) -> WholeLogView:
        """Return the whole log."""
        return seen(WholeLogView, self.course.see(WholeLog(**parts)))

    def part(self, session: str) -> SessionLogView:
        """Return a session's part of the log."""
        return seen(SessionLogView, self.course.see(SessionLog(session=session)))

    def entry(self, entry: str) -> EntryView:
        """Return an entry, whole."""
        return seen(EntryView, self.course.see(OneEntry(entry=entry)))

    def of(self, author: str) -> SharedLogView:
        """Return what one sees of another person's log."""
        return seen(SharedLogView, self.course.see(SharedLog(author=author)))

    @property
    def drafts(self) -> dict[str, DraftCard]:
        """The drafts by their id."""
        return {card.draft: card for card in seen(DraftsView, self.course.see(Drafts())).drafts}

    @property
    def drafted(self) -> dict[str, str]:
        """The words of the drafts."""
        return {draft: card.fields["words"] for draft, card in self.drafts.items()}


@pytest.fixture
def ann(store: Store) -> Writer:
    """Return one person."""
    return Writer(LocalCourse(store, "ann", Library(files.data())))


@pytest.fixture
def ben(store: Store) -> Writer:
    """Return another person at the same home."""
    return Writer(LocalCourse(store, "ben", Library(files.data())))


def words(view: WholeLogView) -> list[str]:
    """Return the first words of each entry."""
    return [card.newest.steps[0].words for card in view.cards]


@pytest.mark.parametrize("odd", ODD, ids=lambda text: text[:12])
def test_any_words_come_back_as_they_were(ann: Writer, odd: str) -> None:
    """Scripts, HTML, right-to-left text, emoji and a hundred thousand characters are text, saved and as a draft."""
    entry = ann.write(odd)
    assert ann.entry(entry).card.newest.steps[0].words == odd
    ann.keep("draft-01", 1, odd)
    assert ann.drafted == {"draft-01": odd}


def test_an_entry_is_written_once(ann: Writer) -> None:
    """The same command again changes nothing and gets the same answer."""
    ann.write()
    assert ann.last is not None
    again = ann.course.do(ann.last)
    assert (again.version, ann.log().total) == (1, 1)


def test_nobody_else_sees_an_entry_or_a_draft(ann: Writer, ben: Writer) -> None:
    """Another person's log, search, entry and drafts show nothing of mine, whatever its visibility says by now."""
    entries = [ann.write(f"mark {seen}", visibility=seen) for seen in ("private", "facilitator", "reviewers", "cohort")]
    ann.keep("draft-01", 1, "mark of a draft")
    assert ben.log(find="mark").total == 0
    assert ben.drafts == {}
    assert ben.of("ann") == ben.of("nobody") == SharedLogView(cards=())
    for entry in entries:
        with pytest.raises(CourseError, match="no such entry of yours"):
            ben.entry(entry)
        with pytest.raises(CourseError, match="no such entry of yours"):
            ben.revise(entry, "Mine now.")
        with pytest.raises(CourseError, match="no such entry of yours"):
            ben.do(ShareEntry, entry=entry, visibility="cohort")
    assert [card.visibility for card in ann.of("ann").cards] == ["cohort", "reviewers", "facilitator", "private"]


def test_another_person_cannot_point_to_my_words(ann: Writer, ben: Writer) -> None:
    """A command under the id of somebody else's words is refused, and shows nothing of them."""
    ann.write("Mine.")
    assert ann.last is not None
    with pytest.raises(CourseError):
        ben.course.do(WriteEntry(id=ann.last.id, entry="entry-of-ben", steps=(EntryStep(words="Yours?"),)))
    assert ben.log().total == 0


def test_a_reader_as_cohorts_will_make_one(ann: Writer, ben: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once somebody stands to an author in a relation, they see what is shared so, until it is less visible again."""
    entry = ann.write("For the facilitator.", visibility="facilitator")
    ann.write("For me.")
    monkeypatch.setattr(
        "dlcourse.handlers.reflection.log_views.relations_to", lambda viewer, author: frozenset({"facilitator"})
    )
    assert [card.steps[0].words for card in ben.of("ann").cards] == ["For the facilitator."]
    ann.do(ShareEntry, entry=entry, visibility="private")
    assert ben.of("ann").cards == ()


def test_a_session_shows_what_was_written_to_it(ann: Writer) -> None:
    """Entries stand under the question that they answer, the newest first; others of the session stand apart."""
    ann.write("First.", session=GAP, prompt="how-i-ask")
    ann.write("Second.", session=GAP, prompt="how-i-ask")
    ann.write("Besides.", session=GAP)
    ann.write("Elsewhere.", session=WAY, prompt="who-admitted")
    part = ann.part(GAP)
    by_prompt = {asked.prompt.id: [card.newest.steps[0].words for card in asked.cards] for asked in part.asked}
    assert by_prompt == {"whose-knowledge": [], "how-i-ask": ["Second.", "First."]}
    assert [card.newest.steps[0].words for card in part.free] == ["Besides."]
    with pytest.raises(CourseError, match="there is none called '99-none'"):
        ann.part("99-none")


def test_a_promise_is_asked_about_when_its_day_is_near(ann: Writer) -> None:
    """A promise stands in its own session until its day is near, then in every one until it is answered."""
    ann.do(MakeCommitment, commitment="promise-1", session=GAP, what="Ask Joy.", by=TODAY + timedelta(days=30))
    assert [promise.what for promise in ann.part(GAP).own] == ["Ask Joy."]
    assert (ann.part(GAP).due, ann.part(WAY).due) == ((), ())
    words = ann.part(GAP).own[0].words
    ann.do(ChangeCommitment, commitment="promise-1", after=words, what="Ask Callum.", by=TODAY + timedelta(days=1))
    assert [promise.what for promise in ann.part(WAY).due] == ["Ask Callum."]
    assert ann.part(GAP).own == ()
    ann.do(AnswerCommitment, commitment="promise-1", outcome="partly", words="No time.", again=TODAY)
    (asked,) = ann.part(WAY).due
    assert (asked.by, asked.answers[0].words) == (TODAY, "No time.")
    ann.do(AnswerCommitment, commitment="promise-1", outcome="kept", words="She knew.")
    assert ann.part(WAY).due == ()
    assert [answer.words for answer in ann.log().promises[0].answers] == ["No time.", "She knew."]


def test_due_promises_come_first_and_the_soonest_before_them(ann: Writer) -> None:
    """The whole log lists what is due by its day, then the rest, the newest first."""
    for days, what in ((30, "Later."), (2, "Soon."), (60, "Much later."), (0, "Today.")):
        ann.do(MakeCommitment, commitment=uuid4().hex, what=what, by=TODAY + timedelta(days=days))
    assert [promise.what for promise in ann.log().promises] == ["Today.", "Soon.", "Much later.", "Later."]


def test_a_promise_for_a_past_day_is_refused(ann: Writer) -> None:
    """A day of last week is refused in words, and nothing is recorded."""
    with pytest.raises(CourseError, match="that day is past"):
        ann.do(MakeCommitment, commitment="promise-1", what="Ask Joy.", by=TODAY - timedelta(days=7))
    assert ann.log().promises == ()


def test_changed_and_deleted_words_are_gone_for_good(store: Store, ann: Writer, ben: Writer) -> None:
    """Earlier words of a promise are deleted when it is changed, all of them when it is deleted; only by its maker."""
    ann.do(MakeCommitment, commitment="promise-1", what="First words.")
    assert ann.last
    ann.do(ChangeCommitment, commitment="promise-1", after=ann.last.id, what="Second words.")
    ann.do(AnswerCommitment, commitment="promise-1", outcome="partly", words="Some words.", again=TODAY)
    texts = store.read(lambda transaction: transaction.texts(_words_in(transaction)))
    assert sorted(texts.values()) == ["Second words.", "Some words."]
    with pytest.raises(CourseError, match="no such promise"):
        ben.do(DeleteCommitment, commitment="promise-1")
    ann.do(DeleteCommitment, commitment="promise-1")
    assert ann.log().promises == ()
    assert store.read(lambda transaction: transaction.texts(_words_in(transaction))) == {}
    assert ann.last
    assert ann.course.do(ann.last).version == 4
    with pytest.raises(CourseError, match="no such promise"):
        ann.do(AnswerCommitment, commitment="promise-1", outcome="kept")


def _words_in(transaction: ReadTransaction) -> list[str]:
    """Return the ids of all words to which Ann's events point."""
    return [words for each in transaction.events("reflection/ann") if (words := getattr(each.event, "words", ""))]


def test_only_audiences_with_readers_are_offered(classroom: Classroom, ann: Writer) -> None:
    """Whoever takes the course alone can write for themselves only; in a cohort there are all audiences."""
    member = Writer(classroom.joined("Ann").course)
    assert (ann.log().audiences, ann.part(GAP).audiences) == (("private",), ("private",))
    assert member.log().audiences == member.part(GAP).audiences == tuple(READERS)


def test_a_draft_that_was_said_is_none_any_more(ann: Writer) -> None:
    """What was saved is no draft, and a copy of the draft that arrives later is known to be said."""
    ann.keep("draft-01", 3, "Half a thought")
    ann.course.do(WriteEntry(id="draft-01", entry="entry-01", steps=(EntryStep(words="A thought"),)))
    assert ann.drafts == {}
    told = ann.keep("draft-01", 4, "Half a thought and")
    assert (told.stream, ann.drafts, ann.log().total) == ("reflection/ann", {}, 1)


def test_a_late_draft_does_not_overwrite_a_newer_one(ann: Writer) -> None:
    """An older copy is answered with how far the draft has come, and changes nothing."""
    ann.keep("draft-01", 5, "Newer")
    assert ann.keep("draft-01", 4, "Older").version == 5
    assert ann.drafted == {"draft-01": "Newer"}


def test_two_tabs_on_one_draft_keep_all_words(ann: Writer) -> None:
    """A tab that goes on from another one's draft takes its place; where that one goes on as well, both are there."""
    ann.keep("draft-01", 2, "Here")
    ann.keep("draft-02", 1, "Here and there", over="draft-01", over_count=2)
    assert ann.drafted == {"draft-02": "Here and there"}
    ann.keep("draft-01", 2, "Here")
    assert ann.drafted == {"draft-02": "Here and there"}
    ann.keep("draft-01", 3, "Here and now")
    assert ann.drafted == {"draft-01": "Here and now", "draft-02": "Here and there"}
    ann.keep("draft-02", 2, "Here and there again", over="draft-01", over_count=2)
    assert set(ann.drafts) == {"draft-01", "draft-02"}


def test_a_draft_is_put_away(ann: Writer) -> None:
    """A draft that its writer puts away is gone, also for late copies of it."""
    ann.keep("draft-01", 2, "Nothing")
    ann.do(DropDraft, draft="draft-01", count=2)
    ann.keep("draft-01", 2, "Nothing")
    assert ann.drafts == {}
    ann.do(DropDraft, draft="draft-99", count=1)


def test_a_draft_is_no_event(store: Store, ann: Writer) -> None:
    """Keeping a draft leaves the log as it was; its watchers hear of it under a name of its own."""
    heard: list[str] = []
    stop = ann.course.watch(drafts_topic("ann"), lambda: heard.append("drafts"))
    told = ann.keep("draft-01", 1, "Words")
    stop()
    assert (told.stream, told.version) == ("drafts/ann", 1)
    assert store.read(lambda transaction: transaction.events("reflection/ann")) == ()


def test_a_refused_entry_keeps_its_draft(ann: Writer) -> None:
    """What the course refuses leaves the draft where it was."""
    ann.keep("draft-01", 1, "Words")
    with pytest.raises(CourseError):
        ann.course.do(WriteEntry(id="draft-01", entry="entry-01", session="none", steps=(EntryStep(words="Words"),)))
    assert ann.drafted == {"draft-01": "Words"}


def test_folding_on_gives_what_folding_anew_gives(ann: Writer) -> None:
    """After each command the log is the same whether it was folded on or from the beginning."""
    entry = ann.write("First.")
    steps: list[tuple[type[Command], dict[str, Any]]] = [
        (ReviseEntry, {"entry": entry, "after": 1, "steps": (EntryStep(words="Again."),)}),
        (ShareEntry, {"entry": entry, "visibility": "cohort"}),
        (MakeCommitment, {"commitment": "promise-1", "what": "Ask."}),
        (AnswerCommitment, {"commitment": "promise-1", "outcome": "not kept", "again": TODAY}),
        (DeleteCommitment, {"commitment": "promise-1"}),
    ]
    for kind, parts in steps:
        ann.do(kind, **parts)
        folded_on = ann.log()
        reflection._folded.clear()
        assert ann.log() == folded_on


def test_two_homes_of_one_person_are_kept_apart(tmp_path: Path) -> None:
    """Two stores in one process in which somebody of the same name writes show each their own entries."""
    library = Library(files.data())
    with (
        closing(Store.open(f"sqlite:///{tmp_path / 'one.db'}")) as one,
        closing(Store.open(f"sqlite:///{tmp_path / 'two.db'}")) as two,
    ):
        writers = [Writer(LocalCourse(store, "ann", library)) for store in (one, two)]
        for turn in range(3):
            for name, writer in zip("ab", writers, strict=True):
                writer.write(f"{name}{turn}")
                assert words(writer.log()) == [f"{name}{n}" for n in range(turn, -1, -1)]


def test_a_work_that_was_taken_back_leaves_no_trace(store: Store, ann: Writer) -> None:
    """An entry whose transaction failed is in no later view, although it was folded once."""

    def work(transaction: WriteTransaction) -> None:
        library = Library(files.data())
        context = WriteContext(transaction, Viewer("ann"), library, Jobs(store, lambda _: "ann"))
        command = WriteEntry(id="taken-back", entry="entry-xx", steps=(EntryStep(words="Gone."),))
        carry_out(command, library)(context)
        reflection.log_at(transaction, "ann")
        raise CourseError("here", "something else failed")

    ann.write("Before.")
    with pytest.raises(CourseError):
        store.write(work)
    assert words(ann.log()) == ["Before."]
    ann.write("After.")
    assert words(ann.log()) == ["After.", "Before."]


def test_erased_words_are_gone_from_every_view(store: Store, ann: Writer) -> None:
    """After somebody's texts were deleted, their log is there without a word, also where it was folded before."""
    entry = ann.write("mark")
    ann.do(MakeCommitment, commitment="promise-1", what="mark")
    assert "mark" in ann.log().model_dump_json()
    store.write(lambda transaction: transaction.erase_texts("ann"))
    for view in (ann.log(), ann.log(find="mark"), ann.entry(entry), ann.of("ann")):
        assert "mark" not in view.model_dump_json()


@pytest.mark.parametrize("find", ["", "Ask"])
def test_damaged_words_of_one_entry_leave_the_log_readable(ann: Person, tmp_path: Path, find: str) -> None:
    """An entry whose text is damaged on the disk says so in its place; the others are shown and found as before."""
    for number in range(3):
        ann.do(WriteEntry, entry=f"entry-{number:03}", steps=(EntryStep(words=f"Ask {number}."),))
    with closing(sqlite3.connect(tmp_path / "course.db")) as damage, damage:
        damage.execute("UPDATE texts SET words = 'x' WHERE words LIKE '%Ask 1.%'")
    view = seen(WholeLogView, ann.course.see(WholeLog(find=find)))
    words = [card.newest.steps[0].words for card in view.cards]
    assert words == (["Ask 2.", "Ask 0."] if find else ["Ask 2.", UNREADABLE, "Ask 0."])
