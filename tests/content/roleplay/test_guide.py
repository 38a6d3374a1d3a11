"""The author's guide is true: its example is built and checked step by step and played, and its tables are compared.

A fenced block of the guide says after its language what it is: ``yaml end`` goes to the end of the file, ``yaml above
LINE`` above that line, ``yaml put`` in the place of the ``yaml find`` before it; ``text check`` is what check prints.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import pytest
from click.testing import CliRunner

from dlcourse import files
from dlcourse.cli import main
from dlcourse.content.findings import WARNINGS, Code
from dlcourse.content.roleplay import consistency, schema_check
from dlcourse.content.roleplay.known_names import decisions
from dlcourse.content.roleplay.scenarios import check_text, read_scenario
from dlcourse.content.roleplay.shorthand import CONDITION_WORDS
from dlcourse.content.yaml_parser import parse
from dlcourse.content.yaml_tree import Group
from dlcourse.domain.roleplay.conditions import Condition
from dlcourse.domain.roleplay.hidden_profile import hidden_problems
from dlcourse.domain.roleplay.messages import MakeChoice
from dlcourse.domain.roleplay.profile_builder import Pull, build
from dlcourse.domain.roleplay.scenario import Crossroads, End, Panel
from tests.domain.roleplay.learners import SHIPPED, Sitting, announce, ask_well

FOLDER = files.data() / "guides"
GUIDE = (FOLDER / "writing-a-scenario.md").read_text("utf-8")
FINISHED = (FOLDER / "lunch-line.yaml").read_text("utf-8")
SCENARIO = read_scenario(FOLDER / "lunch-line.yaml")
FILE = "scenarios/lunch-line.yaml"
SCENES = (Panel, Crossroads, End)
EMPTY = Group(1, {}, {})
NOTHING = "(nothing is printed)\n"
FENCE = re.compile(r"^```(?P<info>.*)\n(?P<body>(?:.*\n)*?)```$", re.MULTILINE)
PROSE = FENCE.sub("", GUIDE)
SIGNS = {">=", "<=", ">", "<", "==", "|", "*", "&", "!", "%", "@", "#", "no", ".yaml", "manifest", "profile: manifest"}
"""Words in code type in the guide that are no field, finding or part of the example."""


class Shown(NamedTuple):
    """The example at the moment of a check, and what the guide says that the check prints."""

    text: str
    printed: str


def steps() -> Iterator[Shown]:
    """Build the example from nothing, block by block; yields each check."""
    text = sought = ""
    for fence in FENCE.finditer(GUIDE):
        verb, _, where = fence["info"].partition(" ")[2].partition(" ")
        if verb == "check":
            yield Shown(text, fence["body"].removeprefix(NOTHING))
        elif verb == "find":
            sought = fence["body"]
        else:
            text = written(text, verb, where or sought, fence["body"])


def written(text: str, verb: str, where: str, block: str) -> str:
    """The text with a block put where the guide says. That place must be unique."""
    if verb == "end":
        return text + block
    assert verb in {"above", "put"}
    assert f"\n{text}".count(f"\n{where}") == 1, where
    return f"\n{text}".replace(f"\n{where}", f"\n{block}{where if verb == 'above' else ''}").removeprefix("\n")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, without its header row."""
    section = GUIDE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    table = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[2:]]


