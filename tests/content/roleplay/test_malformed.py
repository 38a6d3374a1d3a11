"""Names are checked next to malformed parts, and a name that a malformed part may define is not reported."""

import pytest

from tests.content.roleplay.broken import edited, expected, found

MEETING = "leads_to: {reroute: good-week, later-bell: hallway}"
TOGETHER = {
    "a role without an id, and a holder misspelled": [
        ("  - {id: driver, name: Bus driver, about: Drives the second bus.}", "  - {name: x, about: x} # <- shape"),
        ("held_by: [principal]", "held_by: [pricipal] # <- unknown-ref"),
    ],
    "an id in capitals, and its name as it should be": [
        ("- {id: reroute, name", "- {id: Reroute, name"),
        ("Change the routes}", "x} # <- shape"),
    ],
    "a list that is none": [("indicators:\n", "indicators: none # <- shape\nfact_list:\n")],
    "a misspelled kind, and a decision in that scene": [("    kind: panel", "    kind: pannel # <- shape")],
    "a role that may be the one who decides": [("decides: true}", "decides: yes} # <- shape")],
    "a field that may have been the decision": [("decides: true}", "decide: true} # <- shape")],
    "two who decide beside a malformed role": [
        ("Drives the second bus.}", "x, decides: true}\n  - {id: cook, name: x} # <- shape, role-without-part"),
        ("roles:", "roles: # <- deciders"),
    ],
    "a panel without leads_to": [("  - id: meeting", "  - id: meeting # <- shape"), (f"    {MEETING}\n", "")],
    "a malformed choice beside good ones": [
        ("        text: Look at it again.\n", ""),
        ("      - id: again", "      - id: again # <- shape"),
        ("leads_to: bad-week", "leads_to: bad # <- unknown-ref"),
    ],
    "three phases at once": [
        ("minutes: 4", "minutes: four # <- shape"),
        ("        reveals: [staff-leave]", "        reveals: [staff-goes] # <- unknown-ref"),
        (MEETING, "leads_to: {reroute: good-week} # <- leads-to-gap"),
        ("  - id: bad-week\n", "  - id: good-week # <- duplicate-id\n"),
        ("leads_to: bad-week", "leads_to: bad-week # <- unknown-ref"),
        ("principles: [P9]", "principles: [P99] # <- unknown-ref"),
    ],
}


@pytest.mark.parametrize("edits", [pytest.param(edits, id=name) for name, edits in TOGETHER.items()])
def test_references_beside_malformed_parts(edits: list[tuple[str, str]]) -> None:
    """Everything certain about names is reported at once, and nothing that only follows from a malformed part."""
    text = edited(*edits)
    if "fact_list" in text:
        text = text.replace("fact_list:\n", "fact_list: # <- shape\n")
    assert found(text) == expected(text)
