"""Whoever wrote a scenario is led back to the studio from a play of it, and nobody else is."""

from pathlib import Path

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.course.open_home import local_course
from dlcourse.domain.roleplay.attempts import Brief, BriefView
from dlcourse.store import Store


def test_only_the_author_can_change_a_scenario(store: Store, tmp_path: Path) -> None:
    """The home's own person can change a file in the folder, but no scenario of the course; others can change none."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    text = (files.data() / "guides" / "lunch-line.yaml").read_text("utf-8")
    (folder / "lunch-line.yaml").write_text(text, "utf-8")
    author = local_course(store, store.person, tmp_path)
    learner = LocalCourse(store, "ben", Library(files.data(), [folder]))

    def editable(course: LocalCourse, scenario: str) -> bool:
        view = course.see(Brief(scenario=scenario))
        assert isinstance(view, BriefView)
        return view.editable

    assert editable(author, "lunch-line")
    assert not editable(author, "the-reading-gap")
    assert not editable(learner, "lunch-line")
