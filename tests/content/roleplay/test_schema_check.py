"""The schema of a scenario file: missing, unknown and wrong fields are found at their lines, and nothing else is."""

import pytest

from tests.content.roleplay.broken import FACTS, HALLWAY, OPTIONS, PANEL, edited, expected, found

SHAPE = {
    "a missing field is at its mapping": [("id: late-buses\n", ""), ("title: The late buses", "title: x # <- shape")],
    "an unknown field is at its key": [("source: original", "sourse: original # <- shape")],
    "two fields are missing": [
        ("id: late-buses", "id: late-buses # <- shape, shape"),
        ("minutes: 30\n", ""),
        ("setting: |", "source2: | # <- shape"),
    ],
    "a role lacks its name": [("name: Bus driver, about: Drives the second bus.}", "about: x} # <- shape")],
    "text where a list is wanted": [("[P1, P5]", "P1 # <- shape")],
    "a list where text is wanted": [("source: original", "source: [a, b] # <- shape")],
    "a number as id": [("{id: reroute, name: Change the routes}", "{id: 12, name: x} # <- shape")],
    "a number as text": [("title: The late buses", "title: 12 # <- shape")],
    "a truth as text": [("title: The late buses", "title: true # <- shape")],
    "a date is a text": [("title: The late buses", "title: 2024-01-01")],
    "no is a word": [("title: The late buses", "title: no"), ("decides: true", "decides: true")],
    "yes is not true": [("Leads the school., decides: true}", "x, decides: yes} # <- shape")],
    "a number in quotes": [("minutes: 30", 'minutes: "30" # <- shape')],
    "a number with a point": [("minutes: 30", "minutes: 30.0 # <- shape")],
    "not a number": [("minutes: 30", "minutes: .nan # <- shape")],
    "infinity": [("minutes: 30", "minutes: .inf # <- shape")],
    "a word as number": [("minutes: 30", "minutes: half an hour # <- shape")],
    "a huge number": [("minutes: 30", f"minutes: {'9' * 5000} # <- shape")],
    "negative minutes": [("minutes: 30", "minutes: -5 # <- shape")],
    "a fraction as weight": [("weighs: {later-bell: -2}", "weighs: {later-bell: -.5} # <- shape")],
    "an empty value": [("title: The late buses", "title: # <- shape")],
    "a blank value": [("title: The late buses", 'title: "  " # <- shape')],
    "an empty list": [("[P1, P5]", "[] # <- shape")],
    "an empty optional field": [("source: original", "source: # <- shape")],
    "an id in capitals": [("{id: trust, name", "{name"), ("max: 6}", "max: 6, id: Trust} # <- shape")],
    "an id with an underscore": [
        ("{id: parents-ask, ", "{id: parents_ask, "),
        (
            "Parents ask for it., held_by: all, weighs: {later-bell: 1}}",
            "x, held_by: all, weighs: {later-bell: 1}} # <- shape",
        ),
    ],
    "min above max": [("start: 3, min: 0, max: 6}", "start: 3, min: 7, max: 6} # <- shape")],
    "start above max": [("start: 3, min: 0, max: 6}", "start: 9, min: 0, max: 6} # <- shape")],
    "an indicator called like a condition word": [
        (
            "{id: trust, name: Trust, start: 3, min: 0, max: 6}",
            "{id: heard, name: Trust, start: 3, min: 0, max: 6} # <- shape",
        )
    ],
    "a role called all": [
        ("{id: driver, name: Bus driver, about: Drives the second bus.}", "{id: all, name: x, about: x} # <- shape")
    ],
    "an unknown kind": [("    kind: panel", "    kind: pannel # <- shape")],
    "a scene without a kind": [("  - id: good-week\n    kind: end", "  - id: good-week # <- shape")],
    "a choice without feedback": [
        ("      - id: again", "      - id: again # <- shape"),
        ("        feedback: A mistake can teach.\n", ""),
    ],
    "a choice scene without choices": [(HALLWAY, "  - {id: hallway, kind: choice, text: x, choices: []} # <- shape\n")],
    "by at an end": [("    title: A good week", "    by: driver # <- shape")],
    "a panel without a title": [("  - id: meeting", "  - id: meeting # <- shape"), ("    title: The meeting\n", "")],
    "two panels": [
        (
            HALLWAY,
            "  - {id: hallway, kind: panel, title: x, text: x, minutes: 3, leads_to: {}} # <- shape\n",
        )
    ],
    "a condition word with a text": [('trust: "< 9"', "heard: gate-blocked # <- shape")],
    "a comparison with a number": [('trust: "< 9"', "trust: 9 # <- shape")],
    "a comparison the wrong way round": [('trust: "< 9"', 'trust: "=< 9" # <- shape')],
    "a condition that is a text": [
        (
            '        when:\n          trust: "< 9"\n          chose: [meeting.later-bell]',
            "        when: trust # <- shape",
        )
    ],
    "a folded comparison": [
        ('trust: "< 9"', "trust: >2 # <- shape\n"),
        ("          chose: [meeting.later-bell]\n", ""),
    ],
    "one option": [("options:\n", "options: # <- shape\n"), ("  - {id: later-bell, name: Ring the bell later}\n", "")],
    "the panel asks for options, facts, best and profile": [
        ("id: late-buses", "id: late-buses # <- shape, shape, shape, shape"),
        (OPTIONS, ""),
        (FACTS, ""),
        ("profile: hidden\n", ""),
        ("best: reroute\n", ""),
    ],
    "a hidden profile asks for a decoy": [("id: late-buses", "id: late-buses # <- shape"), ("decoy: later-bell\n", "")],
    "a fact of a panel weighs": [
        ("  - id: staff-leave", "  - id: staff-leave # <- shape"),
        ("    weighs: {later-bell: -2}\n", ""),
    ],
    "best and decoy are one": [("decoy: later-bell", "decoy: reroute # <- shape")],
    "held by nobody": [("held_by: [driver]\n", "held_by: [] # <- shape\n")],
    "a part that is repeated by name": [
        (
            "Parents ask for it., held_by: all, weighs: {later-bell: 1}}",
            "x, held_by: all, weighs: &bell {later-bell: 1}}",
        ),
        ("It costs nothing., held_by: all, weighs: {later-bell: 1}}", "x, held_by: all, weighs: *bell}"),
    ],
    "a merge key": [("source: original", "<<: {id: x} # <- shape")],
    "thirteen roles": [
        (
            "roles:\n",
            "roles: # <- shape\n" + "".join(f"  - {{id: extra-{at}, name: x, about: x}}\n" for at in range(11)),
        )
    ],
    "all at once": [
        ("minutes: 30", "minutes: soon # <- shape"),
        ("best: reroute", "bset: reroute # <- shape"),
        ("id: late-buses", "id: late-buses # <- shape"),
        ("[P9]", "P9 # <- shape"),
    ],
}


