"""A rehearsal follows each save of its file, and goes on with the last good version while the file has errors."""

from pathlib import Path
from typing import Any

from dlcourse import files
from dlcourse.course.open_home import local_course
from dlcourse.domain.roleplay.studio.messages import name_in_address
from dlcourse.pages.program import Program
from dlcourse.pages.roleplay.studio.rehearsal import PAGE
from dlcourse.store import Store

LUNCH = (files.data() / "guides" / "lunch-line.yaml").read_text("utf-8")


def rehearsed(store: Store, home: Path, file: Path) -> tuple[Program[Any], list[dict[str, Any]]]:
    """A rehearsal of a file that is not in the home's folder, and everything that it has shown."""
    shown: list[dict[str, Any]] = []
    course = local_course(store, store.person, home, [file])
    program = Program(PAGE, course, lambda props: shown.append(dict(props)), lambda _: None)
    program.start({"file": name_in_address(file.name)})
    return program, shown


def test_an_open_rehearsal_follows_its_file(store: Store, tmp_path: Path) -> None:
    """A new version is shown at the same place of the play; a broken one is told beside the version before."""
    file = tmp_path / "My case.v2.yaml"
    file.write_text(LUNCH, "utf-8")
    program, shown = rehearsed(store, tmp_path / "home", file)
    program.receive({"say": "BeginPlay", "id": "message-1", "play": "try-1", "scenario": "lunch-line", "seat": "cook"})
    assert shown[-1]["play"]["stage"] == "choose"
    file.write_text(LUNCH.replace("On Ruth's desk", "On the desk"), "utf-8")
    program.receive({"say": "LookAgain", "id": "message-2"})
    assert "On the desk" in str(shown[-1]["play"])
    assert shown[-1]["play"]["stage"] == "choose"
    file.write_text(LUNCH.replace("start: monday", "start: sunday"), "utf-8")
    program.receive({"say": "LookAgain", "id": "message-3"})
    assert [one["line"] for one in shown[-1]["remarks"]] == [LUNCH.split("\nstart:")[0].count("\n") + 2]
    assert "On the desk" in str(shown[-1]["play"])
    file.write_text(LUNCH.replace("id: monday", "id: tuesday").replace("start: monday", "start: tuesday"), "utf-8")
    program.receive({"say": "LookAgain", "id": "message-4"})
    assert (shown[-1]["remarks"], shown[-1]["notice"]) == ([], None)
    assert store.read(lambda transaction: transaction.streams("play/", store.person)) == ()


def test_only_files_that_are_rehearsed_can_be_read(store: Store, tmp_path: Path) -> None:
    """A name that is not one of the files leads nowhere."""
    file = tmp_path / "My case.v2.yaml"
    file.write_text(LUNCH, "utf-8")
    program, shown = rehearsed(store, tmp_path / "home", file)
    program.start({"file": "../my-case.yaml"})
    assert "no such file" in shown[-1]["notice"]["what"]
