"""All of a person's work: exported, restored elsewhere, and erased so that no byte of it remains."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.mywork.work import (
    Erased,
    EraseWork,
    Restored,
    RestoreWork,
    TakeAlong,
    WorkFileView,
    WorkView,
    YourWork,
)
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.roleplay.messages import Ask, ShareFact, VoiceIdea
from dlcourse.domain.scrutiny.messages import BeginRound, Scrutiny
from dlcourse.domain.scrutiny.round_view import ScrutinyView
from dlcourse.domain.selfcheck.readiness import Check, Introduce, Introduced, Introduction, Rate
from dlcourse.domain.selfcheck.sorting import Sort, Sorting, SortingView
from dlcourse.domain.speech import Query
from dlcourse.errors import CourseError
from dlcourse.store import Store
from tests.domain.mywork.test_work_file import AT, sealed
from tests.domain.roleplay.anybody import law
from tests.person import GAP, STORY, Person

OTHERS: list[Query] = [Introduction(), Check(check="readiness"), Sorting(exercise="sorting")]


class Home:
    """A home with its current person."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.store = Store.open(f"sqlite:///{folder / 'course.db'}")
        self.person = Person(LocalCourse(self.store, self.store.person, Library(files.data(), [folder / "scenarios"])))

    def file(self) -> str:
        """Take everything along."""
        taken = self.person.course.see(TakeAlong())
        assert isinstance(taken, WorkFileView)
        return taken.document

    def bring(self, file: str | bytes) -> Restored:
        """Bring a file back."""
        content = file.encode() if isinstance(file, str) else file
        told = self.person.do(RestoreWork, packed=pack(content))
        assert isinstance(told, Restored)
        return told

    def there(self) -> WorkView:
        """Return what there is."""
        view = self.person.course.see(YourWork())
        assert isinstance(view, WorkView)
        return view

    def erase(self) -> Erased:
        """Erase everything."""
        told = self.person.do(EraseWork, mark=self.there().mark)
        assert isinstance(told, Erased)
        return told

    def draft(self, key: str, words: str) -> None:
        """Keep a draft."""
        self.store.write(lambda transaction: transaction.keep_draft(transaction.home, key, words))

    def drafts(self) -> list[str]:
        """Return the words of all drafts, by key."""
        return [draft.words for draft in self.store.read(lambda transaction: transaction.work(transaction.home)).drafts]

    def shows(self) -> list[object]:
        """Return everything that its person can see, apart from whose it is by id."""
        home = self.person.home()
        plays = [attempt for scenario in home.scenarios for attempt in self.person.attempts(scenario.id)]
        tables = [self.person.table(attempt.play) for attempt in plays]
        debriefs = [self.person.debrief(attempt.play) for attempt in plays if attempt.ended]
        others = [self.person.course.see(query) for query in OTHERS]
        return [home.model_copy(update={"owner": ""}), plays, tables, debriefs, others, self.drafts()]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Callable[[str], Home]]:
    """Makes a new home with a name; all are closed at the end."""
    made: list[Home] = []

    def make(name: str) -> Home:
        made.append(Home(tmp_path / f"{len(made)}-{name}"))
        return made[-1]

    yield make
    for each in made:
        each.store.close()


@pytest.fixture
def here(home: Callable[[str], Home]) -> Home:
    """A home in which something of every kind was done."""
    made = home("here")
    do_some(made, "pstirdw")
    return made


@pytest.fixture
def there(home: Callable[[str], Home]) -> Home:
    """Another home, empty."""
    return home("there")


def sort_one(person: Person) -> None:
    """Sort the next situation."""
    sorting = person.course.see(Sorting(exercise="sorting"))
    assert isinstance(sorting, SortingView)
    assert sorting.next
    person.do(Sort, exercise="sorting", situation=sorting.next.id, answer="neither")


def branch_one(person: Person) -> None:
    """Branch off at the first play's first move, if there is one."""
    if attempts := person.attempts():
        person.branch(attempts[-1].play, 1)


