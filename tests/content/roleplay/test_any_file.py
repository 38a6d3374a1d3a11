"""Laws of reading: whatever an author writes is read or reported, and what was written is what is read."""

import io
import json
import random
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from dlcourse.content.findings import Finding
from dlcourse.content.roleplay.scenarios import check_bytes, check_text
from dlcourse.domain.names import shows_nothing
from dlcourse.domain.roleplay.scenario import Scenario
from tests.content.roleplay.broken import GOOD
from tests.examples import examples

MARKS = "\t:-#*&!%@`'\"{}[]|>?,<=\\\x07\x85\u00a0\u200b\u2028\u3000\ufeff\ud800é“”’–：0 \n"
LINES = GOOD.splitlines(keepends=True)


def assert_sound(findings: tuple[Finding, ...], text: str) -> None:
    """Check that every finding names a line of the text and can be printed on one line."""
    for finding in findings:
        assert 1 <= finding.line <= text.count("\n") + text.count("\r") + 1
        assert "\n" not in str(finding)
        assert str(finding).encode()
        assert not finding.message.endswith(".")
    assert len({(one.line, one.code, one.message) for one in findings}) == len(findings)


@settings(deadline=None)
@given(st.text(st.sampled_from(MARKS + "ab1") | st.characters()))
def test_any_text_is_told(text: str) -> None:
    """No text makes the check fail; a text without findings is a scenario."""
    checked = check_text(text, "x")
    assert_sound(checked.findings, text)
    assert checked.findings


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_told(raw: bytes) -> None:
    """No bytes make the check fail."""
    assert check_bytes(raw, "x").findings


def mutated(randomly: random.Random) -> str:
    """The good file with a few editing mistakes."""
    lines = LINES.copy()
    for _ in range(randomly.randint(1, 4)):
        at, to = randomly.randrange(len(lines)), randomly.randrange(len(lines))
        line = lines[at]
        place = randomly.randrange(len(line) + 1)
        accidents: tuple[list[str], ...] = (
            [],
            [line, line],
            [f" {line}"],
            [line.removeprefix(" ")],
            [line[:place] + randomly.choice(MARKS) + line[place + 1 :]],
            [line[:place] + randomly.choice(MARKS) + line[place:]],
            [line[:place]],
            [lines[to]],
            [line.partition(":")[0] + ":" + lines[to].partition(":")[2]],
            [line.replace("[", "").replace("]", "")],
            [line.replace("- {", "- &again {").replace("- id", "- *again\n  - id")],
            [line.rstrip("\n") + "{[" * randomly.randint(1, 400) + "\n"],
            [line] * randomly.randint(2, 300),
            [line.replace(" ", randomly.choice("\u00a0\u2002\u3000\u200b"))],
            [line.replace(" ", " #", 1)],
            [line.replace('"', randomly.choice("“”«"))],
            [line.replace("- ", "– ")],
            [
                line.partition(":")[0]
                + ": "
                + randomly.choice(("12", "true", "~", "[]", "{}", ".nan", "[[a]]", "{a: b}"))
                + "\n"
            ],
        )
        lines[at : at + 1] = randomly.choice(accidents) or ["\n"]
    return "".join(lines)


