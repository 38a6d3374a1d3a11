"""A role-play through the course: recorded once, unchanged by later edits, and visible only to those who take part."""

import hashlib
import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic_core import to_json

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.roleplay.attempts import Brief, BriefView
from dlcourse.domain.roleplay.messages import (
    Ask,
    BeginPlay,
    BranchPlay,
    CloseTalk,
    Compare,
    Debrief,
    Decide,
    MakeChoice,
    Move,
    PlayBegun,
    ScenarioKept,
    ShareFact,
    StatePreference,
    Table,
    VoiceIdea,
)
from dlcourse.domain.speech import Command, Query, Recorded, encode
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.fold_cache import FoldCache
from dlcourse.handlers.jobs import Jobs
from dlcourse.handlers.roleplay.plays import plays
from dlcourse.store import Store, StoredEvent, WriteTransaction
from tests.domain.roleplay.anybody import saved
from tests.domain.roleplay.learners import SHIPPED
from tests.person import GAP, STORY, Person
from tests.serving import PATIENCE

LIBRARY = Library(files.data(), [])
NONE = "there is no such play of yours"


def kept(store: Store, play: str) -> tuple[StoredEvent, ...]:
    """Return what the store holds of a play."""
    return store.read(lambda transaction: transaction.events(f"play/{play}"))


def test_from_brief_to_debrief(ann: Person) -> None:
    """A whole play: brief, preference, a shared fact, a question, an idea, the decision, the story, the debrief."""
    brief = ann.course.see(Brief(scenario=GAP))
    assert isinstance(brief, BriefView)
    assert [role.id for role in brief.roles if role.decides] == ["principal"]
    play = ann.talk()
    ann.do(ShareFact, play=play, fact="hours-open")
    ann.do(Ask, play=play, how="expertise", to="secretary")
    ann.do(VoiceIdea, play=play, option="move-block", words="What if we read later?")
    recorded = ann.do(
        Decide, play=play, option="move-block", reason="Lourdes sees the mornings.", credits=("secretary",)
    )
    assert recorded.stream == f"play/{play}"
    ann.go_on(play)
    debrief = ann.debrief(play)
    assert debrief.talk
    assert (debrief.talk.solved, debrief.talk.minutes_used) == (True, 3)
    assert (
        debrief.talk.unique_voiced >= 1
    )  # the principal's own; whether Lourdes tells hers at the first question is chance
    words = [line.words for passage in debrief.passages for line in passage.lines if line.words]
    assert words == ["What if we read later?", "Lourdes sees the mornings."]


@pytest.mark.parametrize("scenario", SHIPPED)
def test_a_brief_tells_no_fact(ann: Person, scenario: str) -> None:
    """Before anyone sits down, nothing is told of what single roles know, of the ways, or of what is best."""
    brief = ann.course.see(Brief(scenario=scenario)).model_dump_json()
    whole = saved(scenario)
    secrets = [fact.text for fact in whole.facts] + [scene.text for scene in whole.scenes]
    assert [secret for secret in secrets if to_json(secret).decode()[1:-1] in brief] == []


def test_the_same_command_twice(store: Store, ann: Person) -> None:
    """Any command that is sent again, at once or much later, is answered as the first time and recorded once."""
    head = {"play": "my-play"}
    said = [
        BeginPlay(id="command-1", scenario=GAP, seat="principal", **head),
        StatePreference(id="command-2", option="buy-program", **head),
        VoiceIdea(id="command-3", option="buy-program", words="Books.", **head),
        Decide(id="command-4", option="buy-program", reason="Books.", **head),
        BranchPlay(id="command-5", play="my-branch", source="my-play", moves=1),
    ]
    first = [(ann.course.do(command), ann.course.do(command))[0] for command in said]
    assert [ann.course.do(command) for command in said] == first
    assert [recorded.version for recorded in first] == [1, 2, 4, 6, 2]
    assert (len(kept(store, "my-play")), len(kept(store, "my-branch"))) == (6, 2)


