"""The home page: what is done, what is in progress, and a person's own scenarios."""

from pathlib import Path

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.curriculum.progress import Resume, ScenarioMark, SessionMark
from dlcourse.handlers.registry import EXERCISES_BEGUN, EXERCISES_LAST
from tests.person import GAP, STORY, Person


def mark(person: Person, scenario: str) -> ScenarioMark:
    """Return how a scenario is marked."""
    (found,) = [each for each in person.home().scenarios if each.id == scenario]
    return found


def session(person: Person) -> SessionMark:
    """Return how session 03 is marked."""
    (found,) = [each for each in person.home().sessions if each.id == "03-the-reading-gap"]
    return found


def test_a_session_is_done_when_all_of_it_is(ann: Person, ben: Person) -> None:
    """A session is done for a person once its play has ended and its part of the problem is written."""
    assert (session(ann).open, session(ann).done) == (True, False)
    ann.talk()
    assert not session(ann).done
    ann.whole_play()
    assert not session(ann).done
    ann.write_part("03-the-reading-gap")
    assert session(ann).done
    assert not session(ben).done


def test_a_scenario_is_new_begun_or_ended(ann: Person) -> None:
    """A scenario counts my attempts; while one has not ended it is begun."""
    assert (mark(ann, GAP).state, mark(ann, GAP).attempts) == ("new", 0)
    ann.whole_play()
    assert (mark(ann, GAP).state, mark(ann, GAP).attempts) == ("ended", 1)
    ann.begin()
    assert (mark(ann, GAP).state, mark(ann, GAP).attempts) == ("begun", 2)


def test_resume(ann: Person, ben: Person) -> None:
    """Home leads back to the newest of my plays that has not ended."""
    assert ann.home().resume is None
    ann.begin()
    ann.begin("sealed-workshop", "gwen")
    ann.whole_play()
    assert ann.home().resume == Resume(
        scenario="sealed-workshop", title="The sealed workshop", seat="Gwen Pritchard, custodian"
    )
    assert ben.home().resume is None


def test_role_plays_stand_in_the_declared_order(ann: Person, own: Path) -> None:
    """The home page lists every role-play of the course in the order that it declares, and one's own after them."""
    (own / "mine.yaml").write_text(STORY, "utf-8")
    declared = Library(files.data()).curriculum().role_plays
    assert [each.id for each in ann.home().scenarios] == [*declared, "two-doors"]


def test_own_scenarios(ann: Person, own: Path) -> None:
    """A scenario file in the home folder is listed as one's own and can be played; taken away it is gone."""
    count = len(ann.home().scenarios)
    (own / "mine.yaml").write_text(STORY, "utf-8")
    assert mark(ann, "two-doors").own
    assert not mark(ann, GAP).own
    play = ann.begin("two-doors", "guest")
    (own / "mine.yaml").unlink()
    assert len(ann.home().scenarios) == count
    assert ann.table(play).title == "Two doors"


def test_faulty_own_files(ann: Person, own: Path) -> None:
    """An own file that cannot be played is named with every finding, and hinders nothing else."""
    (own / "broken.yaml").write_text(STORY.replace("leads_to: out", "leads_to: aut").replace("[P2]", "[P22]"), "utf-8")
    (own / "good.yml").write_text(STORY, "utf-8")
    (own / "taken.yaml").write_text((files.data() / "scenarios" / f"{GAP}.yaml").read_text("utf-8"), "utf-8")
    (own / "twice.yaml").write_text(STORY.replace("Two doors", "Two more doors"), "utf-8")
    home = ann.home()
    assert [fault.file for fault in home.faults] == ["broken.yaml", "taken.yaml", "twice.yaml"]
    assert "'aut'" in "".join(home.faults[0].findings)
    assert len(home.faults[0].findings) > 1
    assert home.faults[0].findings[0].startswith("Line ")
    assert not any(fault.file in line for fault in home.faults for line in fault.findings)
    assert f"Another scenario is already called '{GAP}'" in home.faults[1].findings[0]
    assert mark(ann, "two-doors").title == "Two doors"
    assert not mark(ann, GAP).own


def test_own_files_that_cannot_be_opened(ann: Person, own: Path) -> None:
    """A folder or a broken link among one's own scenarios is a fault, and an editor's hidden file is ignored."""
    (own / "folder.yaml").mkdir()
    (own / "link.yaml").symlink_to(own / "nowhere.yaml")
    (own / ".#mine.yaml").symlink_to("somebody@here.1234")
    (own / "notes.txt").write_text("not a scenario", "utf-8")
    home = ann.home()
    assert [fault.file for fault in home.faults] == ["folder.yaml", "link.yaml"]
    assert all(fault.findings[0].startswith("the file cannot be opened") for fault in home.faults)
    ann.begin()


def test_what_counts_as_begun_is_each_kind_s_own(ann: Person) -> None:
    """Every kind that counts for a session tells whether it was begun, or is done in one step."""
    one_step = {
        *("about-you", "averages", "plan", "portfolio", "problem", "improvement-plan"),
        *("school", "own-place"),
    }
    curriculum = Library(files.data()).curriculum()
    counting = {
        each.kind for session in curriculum.sessions for each in session.exercises if each.id in session.done_when
    }
    assert counting <= EXERCISES_BEGUN.keys() | one_step
    assert counting <= EXERCISES_LAST.keys()
    assert not any(each.begun for each in ann.home().sessions)
    ann.begin()
    assert [(each.id, bool(each.last)) for each in ann.home().sessions if each.begun] == [("03-the-reading-gap", True)]