@pytest.mark.slow
@settings(max_examples=examples(500), deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_accident_of_editing_is_told(randomly: random.Random) -> None:
    """A good file with lines lost, repeated, moved or mistyped is read or reported within two seconds."""
    text = mutated(randomly)
    begun = time.process_time()
    checked = check_text(text, "x")
    assert time.process_time() - begun < 2
    assert_sound(checked.findings, text)
    assert (checked.scenario is None) == any(finding.level == "error" for finding in checked.findings)


names = st.from_regex(r"[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,3})?", fullmatch=True).filter(
    lambda name: name not in {"all", "heard", "chose", "true", "false", "null"}
)
texts = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(
    lambda text: not shows_nothing(text)
) | st.sampled_from(
    ["no", "12", "true", "2024-01-01", "~", "- a", "a: b", "*x*", "1_000", "0x1f", " x ", "a\n\nb\n", "|", "#"]
)
weights = st.integers(-9, 9)


@st.composite
def scenarios(draw: st.DrawFn) -> dict[str, Any]:
    """A valid scenario as plain data, with a manifest profile whose shared facts outweigh everything else."""
    roles = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    options = draw(st.lists(names, min_size=2, max_size=3, unique=True))
    facts = draw(st.lists(names, min_size=2, max_size=5, unique=True))
    scenes = draw(st.lists(names, min_size=4, max_size=4, unique=True))
    held = st.just("all") | st.lists(st.sampled_from(roles), min_size=1, unique=True)
    sway = {options[0]: 100}
    principles = draw(st.lists(st.sampled_from(["P1", "P9", "E3", "T2"]), min_size=1))
    return {
        "id": draw(names),
        "title": draw(texts),
        "summary": draw(texts),
        "minutes": draw(st.integers(1, 500)),
        "principles": principles,
        "setting": draw(texts),
        "indicators": [{"id": "trust", "name": draw(texts), "start": 1, "min": draw(st.integers(-5, 1)), "max": 2}],
        "roles": [
            {"id": name, "name": draw(texts), "about": draw(texts), "decides": name == roles[0]} for name in roles
        ],
        "options": [{"id": name, "name": draw(texts)} for name in options],
        "profile": "manifest",
        "best": options[0],
        "facts": [{"id": facts[0], "text": draw(texts), "held_by": "all", "weighs": sway}]
        + [{"id": facts[1], "text": draw(texts), "held_by": "all", "weighs": sway}]
        + [
            {"id": name, "text": draw(texts), "held_by": draw(held), "weighs": {options[1]: draw(weights)}}
            for name in facts[2:]
        ],
        "start": scenes[0],
        "scenes": [
            {
                "id": scenes[0],
                "kind": "choice",
                "text": draw(texts),
                "by": draw(st.sampled_from(roles)),
                "choices": [
                    {
                        "id": "go",
                        "text": draw(texts),
                        "principles": principles,
                        "effects": {"trust": draw(weights)},
                        "reveals": draw(st.lists(st.sampled_from(facts), unique=True)),
                        "feedback": draw(texts),
                        "leads_to": scenes[1],
                    }
                ],
            },
            {
                "id": scenes[1],
                "kind": "panel",
                "title": draw(texts),
                "text": draw(texts),
                "minutes": draw(st.integers(0, 20)),
                "leads_to": dict.fromkeys(options, scenes[2]) | {options[1]: scenes[3]},
            },
            {
                "id": scenes[2],
                "kind": "choice",
                "text": draw(texts),
                "choices": [
                    {
                        "id": name,
                        "text": draw(texts),
                        "principles": ["P4"],
                        "when": when,
                        "feedback": draw(texts),
                        "leads_to": scenes[3],
                    }
                    for name, when in {
                        "early": {"trust": ">= -5"},
                        "late": {"chose": [f"{scenes[1]}.{options[0]}"]},
                    }.items()
                ],
            },
            {"id": scenes[3], "kind": "end", "text": draw(texts)},
        ],
        "debrief": [{"ask": draw(texts), "principles": ["P1"]}],
    }


def as_domain(data: dict[str, Any]) -> Scenario:
    """The scenario that the data means, made without the reader."""
    everyone = [role["id"] for role in data["roles"]]
    facts = [fact | {"held_by": everyone if fact["held_by"] == "all" else fact["held_by"]} for fact in data["facts"]]
    early = {"indicators": {"trust": {"symbol": ">=", "number": -5}}}
    crossroads = data["scenes"][2]
    choices = [crossroads["choices"][0] | {"when": early}, crossroads["choices"][1]]
    scenes = [*data["scenes"][:2], crossroads | {"choices": choices}, data["scenes"][3]]
    return Scenario.model_validate(data | {"facts": facts, "scenes": scenes})


def assert_read(written: str, data: dict[str, Any]) -> None:
    """Check that the text is read as this scenario without findings, except that a fact may name its holder."""
    checked = check_text(written, "x")
    assert [str(finding) for finding in checked.findings if finding.code != "third-person"] == []
    assert checked.scenario == as_domain(data)


@pytest.mark.slow
@settings(deadline=None)
@given(scenarios(), st.integers(40, 200))
def test_what_is_written_is_read(data: dict[str, Any], width: int) -> None:
    """A scenario written as YAML is read as the same scenario."""
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style, yaml.width, yaml.allow_unicode = False, width, True
    written = io.StringIO()
    yaml.dump(data, written)
    assert_read(written.getvalue(), data)


@settings(deadline=None)
@given(scenarios(), st.sampled_from([None, 2]), st.booleans())
def test_json_is_yaml(data: dict[str, Any], indent: int | None, ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    """A scenario written as JSON is read as the same scenario."""
    assert_read(json.dumps(data, indent=indent, ensure_ascii=ascii_only), data)