def test_a_play_begins_once(store: Store, ann: Person, ben: Person) -> None:
    """An id that is taken, by whomever, is refused in the same words, and the play there stays as it is."""
    play = ann.talk()
    before = kept(store, play)
    tries: list[Callable[[], Recorded]] = [
        lambda: ann.do(BeginPlay, play=play, scenario=GAP, seat="teacher"),
        lambda: ben.do(BeginPlay, play=play, scenario=GAP, seat="teacher"),
        lambda: ann.do(BranchPlay, play=play, source=play, moves=0),
    ]
    for attempt in tries:
        with pytest.raises(CourseError, match="play: one of this id has begun already"):
            attempt()
    assert kept(store, play) == before


@pytest.mark.parametrize(
    ("scenario", "seat", "what"), [("nonsense", "principal", "none called"), (GAP, "nobody", "no role 'nobody'")]
)
def test_no_such_table(ann: Person, scenario: str, seat: str, what: str) -> None:
    """A scenario or a seat that does not exist is refused, and no play begins."""
    with pytest.raises(CourseError, match=what):
        ann.begin(scenario, seat)
    assert ann.attempts() == ()


def test_words_are_kept_apart(store: Store, ann: Person) -> None:
    """What a person wrote stands in the texts and nowhere in the events; once erased it is gone from every view."""
    play = ann.talk()
    ann.do(VoiceIdea, play=play, option="buy-program", words="My private words.")
    ann.do(Decide, play=play, option="buy-program", reason="My private reason.")
    ann.go_on(play)
    bodies = [json.dumps(encode(each.event)) for each in kept(store, play)]
    assert [body for body in bodies if "My private" in body] == []
    assert "My private words." in ann.debrief(play).model_dump_json()
    store.write(lambda transaction: transaction.erase_texts("ann"))
    assert "My private" not in ann.debrief(play).model_dump_json() + ann.table(play).model_dump_json()
    assert len(ann.debrief(play).passages) == len(ann.table(play).passages)


def test_a_scenario_is_kept_once(store: Store, ann: Person, ben: Person) -> None:
    """However many plays there are of a scenario, it is kept once for all of them."""
    plays = [ann.begin(), ann.begin(), ben.begin(seat="teacher")]
    streams = {kept(store, play)[0].event.model_dump()["scenario"] for play in plays}
    assert len(streams) == 1
    assert len(store.read(lambda transaction: transaction.events(streams.pop()))) == 1


def test_an_edited_file_changes_no_play(ann: Person, own: Path, store: Store) -> None:
    """A play goes on with the scenario as it was when it began, also for whoever opens the store anew."""
    file = own / "two-doors.yaml"
    file.write_text(STORY, "utf-8")
    play = ann.begin("two-doors", "guest")
    before = ann.table(play)
    file.write_text(STORY.replace("Which one?", "Which of the two?").replace("id: right", "id: far-right"), "utf-8")
    assert ann.table(play) == before
    ann.do(MakeChoice, play=play, scene="hall", choice="right")
    assert ann.table(play).stage == "end"
    newer = ann.begin("two-doors", "guest")
    assert ann.table(newer).passages[0].text == "Which of the two?"
    file.write_text("id: [", "utf-8")
    again = Person(LocalCourse(store, "ann", Library(file.parent, [])))
    assert again.table(newer) == ann.table(newer)


def test_attempts(ann: Person, ben: Person) -> None:
    """My plays of a scenario are numbered from the oldest, listed from the newest, and nobody else's are among them."""
    first, second = ann.whole_play(), ann.talk()
    third = ann.branch(first, 1)
    ben.begin()
    ann.begin("sealed-workshop", "gwen")
    listed = ann.attempts()
    assert [(attempt.play, attempt.number) for attempt in listed] == [(third, 3), (second, 2), (first, 1)]
    assert [(attempt.source, attempt.source_moves) for attempt in listed] == [(1, 1), (0, 0), (0, 0)]
    assert [attempt.ended for attempt in listed] == [False, False, True]
    assert listed[2].decided == "Buy the Stepping Stones program"
    assert listed[2].outcome == ann.debrief(first).end
    assert listed[2].seat == "Callum Reyes, third-grade teacher"
    assert listed[1].decided == listed[1].outcome == ""