DEEDS: dict[str, Callable[[Home, str], object]] = {
    "p": lambda home, name: home.person.whole_play(),
    "t": lambda home, name: home.person.do(Ask, play=home.person.talk(), how="open"),
    "i": lambda home, name: home.person.do(Introduce, name=f"mark {name}", role="mark of a role", leads="mark of it"),
    "r": lambda home, name: home.person.do(Rate, check="readiness", statement="asked-before", level=len(name)),
    "s": lambda home, name: sort_one(home.person),
    "b": lambda home, name: branch_one(home.person),
    "w": lambda home, name: home.person.do(
        VoiceIdea, play=home.person.talk(), option="buy-program", words=f"mark {name} " * 20
    ),
    "d": lambda home, name: home.draft(f"some/{name}", f"mark of a draft {name}"),
}


def do_some(home: Home, deeds: str) -> None:
    """Do things in a home; each letter is one kind of thing."""
    for place, deed in enumerate(deeds):
        DEEDS[deed](home, f"{deed}{place}")


@settings(law, max_examples=12, suppress_health_check=list(HealthCheck))
@given(st.text("ptirsbwd", max_size=7))
def test_everything_is_the_same_elsewhere(home: Callable[[str], Home], deeds: str) -> None:
    """Random work, restored into an empty home, looks the same there on every page, and gives the same file again."""
    here, there = home("here"), home("there")
    do_some(here, deeds)
    told = there.bring(here.file())
    assert there.shows() == here.shows()
    assert told.steps == here.there().steps
    mine, yours = (json.loads(file.file().replace(file.there().person, "me")) for file in (here, there))
    assert all(mine[part] == yours[part] for part in ("events", "texts", "drafts"))


def test_bringing_it_again_changes_nothing(here: Home, there: Home) -> None:
    """Restoring again changes nothing, and anything newer stays."""
    there.bring(here.file())
    before = there.shows()
    told = there.bring(here.file())
    assert (told.steps, told.new, told.longer, told.newer) == (0, 0, 0, 0)
    assert there.shows() == before
    do_some(there, "ri")
    newest = there.shows()
    told = there.bring(here.file())
    assert (told.steps, told.newer) == (0, 1)
    assert there.shows() == newest


def test_a_file_comes_back_to_where_it_is_from(here: Home) -> None:
    """Restoring an old file of the same home undoes nothing."""
    file = here.file()
    do_some(here, "tri")
    newest = here.shows()
    assert here.bring(file).steps == 0
    assert here.shows() == newest


def said_at(home: Home, play: str) -> list[dict[str, Any]]:
    """What was said and done in a play. A copy has a seed of its own, so the course may put it into other words."""
    passages = home.person.table(play).passages
    return [line.model_dump(exclude={"phrasing"}) for passage in passages for line in passage.lines]


def test_a_play_that_went_on_differently_becomes_another_attempt(here: Home, there: Home) -> None:
    """Both attempts can be seen and continued, and the one that was here does not change."""
    play = here.person.talk()
    there.bring(here.file())
    here.person.do(Ask, play=play, how="open")
    there.person.do(Ask, play=play, how="closed", option="buy-program")
    before = there.person.table(play)
    known = {attempt.play for attempt in there.person.attempts()}
    told = there.bring(here.file())
    assert told.beside == 1
    assert there.person.table(play) == before
    (other,) = {attempt.play for attempt in there.person.attempts()} - known
    assert said_at(there, other) == said_at(here, play)
    there.person.do(ShareFact, play=other, fact="hours-open")


def test_what_was_answered_last_counts_wherever_it_was(here: Home, there: Home) -> None:
    """Of two answers in two places, the later one is shown, and the earlier one is not lost."""
    there.bring(here.file())
    here.person.do(Introduce, name="Earlier")
    there.person.do(Introduce, name="Later")
    assert there.bring(here.file()).joined == 1
    assert there.person.home().person == "Later"
    assert here.bring(there.file()).longer == 1
    assert here.person.home().person == "Later"
    assert "Earlier" in here.file()
    assert "Earlier" in there.file()


def test_a_round_that_was_brought_does_not_hide_a_newer_one(here: Home, there: Home) -> None:
    """The round that was begun last is the current one, in whichever order they came here."""
    for home, seat in ((here, "principal"), (there, "secretary")):
        home.person.do(BeginRound, exercise="open-practice", round=uuid4().hex, seat=seat)
    assert there.bring(here.file()).new > 0
    view = there.person.course.see(Scrutiny(exercise="open-practice"))
    assert isinstance(view, ScrutinyView)
    assert view.you == "secretary"