CHOICES = (
    (PANEL, ""),
    (OPTIONS, ""),
    ("profile: hidden\n", ""),
    ("best: reroute\n", ""),
    ("decoy: later-bell\n", ""),
    (HALLWAY, ""),
    ("Decide at the desk.", "Decide at the desk. "),
)
BRANCHING = (
    edited(*CHOICES)
    .replace("leads_to: meeting", "leads_to: good-week", 1)
    .replace("leads_to: meeting", "leads_to: bad-week", 1)
    .replace(FACTS, "facts:\n  - {id: staff-leave, text: Staff would leave., held_by: [principal]}\n")
)


@pytest.mark.parametrize("edits", [pytest.param(edits, id=name) for name, edits in SHAPE.items()])
def test_shape(edits: list[tuple[str, str]]) -> None:
    """Everything that does not fit the schema is found at its line, and nothing else is."""
    text = edited(*edits)
    assert found(text) == expected(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("facts:\n", "profile: hidden # <- shape\nfacts:\n"),
        ("facts:\n", "best: reroute # <- shape\ndecoy: x # <- shape\nfacts:\n"),
        ("facts:\n", "options: [{id: a, name: A}, {id: b, name: B}] # <- shape\nfacts:\n"),
        ("        reveals: [staff-leave]\n", ""),
        ("facts:\n", "facts:\n"),
    ],
)
def test_without_a_panel(old: str, new: str) -> None:
    """Without a panel, a file must leave out its fields, and also facts unless a choice reveals one."""
    text = BRANCHING.replace(old, new)
    if not new:
        text = text.replace("facts:\n", "facts: # <- shape\n")
    assert found(text) == expected(text)
