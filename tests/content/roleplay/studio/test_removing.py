"""A part is taken out with everything that names it, and with nothing else."""

import pytest

from dlcourse import files
from dlcourse.content.roleplay.studio.edits import edited
from dlcourse.content.roleplay.studio.study import study
from dlcourse.domain.roleplay.studio.edits import Path, RemovePart

LUNCH = (files.data() / "guides" / "lunch-line.yaml").read_text("utf-8")
BROKEN_NAMES = {"unknown-ref", "syntax"}
PLACES: list[Path] = [
    *(("roles", at) for at in range(3)),
    *(("options", at) for at in range(2)),
    *(("facts", at) for at in range(8)),
    *(("scenes", at) for at in range(5)),
    ("indicators", 0),
    ("scenes", 0, "choices", 0),
]


@pytest.mark.parametrize("path", PLACES, ids=str)
def test_nothing_names_what_is_gone(path: Path) -> None:
    """After any part was taken out, the file can be read, and no name in it leads nowhere."""
    found = {remark.code for remark in study(LUNCH, [RemovePart(path=path)]).remarks}
    assert not found & BROKEN_NAMES


def test_a_fact_is_handed_to_the_heir() -> None:
    """With an heir, no fact is lost: only its holder changes."""
    after = edited(LUNCH, [RemovePart(path=("roles", 1), heir="principal")])
    assert LUNCH.count("- id: ") - after.count("- id: ") == 1
    assert after.count("held_by: [principal]") == LUNCH.count("held_by: [principal]") + 1


def test_a_condition_that_is_empty_then_goes_too() -> None:
    """A field that only named what is gone is taken out, and a comment beside it stays."""
    text = LUNCH.replace("when: {not_heard: [first-trays]}", "when: {not_heard: [first-trays]}  # a note")
    after = edited(text, [RemovePart(path=("facts", 5))])
    assert "not_heard" not in after
    assert "first-trays" not in after