@pytest.mark.parametrize(
    "ask",
    [
        lambda play: Table(play=play),
        lambda play: Debrief(play=play),
        lambda play: Compare(first=play, second=play),
        lambda play: StatePreference(id="command-1", play=play, option="buy-program"),
        lambda play: ShareFact(id="command-1", play=play, fact="nonsense"),
        lambda play: MakeChoice(id="command-1", play=play, scene="nonsense", choice="nonsense"),
        lambda play: Move(id="command-1", play=play),
        lambda play: BranchPlay(id="command-1", play="new-play", source=play, moves=1),
        lambda play: BranchPlay(id="command-1", play="new-play", source=play, moves=99),
    ],
)
def test_a_strangers_play(ann: Person, ben: Person, ask: Callable[[str], Command | Query]) -> None:
    """Somebody else's play and one that does not exist are refused in the same words."""
    plays = {"begun": ann.talk(), "ended": ann.whole_play(), "missing": "nonsense"}
    before = [ann.table(plays["begun"]), ann.table(plays["ended"])]
    refusals = set()
    for play in plays.values():
        asked = ask(play)
        with pytest.raises(CourseError, match=NONE) as refused:
            ben.course.do(asked) if isinstance(asked, Command) else ben.course.see(asked)
        refusals.add(str(refused.value))
    assert len(refusals) == 1
    assert ben.attempts() == ()
    assert [ann.table(plays["begun"]), ann.table(plays["ended"])] == before


def together(store: Store, play: str, **seats: str) -> str:
    """Let these people sit down at a table of the reading gap, which the first of them has set; return its id."""
    host, scenario = next(iter(seats.values())), saved(GAP)
    digest = hashlib.sha256(scenario.model_dump_json().encode()).hexdigest()
    begun = PlayBegun(scenario=f"scenario/{digest}", title=scenario.title, about=GAP, seats=seats, seed=play)

    def work(transaction: WriteTransaction) -> None:
        if not transaction.events(f"scenario/{digest}"):
            transaction.append(f"scenario/{digest}", 0, digest, "author", [ScenarioKept(scenario=scenario)])
        transaction.append(f"play/{play}", 0, f"begin-{play}", host, [begun])

    store.write(work)
    return play


@pytest.fixture
def table(store: Store, ann: Person, ben: Person) -> str:
    """Return a play in which Ann decides and Ben teaches, and both have stated a first preference."""
    play = together(store, "our-play", principal="ann", teacher="ben")
    for person in (ann, ben):
        person.do(StatePreference, play=play, option="buy-program")
    return play


def test_whoever_takes_part_finds_the_play(ann: Person, ben: Person, table: str) -> None:
    """A play with several people is among the attempts of each, under the name of their own seat, and on their home."""
    for person, seat in ((ann, "principal"), (ben, "teacher")):
        (attempt,) = person.attempts()
        assert (attempt.play, attempt.number) == (table, 1)
        assert attempt.seat == saved(GAP).role(seat).name
        resume = person.home().resume
        assert resume
        assert resume.seat == attempt.seat


def test_whoever_sets_a_table_for_others_has_no_attempt(store: Store, person: Callable[[str], Person]) -> None:
    """Somebody who began a play and sits at no seat of it finds no attempt, and the home page opens."""
    play = together(store, "their-play", principal="ann", teacher="ben")
    begun = kept(store, play)[0].event
    store.write(lambda transaction: transaction.append("play/set-by-cem", 0, "begin-it", "cem", [begun]))
    cem = person("cem")
    assert cem.attempts() == ()
    assert cem.home().resume is None
    with pytest.raises(CourseError, match=NONE):
        cem.table("set-by-cem")
    assert len(person("ben").attempts()) == 2


