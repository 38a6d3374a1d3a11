"""An id that is written anew in the form is renamed wherever the file uses it, and nothing else changes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse import files
from dlcourse.content.roleplay.scenarios import check_text
from dlcourse.content.roleplay.studio.edits import edited
from dlcourse.content.yaml_tree import Path
from dlcourse.domain.roleplay.studio.edits import WriteToken
from dlcourse.errors import CourseError
from tests.content.roleplay.studio.test_edits import means, value
from tests.examples import examples

LUNCH = (
    (files.data() / "guides" / "lunch-line.yaml")
    .read_text("utf-8")
    .replace("{second-counter: 2}", "{'second-counter': 2}  # second-counter, the decoy")
    .replace("said: At ten", 'touches: {"cook": Oh.}\n    said: At ten')
    .replace("heard: [first-trays], good", 'heard: ["first-trays"], not_chose: [monday.sign], good')
    .replace(
        "{not_heard: [first-trays]}", "{not_heard: [first-trays], not_chose: [november.swap, meeting.recess-first]}"
    )
)
LISTS: list[Path] = [
    *((name,) for name in ("roles", "options", "facts", "indicators", "scenes")),
    *(("scenes", at, "choices") for at in (0, 4)),
]
IDS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5})?", fullmatch=True)


def findings(text: str) -> list[tuple[str, Path]]:
    """What the check finds in the text, and where."""
    return [(found.code, found.path) for found in check_text(text, "text").findings]


@settings(max_examples=examples(15), deadline=None)
@given(st.sampled_from(LISTS), IDS, st.data())
def test_a_renamed_id_is_renamed_wherever_it_is_used(path: Path, new: str, data: st.DataObject) -> None:
    """The check finds the same before and after, no comment changes, and renaming it back gives the same bytes."""
    ids = [item["id"] for item in value(means(LUNCH), path)]
    at = data.draw(st.integers(0, len(ids) - 1))
    place = (*path, at, "id")
    fresh = f"{new}-x"
    after = edited(LUNCH, [WriteToken(path=place, token=fresh)])
    assert value(means(after), place) == fresh
    assert findings(after) == findings(LUNCH)
    assert re.findall("#.*", after) == re.findall("#.*", LUNCH)
    assert edited(after, [WriteToken(path=place, token=ids[at])]) == LUNCH


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (
            ("options", 0),
            ["{'new-id': 2}  # second-counter, the decoy", "decoy: new-id", "recess-first: quiet-noon, new"],
        ),
        (("options", 1), ["meeting.new-id", "best: new-id"]),
        (("roles", 1), ["held_by: [new-id]", '{"new-id": Oh.}', "by: new-id"]),
        (("scenes", 0, "choices", 1), ["not_chose: [monday.new-id]"]),
        (("scenes", 4), ["leads_to: new-id", "second-counter: new-id", "[new-id.swap, meeting"]),
        (("scenes", 0), ["start: new-id", "[new-id.sign]"]),
        (("indicators", 0), ["{new-id: +1}", "{new-id: -1}", 'new-id: ">= 2"']),
        (("facts", 5), ['heard: ["new-id"]', "not_heard: [new-id]", "reveals: [new-id]"]),
    ],
)
def test_every_kind_of_use_is_found(path: Path, shown: list[str]) -> None:
    """Uses in fields, in lists, as names of fields and in ways taken are renamed, with the quotes they had."""
    after = edited(LUNCH, [WriteToken(path=(*path, "id"), token="new-id")])
    assert [part for part in shown if part not in after] == []


@pytest.mark.parametrize(
    ("path", "token"),
    [(("roles", 1), "aide"), (("roles", 1), "12"), (("roles", 1), "Cook"), (("indicators", 0), "heard")],
)
def test_an_id_that_would_be_mistaken_is_refused(path: Path, token: str) -> None:
    """An id in use is not changed into one that means something else, which could not be told apart again."""
    with pytest.raises(CourseError, match=r"means something else already|cannot be an id"):
        edited(LUNCH, [WriteToken(path=(*path, "id"), token=token)])


def test_of_two_parts_with_one_id_only_one_is_renamed() -> None:
    """Where two parts have the same id, a use may mean either of them, so it stays."""
    twice = LUNCH.replace("- id: aide\n", "- id: cook\n")
    after = edited(twice, [WriteToken(path=("roles", 2, "id"), token="aide")])
    assert after == LUNCH
