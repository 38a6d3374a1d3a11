"""Repeated ids, unknown names, wrong deciders and gaps are found at their lines, and nothing else is."""

import pytest

from tests.content.roleplay.broken import edited, expected, found

REFERENCES = {
    "the start": [("start: crossroads", "start: crosroads # <- unknown-ref")],
    "the best option": [("best: reroute", "best: rerout # <- unknown-ref")],
    "the decoy": [("decoy: later-bell", "decoy: bell # <- unknown-ref")],
    "a principle": [("[P1, P5]", "[P1, P10] # <- unknown-ref")],
    "two principles of one field": [("[P1, P5]", "[P10, P11] # <- unknown-ref")],
    "a holder": [("held_by: [driver]\n", "held_by: [drivr] # <- unknown-ref\n")],
    "all in brackets": [("held_by: [driver]\n", "held_by: [all] # <- unknown-ref\n")],
    "a weighed option": [("weighs: {later-bell: -2}", "weighs: {late-bell: -2} # <- unknown-ref")],
    "the role of a scene": [("by: driver", "by: conductor # <- unknown-ref")],
    "a choice's scene": [("leads_to: bad-week", "leads_to: badweek # <- unknown-ref")],
    "a panel's scene": [
        (
            "leads_to: {reroute: good-week, later-bell: hallway}",
            "leads_to: {reroute: good, later-bell: hallway} # <- unknown-ref",
        )
    ],
    "a panel's option": [
        (
            "leads_to: {reroute: good-week, later-bell: hallway}",
            "leads_to: {rerout: good-week, later-bell: hallway} # <- unknown-ref, leads-to-gap",
        )
    ],
    "an option that leads nowhere": [
        ("leads_to: {reroute: good-week, later-bell: hallway}", "leads_to: {later-bell: hallway} # <- leads-to-gap")
    ],
    "two options that lead nowhere are one finding": [
        ("leads_to: {reroute: good-week, later-bell: hallway}", "leads_to: {} # <- leads-to-gap")
    ],
    "an indicator in effects": [("effects: {trust: +1}", "effects: {thrust: +1} # <- unknown-ref")],
    "an indicator in a condition": [('trust: "< 9"', 'thrust: "< 9" # <- unknown-ref')],
    "a revealed fact": [("reveals: [staff-leave]", "reveals: [staff-leaves] # <- unknown-ref")],
    "a chosen choice": [
        ("          chose: [meeting.later-bell]", "          chose: [crossroads.ask] # <- unknown-ref")
    ],
    "a choice without its scene": [
        ("          chose: [meeting.later-bell]", "          chose: [ask-first] # <- unknown-ref")
    ],
    "items on lines of their own": [
        (
            "          chose: [meeting.later-bell]",
            "          chose:\n            - meeting.later-bell\n            - meeting.nothing # <- unknown-ref",
        )
    ],
    "the same role twice": [
        (
            "{id: driver, name: Bus driver, about: Drives the second bus.}",
            "{id: driver, name: Bus driver, about: x}\n  - {id: driver, name: x, about: x} # <- duplicate-id",
        )
    ],
    "the same scene twice": [
        ("  - id: bad-week\n", "  - {id: bad-week, kind: end, text: x}\n  - id: bad-week # <- duplicate-id\n")
    ],
    "the same choice twice in a scene": [("      - id: decide-alone", "      - id: ask-first # <- duplicate-id")],
    "the same choice in two scenes": [("      - id: give-up", "      - id: ask-first")],
    "nobody decides": [(", decides: true", ""), ("roles:", "roles: # <- deciders")],
    "two decide": [("Drives the second bus.}", "x, decides: true}"), ("roles:", "roles: # <- deciders")],
    "all at once": [
        ("start: crossroads", "start: x # <- unknown-ref"),
        (", decides: true", ""),
        ("roles:", "roles: # <- deciders"),
        ("  - id: bad-week\n", "  - id: good-week # <- duplicate-id\n"),
        ("leads_to: bad-week", "leads_to: bad-week # <- unknown-ref"),
    ],
}


@pytest.mark.parametrize("edits", [pytest.param(edits, id=name) for name, edits in REFERENCES.items()])
def test_references(edits: list[tuple[str, str]]) -> None:
    """Repeated ids, unknown names, wrong deciders and gaps are found at their lines, and nothing else is."""
    text = edited(*edits)
    assert found(text) == expected(text)