def test_a_damaged_file_changes_nothing(here: Home, there: Home) -> None:
    """After a file was refused, none of its events, words or drafts are there."""
    content = bytearray(here.file().encode())
    content[len(content) // 2] ^= 1
    with pytest.raises(CourseError, match="damaged"):
        there.bring(bytes(content))
    assert there.there().steps == 0
    assert there.person.home().empty


def test_steps_that_fit_together_nowhere_are_refused(here: Home, there: Home) -> None:
    """Valid events of a play that are impossible together, or have no scenario, would break pages and are refused."""
    document = json.loads(here.file())
    del document["checksum"]

    def made_up(events: list[dict[str, object]]) -> bytes:
        return sealed(lambda file: file.update(document | {"events": events}))

    without = [event for event in document["events"] if event["actor"] != "author"]
    nowhere = {"role": "principal", "scene": "nowhere", "choice": "none"}
    lost = [
        event | {"kind": "ChoiceMade", "body": nowhere} if event["kind"] == "PreferenceStated" else event
        for event in document["events"]
    ]
    assert there.bring(made_up(document["events"])).steps > 0
    there.erase()
    for events, why in ((without, "what it points to is missing"), (lost, "do not fit together")):
        with pytest.raises(CourseError, match=why):
            there.bring(made_up(events))
    assert there.person.home().empty


def test_made_up_steps_leave_every_page_usable(there: Home) -> None:
    """An unknown level is refused; a round in which the person has no seat is not shown, and a new one can be begun."""
    me = there.there().person
    event = {"version": 1, "actor": me, "part": 0, "at": AT, "command": "made-up"}
    rated = {"stream": f"expertise/{me}", "kind": "ExpertiseRated", "body": {"expertise": "listening", "level": 6}}
    with pytest.raises(CourseError, match="cannot read 'ExpertiseRated'"):
        there.bring(sealed(lambda file: of_one(file, me, event | rated)))
    members = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
    begun = {"exercise": "open-practice", "leader": "a", "members": members, "seats": {}}
    begins = {"stream": "round/made-up", "kind": "RoundBegun", "body": begun}
    there.bring(sealed(lambda file: of_one(file, me, event | begins)))
    view = there.person.course.see(Scrutiny(exercise="open-practice"))
    assert isinstance(view, ScrutinyView)
    assert view.stage == "begin"


def test_erased_words_leave_no_byte(here: Home) -> None:
    """After erasing, no byte of marked words or of the person's id is in any file of the store, and the home is new."""
    ids = {here.there().person, *(attempt.play for attempt in here.person.attempts())}
    before = (here.folder / "course.db").read_bytes()
    assert b"mark" in before
    assert here.erase().together == 0
    here.store.close()
    left = {path.name: path.read_bytes() for path in here.folder.iterdir() if path.is_file()}
    assert set(left) == {"course.db"}
    for gone in ["mark", *ids]:
        assert gone.encode() not in left["course.db"]


def test_after_erasing_one_begins_anew(here: Home) -> None:
    """The running course has a new person at once, and what they do is theirs, even after the store is opened again."""
    old = here.there().person
    here.erase()
    assert here.person.home().empty
    assert here.there().person != old
    here.person.whole_play()
    with closing(Store.open(here.store.url)) as again:
        person = Person(LocalCourse(again, again.person, Library(files.data())))
        assert len(person.attempts()) == 1


def test_nothing_unseen_is_erased(here: Home) -> None:
    """Work that came after the person looked, as from another tab, is not erased; a repeated message erases nothing."""
    seen = here.there()
    do_some(here, "r")
    with pytest.raises(CourseError, match="more of it by now"):
        here.person.do(EraseWork, mark=seen.mark)
    assert here.there().steps == seen.steps + 1
    last = EraseWork(id="erase-it-once", mark=here.there().mark)
    here.person.course.do(last)
    do_some(here, "r")
    with pytest.raises(CourseError, match="more of it by now"):
        here.person.course.do(last)
    assert here.there().steps == 1


def test_an_erasure_whose_answer_was_lost_is_answered_again(here: Home) -> None:
    """A repeated erasure is answered again and says whose copies must go, but it does not erase newer work."""
    seen = here.there()
    said = EraseWork(id="erase-it-once", mark=seen.mark, whose=seen.person)
    first, again = here.person.course.do(said), here.person.course.do(said)
    assert isinstance(first, Erased)
    assert isinstance(again, Erased)
    assert (first.person, again.person) == (seen.person, seen.person)
    assert (first.steps, again.steps) == (seen.steps, 0)
    do_some(here, "r")
    with pytest.raises(CourseError, match="more of it by now"):
        here.person.course.do(said)


def test_one_s_own_scenario_goes_with_the_plays_of_it(here: Home) -> None:
    """What a person wrote themselves and played is erased, too; the courses' scenarios that others played stay."""
    (here.folder / "scenarios").mkdir()
    (here.folder / "scenarios" / "mine.yaml").write_text(STORY.replace("It was locked.", "MARKED WORDS"), "utf-8")
    here.person.begin("two-doors", "guest")
    as_ben_did = begun_by(here)
    here.store.write(lambda transaction: transaction.append("play/of-ben", 0, "as-ben-did", "ben", [as_ben_did]))
    here.erase()
    here.store.close()
    content = (here.folder / "course.db").read_bytes()
    assert b"MARKED WORDS" not in content
    assert b"The reading gap" in content


def begun_by(home: Home) -> Introduced:
    """An event that points to the kept scenario of the reading gap."""
    (kept,) = [s.name for s in home.store.read(lambda b: b.work(b.home)).kept if GAP in str(s.lines[0].body)]
    return Introduced(words=kept)


def test_what_others_have_a_part_in_stays_without_name_and_words(here: Home) -> None:
    """Their events stay where they are; the erased person's have a name that leads nowhere, and no words."""
    me = here.there().person

    def together(actor: str, command: str, words: str, at: int) -> None:
        event = Introduced(words=command)
        here.store.write(
            lambda transaction: transaction.append("table/1", at, command, actor, [event], {command: words})
        )

    together(me, "said-by-me", "mark of mine", 0)
    together("ben", "said-by-ben", "words of ben", 1)
    together(me, "said-again", "mark of mine again", 2)
    here.store.write(lambda transaction: transaction.append("of-ben/1", 0, "names-me", "ben", [Introduced(words=me)]))
    file = json.loads(here.file())
    assert file["shared"] == ["table/1"]
    assert "words of ben" not in here.file()
    assert "said-by-ben" not in here.file()
    assert here.erase().together == 1
    kept = here.store.read(lambda transaction: transaction.events("table/1") + transaction.events("of-ben/1"))
    (first, ben, again, names) = kept
    assert (ben.actor, ben.event) == ("ben", Introduced(words="said-by-ben"))
    assert first.actor == again.actor != me
    assert first.actor.startswith("erased-")
    assert here.store.read(lambda transaction: transaction.text("said-by-ben")) == "words of ben"
    assert (
        here.store.read(lambda transaction: transaction.texts([str(first.event.model_dump()["words"]), "said-by-me"]))
        == {}
    )
    assert names.event == Introduced(words=first.actor)
    here.store.close()
    content = (here.folder / "course.db").read_bytes()
    for gone in (me, "mark of", "said-by-me", "said-again"):
        assert gone.encode() not in content


def test_nothing_comes_into_others_streams_or_shows_their_words(here: Home) -> None:
    """A file that names another person's stream or points to their words is refused, and nothing of theirs changes."""
    words = here.store.write(
        lambda transaction: transaction.append(
            "start/ben", 0, "who-ben-is", "ben", [Introduced(words="who-ben-is")], {"b": "x"}
        )
    )
    me = here.there().person
    event = {"version": 1, "actor": me, "part": 0, "kind": "Introduced", "at": words.at, "command": "made-up"}
    for made_up in (
        {"stream": "sorting/ben/x", "body": {"words": "mine"}},
        {"stream": "start/x", "body": {"words": "b"}},
    ):
        with pytest.raises(CourseError, match="somebody else"):
            here.bring(sealed(lambda file, row=made_up: of_one(file, me, event | row)))  # type: ignore[misc]
    told = here.bring(sealed(lambda file: of_one(file, me, event | {"stream": "start/ben", "body": {"words": "i"}})))
    assert (told.steps, told.left) == (0, 1)
    assert len(here.store.read(lambda transaction: transaction.events("start/ben"))) == 1


def of_one(file: dict[str, object], person: str, event: dict[str, object]) -> None:
    """Let the file be this person's, with this one event."""
    file.update(person=person, events=[event], texts=[], drafts=[], shared=[])
