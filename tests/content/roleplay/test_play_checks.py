"""Mistakes in a story, or in what its author claims, are found at their lines, and nothing else is."""

import pytest

from dlcourse.content.roleplay.scenarios import check_text
from tests.content.roleplay.broken import edited, expected, found

LOOP = (
    "  - {id: loop, kind: choice, text: x, choices: [{id: on, text: x, principles: [P1], feedback: x, leads_to: loop}]}"
)
CLAIMS = {
    "a scene nothing leads to": [
        ("leads_to: bad-week", "leads_to: good-week"),
        ("  - id: bad-week", "  - id: bad-week # <- unreachable"),
    ],
    "a scene behind a condition that never holds": [
        ('trust: "< 9"', 'trust: "> 6"'),
        ("      - id: give-up", "      - id: give-up # <- never-open"),
        ("  - id: bad-week", "  - id: bad-week # <- unreachable"),
        ("  - id: hallway", "  - id: hallway # <- dead-end"),
    ],
    "a situation without an open choice": [
        ('trust: "< 9"', 'trust: "> 3"'),
        ("  - id: hallway", "  - id: hallway # <- dead-end"),
    ],
    "a choice that is never open": [
        ('trust: ">= 2"', 'trust: ">= 5"'),
        ("      - id: again", "      - id: again # <- never-open"),
    ],
    "a circle without an end": [
        ("leads_to: bad-week", "leads_to: loop"),
        ("  - id: hallway", "  - id: hallway # <- endless"),
        (
            "  - id: bad-week",
            LOOP.replace("id: loop", "id: loop", 1) + " # <- endless\n  - id: bad-week # <- unreachable",
        ),
    ],
    "a hidden profile that everybody sees": [
        ("profile: hidden", "profile: hidden # <- not-hidden"),
        ("weighs: {reroute: 1, later-bell: -1}", "weighs: {reroute: 4}"),
        ("Leads the school., decides: true}", "x, decides: true} # <- role-without-part"),
    ],
    "a role that adds nothing": [
        ("Drives the second bus.}", "x}\n  - {id: cook, name: Cook, about: x} # <- role-without-part"),
        ("[driver, principal]", "all"),
    ],
    "a profile that is not manifest": [("profile: hidden", "profile: manifest # <- not-manifest")],
    "a fact that alone misleads": [
        ("  - {id: no-cost, text: It costs nothing., held_by: all, weighs: {later-bell: 1}}\n", ""),
        (
            "  - {id: others-do, text: Other schools do it., held_by: [driver, principal], weighs: {later-bell: 1}}\n",
            "",
        ),
        (
            "Parents ask for it., held_by: all, weighs: {later-bell: 1}}",
            "x, held_by: all, weighs: {later-bell: 3}} # <- fragile",
        ),
    ],
    "a choice without a principle": [
        ("        principles: [P9]\n", ""),
        ("      - id: give-up", "      - id: give-up # <- no-principle"),
    ],
    "a question without a principle": [(", principles: [P5]}", "} # <- no-principle")],
    "too little time to talk": [("minutes: 4", "minutes: 1 # <- minutes")],
    "errors before warnings": [
        ("minutes: 4", "minutes: 1 # <- minutes"),
        ("leads_to: bad-week", "leads_to: good-week"),
        ("  - id: bad-week", "  - id: bad-week # <- unreachable"),
        (", principles: [P5]}", "} # <- no-principle"),
    ],
}


@pytest.mark.parametrize("edits", [pytest.param(edits, id=name) for name, edits in CLAIMS.items()])
def test_story_and_profile(edits: list[tuple[str, str]]) -> None:
    """Mistakes in the story or the claims are found at their lines, and nothing else is."""
    text = edited(*edits)
    assert found(text) == expected(text)


def test_a_dead_end_tells_how_a_play_comes_there() -> None:
    """The message of a dead end says what keeps the choices closed, and a way to get there."""
    (finding,) = check_text(edited(('trust: "< 9"', 'trust: "> 3"')), "x").findings
    assert finding.message == (
        "in the scene 'hallway' no choice is open when 'trust' is 1 and 'gate-blocked' was not heard and"
        " 'meeting.reroute' was not chosen and 'meeting.later-bell' was chosen,"
        " for instance after crossroads.decide-alone, meeting.later-bell"
    )


def test_what_fails_in_a_profile_is_one_finding_that_names_the_law_and_for_whom() -> None:
    """H1, H2 and H3 are reported together at the profile, with the roles for which they fail."""
    text = edited(("weighs: {reroute: 1, later-bell: -1}", "weighs: {reroute: 4}"))
    finding = next(one for one in check_text(text, "x").findings if one.code == "not-hidden")
    assert "H2 fails" in finding.message
    assert "Bus driver" in finding.message
