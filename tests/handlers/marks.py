"""People who write, share, hide, look, take along and erase, with a mark in every text; and all that can be seen.

`Life` is a state machine for Hypothesis: whatever is done, a mark is seen only by those who may read it. What more can
be looked at becomes a line in `Eyes.everything`; what more can be done, one more rule.
"""

import json
import logging
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import patch
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.course.page_host import Host
from dlcourse.domain.drafts import Drafts, DraftsView, DropDraft, KeepDraft
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.reciprocity.messages import AskExpectation, Ledger
from dlcourse.domain.reflection.commitments import AnswerCommitment, MakeCommitment
from dlcourse.domain.reflection.entries import EntryStep, ReviseEntry, ShareEntry, WriteEntry
from dlcourse.domain.reflection.log import OneEntry, SessionLog, SharedLog, WholeLog
from dlcourse.domain.sharing import READERS, Relation, Visibility
from dlcourse.domain.speech import Command, Query, View
from dlcourse.domain.trial.messages import PLAN_WORDS, Bench, EndTrial, PlanTrial, StartTrial
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from dlcourse.handlers.reflection import log_views as handlers
from dlcourse.pages.registry import page
from dlcourse.store import Store

PEOPLE = ("ann", "ben", "cem")
SESSION = "03-the-reading-gap"
WHO = st.sampled_from(PEOPLE)
VISIBLE = st.sampled_from(sorted(READERS))
RELATIONS = st.sets(st.sampled_from(["facilitator", "reviewer", "cohort"]))
PICK = st.integers(0, 10_000)
ENOUGH = 4
"""Marks of somebody that are worth erasing."""
MARK = re.compile(r"mark[0-9a-f]{32}")


@dataclass
class Entry:
    """An entry as its author remembers it."""

    id: str
    author: str
    visibility: Visibility
    marks: list[str]


@dataclass
class Mine:
    """What somebody remembers to have written, as far as it stands; a draft and a promise by their ids."""

    entries: list[Entry] = field(default_factory=list)
    drafts: dict[str, str] = field(default_factory=dict)
    promised: list[str] = field(default_factory=list)

    @property
    def marks(self) -> set[str]:
        """The marks in all of it."""
        return {mark for entry in self.entries for mark in entry.marks} | {*self.drafts.values(), *self.promised}

    def has_any_of(self, other: "Mine") -> bool:
        """Whether an entry of then is here now."""
        return not {entry.id for entry in self.entries}.isdisjoint(entry.id for entry in other.entries)


@dataclass
class Eyes:
    """One person, and every way to see something."""

    course: LocalCourse
    name: str
    heard: list[str] = field(default_factory=list)

    def everything(self, entries: list[Entry], marks: list[str]) -> dict[str, str]:
        """Return what this person gets to see, by where it is seen; what is refused, in the words of the refusal."""
        asked: dict[str, Query] = {"log": WholeLog(), "session": SessionLog(session=SESSION), "drafts": Drafts()}
        asked |= {"work": YourWork(), "file": TakeAlong(), "ledger": Ledger(), "trials": Bench()}
        asked |= {f"search for {mark}": WholeLog(find=mark) for mark in marks[-3:]}
        asked |= {f"entry of {entry.author}: {entry.id}": OneEntry(entry=entry.id) for entry in entries[-6:]}
        asked |= {f"shared by {author}": SharedLog(author=author) for author in PEOPLE if author != self.name}
        seen = {where: self._ask(query) for where, query in asked.items()}
        pages = {"of all": self._page("log", {}), "of a session": self._page("log", {"session": SESSION})}
        return seen | pages | {"of the work": self._page("work", {})}

    def _ask(self, query: Query) -> str:
        try:
            return self.course.see(query).model_dump_json()
        except CourseError as error:
            return str(error)

    def file(self) -> str:
        """Return the file of all work."""
        taken = self.course.see(TakeAlong())
        assert isinstance(taken, WorkFileView)
        return taken.document

    def _page(self, name: str, place: dict[str, str]) -> str:
        """Return all that a browser is told at this place of a page."""
        said: list[Any] = []
        host = Host(page(name), self.course, said.append, lambda _: None, logging.getLogger("marks"))
        host.start(place)
        host.stop()
        return json.dumps(said, ensure_ascii=False)


