"""A good scenario file, and ways to break it. Marks in the text say which findings are expected on a line."""

import re
from collections.abc import Iterable

from dlcourse.content.roleplay.scenarios import check_text

WARNINGS = {
    "never-open",
    "fragile",
    "unexplained",
    "third-person",
    "lost-text",
    "no-principle",
    "minutes",
    "too-large",
}
MARK = re.compile(r"# <- ([a-z, -]+)$")

GOOD = """\
id: late-buses
title: The late buses
summary: Buses come late, and everybody knows a node of why.
minutes: 30
principles: [P1, P5]
source: original
setting: |
  The buses have come late for a week.

  What should be done?
indicators:
  - {id: trust, name: Trust, start: 3, min: 0, max: 6}
roles:
  - {id: principal, name: Principal, about: Leads the school., decides: true}
  - {id: driver, name: Bus driver, about: Drives the second bus.}
options:
  - {id: reroute, name: Change the routes}
  - {id: later-bell, name: Ring the bell later}
profile: hidden
best: reroute
decoy: later-bell
facts:
  - {id: parents-ask, text: Parents ask for it., held_by: all, weighs: {later-bell: 1}}
  - {id: no-cost, text: It costs nothing., held_by: all, weighs: {later-bell: 1}}
  - {id: others-do, text: Other schools do it., held_by: [driver, principal], weighs: {later-bell: 1}}
  - id: gate-blocked
    text: The gate is blocked at eight.
    held_by: [driver]
    weighs: {reroute: 1, later-bell: -1}
    explains: true
  - id: staff-leave
    text: Staff would leave.
    held_by: [principal]
    weighs: {later-bell: -2}
start: crossroads
scenes:
  - id: crossroads
    kind: choice
    by: driver
    text: Who is asked?
    choices:
      - id: ask-first
        text: Ask the driver.
        principles: [P5]
        effects: {trust: +1}
        feedback: The driver knows the road.
        leads_to: meeting
      - id: decide-alone
        text: Decide at the desk.
        principles: [P6]
        effects: {trust: -2}
        reveals: [staff-leave]
        feedback: What others know stays unheard.
        leads_to: meeting
  - id: meeting
    kind: panel
    title: The meeting
    text: Everybody is here.
    minutes: 4
    leads_to: {reroute: good-week, later-bell: hallway}
  - id: hallway
    kind: choice
    text: The week was bad.
    choices:
      - id: again
        text: Look at it again.
        principles: [P4]
        when: {trust: ">= 2", not_heard: [gate-blocked], not_chose: [meeting.reroute]}
        feedback: A mistake can teach.
        leads_to: good-week
      - id: give-up
        text: Leave it.
        principles: [P9]
        when:
          trust: "< 9"
          chose: [meeting.later-bell]
        feedback: Nobody learns from that.
        leads_to: bad-week
  - id: good-week
    kind: end
    title: A good week
    text: The buses are on time.
  - id: bad-week
    kind: end
    text: The buses are late.
debrief:
  - {ask: What did the driver know?, principles: [P5]}
"""


PANEL = GOOD[GOOD.index("  - id: meeting") : GOOD.index("  - id: hallway")]
OPTIONS = GOOD[GOOD.index("options:") : GOOD.index("profile:")]
FACTS = GOOD[GOOD.index("facts:") : GOOD.index("start: crossroads")]
HALLWAY = GOOD[GOOD.index("  - id: hallway") : GOOD.index("  - id: good-week")]


def edited(*edits: tuple[str, str]) -> str:
    """The good file with each first text, which must occur exactly once, replaced by the second."""
    text = GOOD
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def expected(text: str) -> list[tuple[str, int, str]]:
    """The findings that the marks in the text expect: code, line and level; errors before warnings, then by line."""
    marks = [(number, MARK.search(line)) for number, line in enumerate(text.splitlines(), 1)]
    found = [(code, number) for number, mark in marks if mark for code in mark[1].split(", ")]
    return ordered((code, number, "warning" if code in WARNINGS else "error") for code, number in found)


def ordered(findings: Iterable[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """The findings by level, line and code, so that two on one line can be compared."""
    return sorted(findings, key=lambda found: (found[2], found[1], found[0]))


def found(text: str) -> list[tuple[str, int, str]]:
    """What the check finds in the text, with the codes of one line in alphabetical order."""
    findings = [(finding.code, finding.line, finding.level) for finding in check_text(text, "file.yaml").findings]
    places = [(level, line) for _, line, level in findings]
    assert places == sorted(places)
    return ordered(findings)
