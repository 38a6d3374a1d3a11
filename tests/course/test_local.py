"""The course next to its store: one person each, many threads, nothing recorded twice."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.roleplay.attempts import Brief
from dlcourse.domain.roleplay.messages import (
    Ask,
    BeginPlay,
    Decide,
    PreferenceStated,
    ShareFact,
    StatePreference,
    Table,
    VoiceIdea,
)
from dlcourse.domain.roleplay.table import table_for
from dlcourse.domain.speech import Command, Query, Recorded
from dlcourse.errors import CourseError
from dlcourse.store import Store
from tests.domain.roleplay.anybody import Said, law, saved, scripts, speak
from tests.domain.roleplay.learners import SHIPPED, Sitting
from tests.person import GAP, Person
from tests.serving import PATIENCE


def versions(store: Store, play: str) -> list[int]:
    """Return the versions of a play's events."""
    return [kept.version for kept in store.read(lambda transaction: transaction.events(f"play/{play}"))]


def all_at_once(person: Person, commands: list[Command]) -> list[Recorded | CourseError]:
    """Send all commands from separate threads at the same moment; returns the answer to each."""
    door = threading.Barrier(len(commands))

    def send(command: Command) -> Recorded | CourseError:
        door.wait()
        try:
            return person.course.do(command)
        except CourseError as error:
            return error

    with ThreadPoolExecutor(len(commands)) as threads:
        return list(threads.map(send, commands))


def test_two_people_meet_two_courses(ann: Person, ben: Person) -> None:
    """One person's plays are not visible to another, on the home page or among the attempts."""
    before = ben.home()
    ann.whole_play()
    ann.begin()
    assert ben.home() == before
    assert ben.attempts() == ()
    assert len(ann.attempts()) == 2


def test_the_same_id_from_two_people(ann: Person, ben: Person) -> None:
    """A command id belongs to its person; the same id from somebody else is another command."""
    for person, play in ((ann, "play-of-ann"), (ben, "play-of-ben")):
        recorded = person.course.do(BeginPlay(id="command-1", play=play, scenario=GAP, seat="teacher"))
        assert recorded.stream == f"play/{play}"


def test_a_move_said_many_times_at_once(store: Store, ann: Person) -> None:
    """A command from many threads is recorded once, and all get the same answer."""
    play = ann.talk()
    command = VoiceIdea(id="command-1", play=play, option="buy-program", words="Books.")
    assert len({str(told) for told in all_at_once(ann, [command] * 8)}) == 1
    assert len(ann.table(play).passages[-1].lines) == 2
    assert versions(store, play) == [1, 2, 3, 4]


def test_moves_that_may_both_happen(store: Store, ann: Person) -> None:
    """Different moves at the same moment are all recorded, one after the other, until the minutes are used up."""
    play = ann.talk()
    told = all_at_once(ann, [ShareFact(id=f"command-{n}", play=play, fact="hours-open") for n in range(16)])
    refused = [str(each) for each in told if isinstance(each, CourseError)]
    assert len(refused) == 4
    assert all("the time is used up" in each for each in refused)
    assert versions(store, play) == list(range(1, 2 + 1 + 12 * 2))  # each fact gets a reaction
    assert ann.table(play).minutes_left == 0


def test_moves_that_exclude_each_other(store: Store, ann: Person) -> None:
    """If only one of two moves is possible, one is recorded and the other refused."""
    play = ann.begin()
    options = ["buy-program", "extra-hour", "move-block"]
    told = all_at_once(ann, [StatePreference(id=f"command-{o}", play=play, option=o) for o in options])
    assert sum(isinstance(each, Recorded) for each in told) == 1
    (_, stated) = store.read(lambda transaction: transaction.events(f"play/{play}"))
    assert stated.event == PreferenceStated(role="principal", option=stated.command.removeprefix("command-"))
    assert ann.table(play).before == stated.event.option


def test_two_stores_of_one_home(tmp_path: Path, store: Store, ann: Person) -> None:
    """Two processes on one home lose nothing: all their commands are recorded in one order, which both then see."""
    play = ann.talk()
    with closing(Store.open(f"sqlite:///{tmp_path / 'course.db'}")) as second:
        twin = Person(LocalCourse(second, "ann", Library(files.data())))

        def share(person: Person) -> None:
            for _ in range(5):
                person.do(ShareFact, play=play, fact="hours-open")

        with ThreadPoolExecutor(2) as threads:
            list(threads.map(share, [ann, twin]))
        assert ann.table(play) == twin.table(play)
    assert versions(store, play) == list(range(1, 2 + 1 + 10 * 2))  # each fact gets a reaction


def test_watching(ann: Person, ben: Person) -> None:
    """A person who watches a play is notified of each change to it, of no other play, and not after they stop."""
    play, notices = ann.talk(), threading.Semaphore(0)
    stop = ann.course.watch(f"play/{play}", notices.release)
    ann.do(Ask, play=play, how="open")
    assert notices.acquire(timeout=PATIENCE)
    ben.begin()
    with pytest.raises(CourseError):
        ann.do(Decide, play=play, option="nonsense", reason="So.")
    stop()
    ann.do(Ask, play=play, how="open")
    ann.begin()
    assert not notices.acquire(blocking=False)


@pytest.mark.parametrize("speech", [Command(id="command-1"), Query()])
def test_nobody_answers(ann: Person, speech: Command | Query) -> None:
    """A command that no subject handles is refused in plain words."""
    with pytest.raises(CourseError, match="nobody here"):
        ann.course.do(speech) if isinstance(speech, Command) else ann.course.see(speech)


@settings(law, max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(SHIPPED), st.integers(0, 11), scripts())
def test_the_course_plays_by_the_rules(
    person: Callable[[str], Person], scenario: str, seat: int, script: list[Said]
) -> None:
    """Any sequence of commands leads to the play that the rules give, and raises only `CourseError`."""
    ann, role = person("ann"), saved(scenario).roles[seat % len(saved(scenario).roles)].id
    play = ann.begin(scenario, role)
    sitting = Sitting(saved(scenario), role, play)
    for at, said in enumerate(script):
        command = speak(sitting.play, said, at)
        meant = command.model_copy(update={"id": f"{at}-{play}"[:64], "play": play})
        assert is_done(sitting.say, meant) == is_done(ann.course.do, meant)
    alone = table_for(sitting.play, role, {}, play).model_copy(update={"passages": ()})
    shown = ann.course.see(Table(play=play))
    assert shown.model_copy(update={"passages": ()}) == alone


def is_done(deed: Callable[[Command], object], command: Command) -> bool:
    """Whether a command was carried out and not refused."""
    try:
        deed(command)
    except CourseError:
        return False
    return True


def test_a_command_sent_again_is_answered_also_when_its_file_is_gone(ann: Person, own: Path) -> None:
    """A recorded command gets the same answer again, whatever happened to the file that it was about."""
    file = own / "mine.yaml"
    shipped = (files.data() / "scenarios" / "the-empty-seats.yaml").read_text("utf-8")
    file.write_text(shipped.replace("id: the-empty-seats", "id: my-own", 1), "utf-8")
    seat = ann.course.see(Brief(scenario="my-own")).roles[0].id  # type: ignore[attr-defined]
    begun = ann.do(BeginPlay, play="a-play-of-mine", scenario="my-own", seat=seat)
    file.unlink()
    assert ann.last is not None
    assert ann.course.do(ann.last) == begun
    with pytest.raises(CourseError):
        ann.do(BeginPlay, play="another-play-of-mine", scenario="my-own", seat=seat)