def test_everyone_at_the_table_hears_of_it(ann: Person, ben: Person, table: str) -> None:
    """Whoever sits there may watch, and hears of the others' moves."""
    heard = threading.Event()
    stop = ben.course.watch(f"play/{table}", heard.set)
    ann.do(Ask, play=table, how="open")
    assert heard.wait(PATIENCE)
    stop()
    assert ben.table(table).minutes_left == ann.table(table).minutes_left


def test_the_person_who_decides_decides(ann: Person, ben: Person, table: str) -> None:
    """Closing the talk leaves the decision to whoever sits on the deciding seat, and both meet it in their debrief."""
    ben.do(CloseTalk, play=table, option="move-block")
    assert (ben.table(table).stage, ann.table(table).stage) == ("wait", "talk")
    ann.do(Decide, play=table, option="move-block", reason="Ben knows.", credits=("teacher",))
    while (stages := {each.table(table).stage: each for each in (ann, ben)}) and "choose" in stages:
        chooser = stages["choose"]
        seen = chooser.table(table)
        waiting = next((each for stage, each in stages.items() if stage == "wait"), chooser)
        if waiting is not chooser:
            with pytest.raises(CourseError, match="chooses here"):
                waiting.do(MakeChoice, play=table, scene=seen.passages[-1].scene, choice=seen.choices[-1].id)
        chooser.do(MakeChoice, play=table, scene=seen.passages[-1].scene, choice=seen.choices[-1].id)
    assert [each.debrief(table).seat for each in (ann, ben)] == ["principal", "teacher"]
    assert "Ben knows." in ben.debrief(table).model_dump_json()


def test_a_branch_is_for_one(store: Store, ann: Person, ben: Person, table: str) -> None:
    """A person who branches off from a shared play continues alone, with scripts, and without others' words."""
    ann.do(VoiceIdea, play=table, option="buy-program", words="Words of Ann.")
    ben.do(VoiceIdea, play=table, option="move-block", words="Words of Ben.")
    moves = len(kept(store, table)) - 1
    play = ben.branch(table, moves)
    assert [attempt.play for attempt in ann.attempts()] == [table]
    assert [attempt.play for attempt in ben.attempts()] == [play, table]
    shown = ben.table(play).model_dump_json()
    assert "Words of Ben." in shown
    assert "Words of Ann." not in shown
    ben.do(CloseTalk, play=play, option="move-block")
    assert ben.table(play).decided
    assert ann.table(table).decided == ""


def test_erasing_one_player_leaves_the_others_their_play(store: Store, ann: Person, ben: Person, table: str) -> None:
    """Their play stays with all they did, without the erased person's words, and they can go on to its end."""
    ann.do(VoiceIdea, play=table, option="buy-program", words="Words of Ann.")
    ben.do(VoiceIdea, play=table, option="move-block", words="Words of Ben.")
    store.write(lambda transaction: transaction.erase(transaction.work("ann")))
    assert ann.attempts() == ()
    with pytest.raises(CourseError, match=NONE):
        ann.table(table)
    shown = ben.table(table).model_dump_json()
    assert ("Words of Ben." in shown, "Words of Ann." in shown) == (True, False)
    ben.do(CloseTalk, play=table, option="move-block")
    assert ben.table(table).decided
    ben.go_on(table)
    assert ben.debrief(table)


@pytest.mark.usefixtures("table")
def test_each_at_a_table_is_found_under_their_own_seat(store: Store) -> None:
    """Whoever asks for many people with one cache, such as a cohort's overview, finds each under their own seat."""
    cache, jobs = FoldCache[object](), Jobs(store, lambda _: "faye")

    def seat(person: str) -> str:
        return store.read(lambda t: plays(ReadContext(t, Viewer(person), LIBRARY, jobs, cache))[0].seat)

    assert [seat(person) for person in ("ann", "ben")] == [
        saved(GAP).role(role).name for role in ("principal", "teacher")
    ]