def edited(*edits: tuple[str, str]) -> str:
    """The finished example with each edit made once."""
    text = FINISHED
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_the_check_prints_what_the_guide_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At each step, the check of the file so far prints exactly the lines that the guide shows."""
    monkeypatch.chdir(tmp_path)
    Path("scenarios").mkdir()
    checks = list(steps())
    for shown in checks:
        Path(FILE).write_text(shown.text, "utf-8")
        assert CliRunner().invoke(main, ["check", FILE]).output == shown.printed
    assert len(checks) == GUIDE.count("```text check")


def test_the_steps_end_in_the_finished_file() -> None:
    """The steps of the guide build exactly the file next to it, which has no findings."""
    assert list(steps())[-1] == (FINISHED, "")
    assert check_text(FINISHED, FILE).findings == ()
    assert SCENARIO.id not in SHIPPED


@pytest.mark.parametrize("seat", [role.id for role in SCENARIO.roles])
def test_every_end_can_be_played(seat: str) -> None:
    """From each seat, a learner who asks, one who announces and one who signs at once reach all the ends."""
    asking, announcing, signing = (Sitting(SCENARIO, seat) for _ in range(3))
    ask_well(asking)
    announce(announcing, "second-counter")
    for sitting, way in ((announcing, "count-trays"), (announcing, "swap"), (signing, "sign"), (signing, "leave-it")):
        sitting.do(MakeChoice, scene=sitting.play.scene, choice=way)
    ends = [sitting.play.here for sitting in (asking, announcing, signing)]
    assert {end.id for end in ends} == {scene.id for scene in SCENARIO.scenes if isinstance(scene, End)}


@pytest.mark.parametrize("seed", ["a", "b", "c", "d", "e", "f"])
def test_asking_well_turns_the_decision(seed: str) -> None:
    """In the second seat of step 7, sharing, asking for doubts, everyone and each makes Ruth decide for the best."""
    sitting = Sitting(SCENARIO, "aide", seed)
    ask_well(sitting)
    assert sitting.play.decided is not None
    assert sitting.play.decided.option == SCENARIO.best


def test_the_table_of_fields_is_complete() -> None:
    """The guide's table has exactly the fields of every form, and says which are required."""
    told = {(part, field.strip("`")): needed for part, field, needed, _ in rows("All fields")}
    assert told == dict(fields())


def fields() -> Iterator[tuple[tuple[str, str], str]]:
    """Each part's fields in the schema, and whether they are required."""
    sometimes = dict.fromkeys((*consistency.WITH_A_PANEL, "weighs"), "with a panel") | {"decoy": "hidden profile"}
    for kind, what in schema_check.NAMES.items():
        if kind not in SCENES and kind is not Condition:
            for name, field in kind.model_fields.items():
                yield (what, name), "yes" if field.is_required() else sometimes.get(name, "no")
    yield from scene_fields()
    for word in (*CONDITION_WORDS, "an indicator's id"):
        yield ("condition", word), "no"


def scene_fields() -> Iterator[tuple[tuple[str, str], str]]:
    """The fields of all kinds of scenes under "scene", and the others under their kind."""
    common = set.intersection(*({*kind.model_fields} for kind in SCENES))
    for kind in SCENES:
        for name in {*kind.model_fields} - common:
            yield (schema_check.NAMES[kind], name), "yes" if kind.model_fields[name].is_required() else "no"
    for name in common:
        needed = name == "kind" or all(kind.model_fields[name].is_required() for kind in SCENES)
        yield ("scene", name), "yes" if needed else "with a panel"


def test_the_table_of_findings_is_complete() -> None:
    """Every code is in the guide's table once, warnings last."""
    codes = [name.strip("`") for name, *_ in rows("All that the check can say")]
    assert sorted(codes) == sorted(get_args(Code))
    assert set(codes[-len(WARNINGS) :]) == WARNINGS


CAUSES: dict[Code, list[tuple[str, str]]] = {
    "syntax": [('text: "Ask', "text: Ask"), ('at lunch?"', "at lunch?")],
    "shape": [("minutes: 20", "minutes: soon")],
    "duplicate-id": [("- id: cook", "- id: principal")],
    "unknown-ref": [("start: monday", "start: sunday")],
    "deciders": [("decides: true", "decides: false")],
    "leads-to-gap": [(", second-counter: november}", "}")],
    "unreachable": [("leads_to: meeting", "leads_to: november")],
    "dead-end": [("        principles: [P2]\n", '        principles: [P2]\n        when: {goodwill: ">= 2"}\n')],
    "endless": [("to: half-trays", "to: november"), ("to: second-try", "to: november")],
    "not-hidden": [("weighs: {second-counter: -2}", "weighs: {second-counter: -1}")],
    "role-without-part": [("weighs: {second-counter: -2}", "weighs: {}"), ("first: -2}", "first: 0}")],
    "not-manifest": [("profile: hidden", "profile: manifest")],
    "never-open": [('">= 2"', '">= 9"')],
    "fragile": [("{second-counter: 2}", "{second-counter: 5}"), ("{recess-first: -2}", "{second-counter: -2}")],
    "unexplained": [("    explains: true\n", "")],
    "third-person": [("The fire marshal says", "The fire marshal told Ruth")],
    "lost-text": [("with 32 seats", "with #32 seats")],
    "no-principle": [("        principles: [P6]\n", "")],
    "minutes": [("minutes: 8", "minutes: 3")],
    "too-large": [("max: 4", "max: 900000"), ("when: {not_heard: [first-trays]}", "effects: {goodwill: +1}")],
}


