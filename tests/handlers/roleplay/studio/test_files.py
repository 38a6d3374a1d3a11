"""An author's files: saved as they were written, never over another version, and seen by nobody else."""

from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.course.open_home import local_course
from dlcourse.domain.drafts import KeepDraft
from dlcourse.domain.roleplay.studio.messages import (
    OpenScenario,
    SaveScenario,
    ScenarioFiles,
    ScenarioFilesView,
    ScenarioText,
)
from dlcourse.errors import CourseError
from dlcourse.store import Store

LUNCH = (files.data() / "guides" / "lunch-line.yaml").read_text("utf-8")


@pytest.fixture
def author(store: Store, tmp_path: Path) -> LocalCourse:
    """The course of the home's own person."""
    return local_course(store, store.person, tmp_path)


def opened(course: LocalCourse, version: int = 0) -> ScenarioText:
    """The file as it is now, or an earlier version."""
    view = course.see(OpenScenario(file="lunch.yaml", version=version))
    assert isinstance(view, ScenarioText)
    return view


def save(course: LocalCourse, text: str, base: str, command: str = "command-1") -> None:
    """Save the file."""
    course.do(SaveScenario(id=command, file="lunch.yaml", text=text, base=base))


def listed(course: LocalCourse) -> ScenarioFilesView:
    """The list of files."""
    view = course.see(ScenarioFiles())
    assert isinstance(view, ScenarioFilesView)
    return view


def test_a_saved_text_is_a_file_that_can_be_played(author: LocalCourse, tmp_path: Path) -> None:
    """What is saved is in the folder of the home, word for word, and is listed with its title."""
    save(author, LUNCH, "")
    assert (tmp_path / "scenarios" / "lunch.yaml").read_text("utf-8") == LUNCH
    [one] = listed(author).files
    assert (one.title, one.scenario, one.errors) == ("The lunch line", "lunch-line", 0)


def test_saving_an_untouched_file_changes_no_byte(author: LocalCourse, tmp_path: Path) -> None:
    """A file with the line ends and the byte order mark of another editor keeps them."""
    path = tmp_path / "scenarios" / "lunch.yaml"
    path.parent.mkdir()
    raw = ("\ufeff" + LUNCH.replace("\n", "\r\n")).encode()
    path.write_bytes(raw)
    view = opened(author)
    assert view.text == LUNCH
    save(author, view.text, view.base)
    assert path.read_bytes() == raw
    save(author, view.text.replace("The lunch line", "The line"), view.base, "command-2")
    assert path.read_bytes() == raw.replace(b"The lunch line", b"The line")


def test_a_later_save_is_told_of_an_earlier_one(author: LocalCourse, tmp_path: Path) -> None:
    """A text that goes on from another version than the newest is refused, and nothing is lost on either side."""
    save(author, LUNCH, "")
    base = opened(author).base
    (tmp_path / "scenarios" / "lunch.yaml").write_text("id: changed-in-an-editor\n")
    with pytest.raises(CourseError, match="changed elsewhere"):
        save(author, LUNCH + "# mine\n", base, "command-2")
    assert opened(author).text == "id: changed-in-an-editor\n"
    save(author, LUNCH + "# mine\n", opened(author).base, "command-3")
    assert opened(author).text == LUNCH + "# mine\n"


def test_earlier_versions_stay(author: LocalCourse) -> None:
    """Each version that was saved can be opened again."""
    save(author, "id: first\n", "")
    save(author, "id: second\n", opened(author).base, "command-2")
    assert [one.number for one in opened(author).versions] == [2, 1]
    assert opened(author, 1).text == "id: first\n"
    with pytest.raises(CourseError, match="no version 3"):
        opened(author, 3)


def test_nobody_else_sees_an_authors_files(author: LocalCourse, store: Store, tmp_path: Path) -> None:
    """Another person has files of their own, without a folder."""
    save(author, LUNCH, "")
    other = LocalCourse(store, "ben", Library(files.data(), [tmp_path / "scenarios"]))
    assert (listed(other).files, listed(other).folder, opened(other).text) == ((), "", "")
    save(other, "id: mine\n", "", "command-9")
    assert (opened(other).text, opened(author).text) == ("id: mine\n", LUNCH)


def test_a_file_that_is_no_text_keeps_its_clear_error(author: LocalCourse, tmp_path: Path) -> None:
    """A file that is too long, or not text, says so and is not changed."""
    (tmp_path / "scenarios").mkdir()
    path = tmp_path / "scenarios" / "lunch.yaml"
    for raw, words in ((b"a" * 400_000, "more than 300,000"), (b"\xff\xfe\x00", "not saved as UTF-8")):
        path.write_bytes(raw)
        with pytest.raises(CourseError, match=words):
            opened(author)
        assert path.read_bytes() == raw
        assert listed(author).files[0].errors == 1


@pytest.mark.parametrize("name", ["../x.yaml", "x.txt", ".x.yaml", "a/b.yaml", "x" * 80 + ".yaml"])
def test_only_plain_names_are_files(name: str) -> None:
    """A name that leads elsewhere is no name of a file."""
    with pytest.raises(ValueError, match="file"):
        SaveScenario(id="command-1", file=name, text="", base="")


def test_drafts_are_listed_with_what_they_lack(author: LocalCourse) -> None:
    """A file that was never saved is listed as a draft, and a saved one says that a newer draft could be played."""
    save(author, LUNCH.replace("title: The lunch line", 'title: ""'), "")
    for number, (name, text) in enumerate({"lunch": LUNCH, "new": 'title: Trays\nsummary: ""\n'}.items()):
        draft = f"draft-{number}-of-{name}"
        kept = KeepDraft(
            id=f"keep-{number}-now", draft=draft, slot=f"studio/{name}.yaml", count=1, fields={"text": text}
        )
        author.do(kept)
    lunch, new = listed(author).files
    assert (lunch.title, lunch.errors, lunch.unfilled, lunch.draft) == ("The lunch line", 0, 1, "playable")
    assert (new.title, new.fresh, new.draft) == ("Trays", True, "")
    assert new.unfilled