class Lines(logging.Handler):
    """Keeps every line that anything logs."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line as it would be written, with its traceback."""
        self.said.append(logging.Formatter().format(record))


@contextmanager
def overheard() -> Iterator[Lines]:
    """Note every line of every logger, down to the chattiest."""
    lines, root = Lines(), logging.getLogger()
    level = root.level
    root.addHandler(lines)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.setLevel(level)
        root.removeHandler(lines)


class Life(RuleBasedStateMachine):
    """A home with three people."""

    steps: ClassVar[int] = 0
    """How many steps were taken in all lives together."""

    def __init__(self) -> None:
        """Begin with an empty store."""
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(f"sqlite:///{Path(self.folder.name) / 'course.db'}")
        library = Library(files.data())
        self.eyes = {name: Eyes(LocalCourse(self.store, name, library), name) for name in PEOPLE}
        self.relations: dict[tuple[str, str], set[Relation]] = {}
        self.mine = {name: Mine() for name in PEOPLE}
        self.files: list[tuple[str, str, Mine]] = []
        self.drafts: dict[str, tuple[str, int]] = {}
        self.promises: list[tuple[str, str]] = []
        self.owner: dict[str, str] = {}
        self.turn = 0
        self._patch = patch.object(handlers, "relations_to", self.related)
        self._patch.start()
        self._overheard = overheard()
        self.lines = self._overheard.__enter__()

    def related(self, viewer: Viewer, author: str) -> frozenset[Relation]:
        """In which relations people are at the moment, as cohorts will say it."""
        person = viewer.person
        return frozenset({"self"}) if person == author else frozenset(self.relations.get((person, author), ()))

    def mark(self, author: str) -> str:
        """Return a word that stands nowhere else."""
        word = f"mark{uuid4().hex}"
        self.owner[word] = author
        return word

    def do(self, author: str, kind: type[Command], **parts: Any) -> bool:
        """Say something; return whether it was done. No refusal quotes what was written."""
        told = ""
        try:
            self.eyes[author].course.do(kind(**{"id": uuid4().hex} | parts))
        except CourseError as error:
            told = str(error)
        assert not any(mark in told for mark in self.owner)
        return not told

    @property
    def entries(self) -> list[Entry]:
        """Everybody's entries that stand."""
        return [entry for name in PEOPLE for entry in self.mine[name].entries]

    @rule(author=WHO, visibility=VISIBLE, session=st.booleans())
    def write(self, author: str, visibility: Visibility, session: bool) -> None:  # noqa: FBT001
        """Write an entry, perhaps for others."""
        entry, mark = uuid4().hex, self.mark(author)
        steps = (EntryStep(heading=f"h{mark}", words=f"{mark} words"),)
        self.do(author, WriteEntry, entry=entry, visibility=visibility, steps=steps, session=SESSION if session else "")
        self.mine[author].entries.append(Entry(entry, author, visibility, [mark]))

    @rule(author=WHO, pick=PICK, visibility=VISIBLE)
    def revise(self, author: str, pick: int, visibility: Visibility) -> None:
        """Write one's own entry anew, or try it with somebody else's."""
        if not self.entries:
            return
        entry, mark = self.entries[pick % len(self.entries)], self.mark(author)
        parts = {"entry": entry.id, "after": len(entry.marks), "visibility": visibility}
        done = self.do(author, ReviseEntry, steps=(EntryStep(words=mark),), **parts)
        assert done == (author == entry.author)
        if done:
            entry.marks.append(mark)
            entry.visibility = visibility

    @rule(author=WHO, pick=PICK, visibility=VISIBLE)
    def share(self, author: str, pick: int, visibility: Visibility) -> None:
        """Share or hide an entry, or try it with somebody else's."""
        if not self.entries:
            return
        entry = self.entries[pick % len(self.entries)]
        done = self.do(author, ShareEntry, entry=entry.id, visibility=visibility)
        assert done == (author == entry.author)
        if done:
            entry.visibility = visibility

    @rule(author=WHO, viewer=WHO, relations=RELATIONS)
    def relate(self, author: str, viewer: str, relations: set[Relation]) -> None:
        """Change how somebody stands to an author."""
        self.relations[viewer, author] = relations

    @rule(author=WHO, pick=PICK)
    def draft(self, author: str, pick: int) -> None:
        """Begin a draft, or write on at one, also under an id that somebody else uses."""
        known = [*self.drafts, uuid4().hex]
        draft = known[pick % len(known)]
        _, count = self.drafts.get(draft, ("", 0))
        mark = self.mark(author)
        assert self.do(author, KeepDraft, draft=draft, slot="free/", count=count + 1, fields={"words": mark})
        self.mine[author].drafts[draft] = mark
        self.drafts[draft] = (author, count + 1)

    @rule(author=WHO, pick=PICK)
    def put_away(self, author: str, pick: int) -> None:
        """Put a draft away, one's own or one of the same id."""
        if self.drafts:
            draft = list(self.drafts)[pick % len(self.drafts)]
            self.do(author, DropDraft, draft=draft, count=self.drafts[draft][1])
            self.mine[author].drafts.pop(draft, None)

    @rule(author=WHO, pick=PICK)
    def say_draft(self, author: str, pick: int) -> None:
        """Save a draft as an entry, under its id."""
        if self.drafts:
            draft, entry, mark = list(self.drafts)[pick % len(self.drafts)], uuid4().hex, self.mark(author)
            if self.do(author, WriteEntry, id=draft, entry=entry, steps=(EntryStep(words=mark),)):
                self.mine[author].entries.append(Entry(entry, author, "private", [mark]))
                self.mine[author].drafts.pop(draft, None)
            self.drafts.pop(draft)

    @rule(author=WHO)
    def promise(self, author: str) -> None:
        """Promise something."""
        promise, mark = uuid4().hex, self.mark(author)
        assert self.do(author, MakeCommitment, commitment=promise, session=SESSION, what=mark)
        self.mine[author].promised.append(mark)
        self.promises.append((author, promise))

    @rule(author=WHO, pick=PICK)
    def answer(self, author: str, pick: int) -> None:
        """Say what became of a promise, or try it with somebody else's."""
        if self.promises:
            owner, promise = self.promises[pick % len(self.promises)]
            words = self.mark(author)
            done = self.do(author, AnswerCommitment, commitment=promise, outcome="partly", words=words)
            assert done == (author == owner)
            self.mine[author].promised += [words] if done else []

    @rule(author=WHO)
    def ask_for(self, author: str) -> None:
        """Write down what one expects of somebody, alone."""
        mark = self.mark(author)
        assert self.do(author, AskExpectation, expectation=uuid4().hex, role="Dean", whom="Tutor", what=mark)
        self.mine[author].promised.append(mark)

    @rule(author=WHO)
    def try_out(self, author: str) -> None:
        """Try something, and end it with a lesson, which goes into the log as well."""
        trial, mark, lesson = uuid4().hex, self.mark(author), self.mark(author)
        plan: dict[str, Any] = dict.fromkeys(PLAN_WORDS, mark)
        assert self.do(author, PlanTrial, trial=trial, **plan, expected=1, limit=2, worse="above", on="2100-01-01")
        assert self.do(author, StartTrial, trial=trial)
        assert self.do(author, EndTrial, trial=trial, decision="drop", taught=lesson)
        self.mine[author].promised += [mark, lesson]

    @rule(author=WHO)
    def take_along(self, author: str) -> None:
        """Take everything along, for later."""
        self.files.append((author, self.eyes[author].file(), deepcopy(self.mine[author])))

    @rule(author=WHO)
    def go_elsewhere(self, author: str) -> None:
        """Bring one's file into an empty store: there everything can be read as it can be here."""
        here, file = self.eyes[author], self.eyes[author].file()
        folder = Path(self.folder.name) / uuid4().hex
        folder.mkdir()
        with closing(Store.open(f"sqlite:///{folder / 'course.db'}")) as store:
            there = Eyes(LocalCourse(store, store.person, Library(files.data())), author)
            there.course.do(RestoreWork(id=uuid4().hex, packed=pack(file.encode())))
            asked = [Drafts(), *(OneEntry(entry=entry.id) for entry in self.mine[author].entries)]
            assert [_words(there.course.see(query)) for query in asked] == [
                _words(here.course.see(query)) for query in asked
            ]
            assert set(MARK.findall(there.file())) == self.mine[author].marks
        shutil.rmtree(folder)

    @rule(author=WHO)
    def erase(self, author: str) -> None:
        """Erase all that one ever wrote, once it is something."""
        if len(self.mine[author].marks) < ENOUGH:
            return
        work = self.eyes[author].course.see(YourWork())
        assert isinstance(work, WorkView)
        assert self.do(author, EraseWork, mark=work.mark)
        self.mine[author] = Mine()
        self.promises = [(owner, promise) for owner, promise in self.promises if owner != author]

    @rule(author=WHO, pick=PICK)
    def bring_back(self, author: str, pick: int) -> None:
        """Bring a file back after one has erased everything; that of somebody whose words are here is refused."""
        possible = [
            (owner, file, then)
            for owner, file, then in self.files
            if (not self.mine[author].marks if owner == author else self.mine[owner].has_any_of(then))
        ]
        if possible:
            owner, file, then = possible[pick % len(possible)]
            assert self.do(author, RestoreWork, packed=pack(file.encode())) == (owner == author)
            if owner == author:
                self.mine[author] = deepcopy(then)

    @invariant()
    def nobody_sees_what_is_not_theirs(self) -> None:
        """One person after the other looks everywhere: foreign marks are exactly those that are shared with them."""
        Life.steps += 1
        self.turn += 1
        viewer = PEOPLE[self.turn % len(PEOPLE)]
        shared = {entry.marks[-1] for entry in self.entries if self.may_see(viewer, entry)}
        for where, text in self.eyes[viewer].everything(self.entries, list(self.owner)).items():
            foreign = {mark for mark, owner in self.owner.items() if owner != viewer and mark in text}
            asked = {where.removeprefix("search for ")}  # a search is told back to whoever asks it
            allowed = shared if where.startswith("shared by ") else asked
            assert foreign <= allowed, where
            assert set(MARK.findall(text)) <= self.standing() | asked, where
            assert where != "file" or set(MARK.findall(text)) == self.mine[viewer].marks
            if where.startswith("shared by "):
                author = where.removeprefix("shared by ")
                assert foreign == {mark for mark in shared if self.owner[mark] == author}, where

    @invariant()
    def what_does_not_stand_is_in_no_file(self) -> None:
        """No byte of the database or of its journal holds a mark that was erased, or that newer words replaced."""
        kept = b"".join(path.read_bytes() for path in Path(self.folder.name).iterdir())
        assert {mark.decode() for mark in re.findall(MARK.pattern.encode(), kept)} <= self.standing()

    @invariant()
    def no_line_is_logged_with_words(self) -> None:
        """Whatever is logged, no mark is in it."""
        assert not [line for line in self.lines.said if "mark" in line and any(mark in line for mark in self.owner)]
        self.lines.said.clear()

    def standing(self) -> set[str]:
        """The marks of all that somebody wrote and that is still theirs."""
        return {mark for mine in self.mine.values() for mark in mine.marks}

    def may_see(self, viewer: str, entry: Entry) -> bool:
        """Whether the newest version is shared with this viewer; said here in other words than in the course."""
        stands: set[Any] = self.relations.get((viewer, entry.author), set())
        wanted: dict[Visibility, set[Any]] = {
            "private": set(),
            "facilitator": {"facilitator"},
            "reviewers": {"reviewer"},
            "cohort": {"facilitator", "reviewer", "cohort"},
        }
        return viewer != entry.author and bool(stands & wanted[entry.visibility])

    def teardown(self) -> None:
        """Put everything away."""
        self._overheard.__exit__(None, None, None)
        self._patch.stop()
        self.store.close()
        self.folder.cleanup()


def _words(view: View) -> object:
    """What a view shows, without the names by which a browser keeps people apart: elsewhere they are others."""
    return view.drafts if isinstance(view, DraftsView) else view