@pytest.mark.parametrize("code", get_args(Code))
def test_the_words_of_a_finding_are_those_in_the_table(code: Code) -> None:
    """Authors can find the row of a finding by the words on its line."""
    words = {name.strip("`"): said for name, said, _ in rows("All that the check can say")}
    found = [finding.message for finding in check_text(edited(*CAUSES[code]), FILE).findings if finding.code == code]
    assert found
    assert all(words[code] in message for message in found)


def test_everything_named_in_the_guide_exists() -> None:
    """Everything in code type is a field, a finding, a command, or a part of the example."""
    known = {name for (_, name), _ in fields()} | {*get_args(Code), *SIGNS}
    known |= {f"[{way}]" for way in decisions(parse(FINISHED) or EMPTY)}
    seen = FINISHED + "".join(shown.printed for shown in steps())
    spans = re.findall(r"`([^`]+)`", PROSE)
    assert [span for span in spans if span not in known and span not in seen and not command(span)] == []


def command(span: str) -> bool:
    """Whether the words call an existing command, with options that it has."""
    name, *words = span.split()
    if name != "dlcourse" or not words:
        return name == "dlcourse"
    told = CliRunner().invoke(main, [words[0], "--help"])
    return told.exit_code == 0 and all(word in told.output for word in words[1:] if word.startswith("--"))


def test_the_pages_say_what_the_guide_quotes() -> None:
    """Every phrase in quotation marks is one that people read on a page or in the terminal."""
    package = Path(schema_check.__file__).parents[2]
    sources = "".join(
        path.read_text("utf-8") for path in (*(package / "pages").rglob("*.py"), *(package / "cli").rglob("*.py"))
    )
    phrases = [phrase for phrase in re.findall("“([^”]+)”", PROSE) if " " in phrase]
    assert [phrase for phrase in phrases if " ".join(phrase.split()) not in sources] == []


def test_the_recipe_makes_a_hidden_profile() -> None:
    """With 2 for each person's own facts, the shared facts weigh as the guide says, and the profile is hidden."""
    told = re.findall(r"(\d+)(?: the other way)? at a table of", " ".join(PROSE.split()))
    assert len(told) == 3
    for people, lead in zip((3, 4, 5), told, strict=True):
        built = build(people, [Pull(c=2, e=1)])
        assert sum(fact.weight("rival-1") - fact.weight("best") for fact in built.shared) == int(lead)
        assert hidden_problems(built) == ()


@pytest.mark.parametrize("begin", ['"Now" is late', "[Now] is late", *(f"{sign} now" for sign in "*&!%@")])
def test_texts_that_need_quotes(begin: str) -> None:
    """A text that begins with one of the characters in the guide needs quotes, and works in them."""
    about = "about: Has run the kitchen for nine years. He has never been asked about the timetable."
    assert check_text(edited((about, f"about: {begin}")), FILE).errors
    assert check_text(edited((about, f"about: '{begin}'")), FILE).findings == ()


@pytest.mark.parametrize(
    ("edit", "codes"),
    [
        (("  - id: cook", "\t- id: cook"), ["syntax"]),
        (("title: The lunch line", "title: no"), []),
        (("decides: true", "decides: no"), ["shape"]),
        (("title: The lunch line", "title: 2027"), ["shape"]),
        (("title: The lunch line", 'title: "2027"'), []),
        (("title: The lunch line", "title: # The lunch line"), ["shape"]),
        (("title: The lunch line", 'title: "# The lunch line"'), []),
    ],
)
def test_traps_of_yaml(edit: tuple[str, str], codes: list[str]) -> None:
    """Tabs, `no`, numbers and comments do what the guide says; its steps cover colons and comparisons."""
    assert [finding.code for finding in check_text(edited(edit), FILE).findings] == codes
