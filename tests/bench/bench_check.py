"""How long ``dlcourse check`` takes on a file of 50 scenes with conditions: the whole process, and the check inside it.

Run it as ``python tests/bench/bench_check.py``; the aim is less than one second in all.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

SCENES = 50
ROUNDS = 5
AIM = 1.0

HEAD = """\
id: long-story
title: A long story
summary: Fifty scenes with conditions.
minutes: 60
principles: [P1]
setting: |
  A school with a long corridor.
indicators:
  - {id: trust, name: Trust, start: 3, min: 0, max: 6}
  - {id: calm, name: Calm, start: 3, min: 0, max: 6}
roles:
  - {id: head, name: Head, about: Decides., decides: true}
  - {id: clerk, name: Clerk, about: Keeps the files.}
facts:
  - {id: key-lost, text: The key is lost., held_by: [clerk]}
  - {id: door-open, text: The door was open., held_by: [head]}
start: s0
scenes:
"""
SCENE = """\
  - id: s{at}
    kind: choice
    text: |
      Somebody stands at door {at} and asks what should be done about it.
      There are **two** people who know more, and one who says so.
    choices:
      - id: ask
        text: Ask the one who says nothing.
        principles: [P5]
        effects: {{trust: +1}}
        reveals: [key-lost]
        feedback: Whoever says nothing may know most.
        leads_to: s{one}
      - id: hurry
        text: Open the door.
        principles: [P3]
        when: {{calm: ">= 1", not_chose: [s{back}.ask]}}
        effects: {{calm: -1, trust: -1}}
        feedback: A risk that nobody has thought through.
        leads_to: s{two}
      - id: tell
        text: Tell what was heard.
        principles: [E2]
        when: {{trust: "> 2", heard: [key-lost]}}
        effects: {{calm: +1}}
        reveals: [door-open]
        feedback: Open practice.
        leads_to: s{two}
"""
TAIL = """\
  - {{id: s{at}, kind: end, text: The corridor ends.}}
  - {{id: s{more}, kind: end, text: The corridor ends here too.}}
debrief:
  - {{ask: Who knew?, principles: [P5]}}
"""


def long_story(scenes: int = SCENES) -> str:
    """A scenario file of so many scenes, two of them ends, with three choices a scene and conditions on most."""
    middle = [SCENE.format(at=at, one=at + 1, two=at + 2, back=max(0, at - 3)) for at in range(scenes - 2)]
    return HEAD + "".join(middle) + TAIL.format(at=scenes - 2, more=scenes - 1)


def seconds(command: list[str]) -> tuple[float, float]:
    """How long a command takes that must succeed: by the clock, and of processor time (0 where that is not known)."""
    begun, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - begun, used


def inside(file: Path) -> tuple[float, int]:
    """How long the check takes in a process that has already imported it, and how many situations it walks."""
    from dlcourse.content.roleplay.scenarios import read_scenario
    from dlcourse.domain.roleplay.reachability import explore

    scenario = read_scenario(file)
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        read_scenario(file)
        times.append(time.perf_counter() - begun)
    return statistics.median(times), explore(scenario).situations


def main() -> None:
    """Print the figures on one line."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "long-story.yaml"
        file.write_text(long_story(), "utf-8")
        command = [sys.executable, "-m", "dlcourse.cli", "check", str(file)]
        whole, used = map(statistics.median, zip(*(seconds(command) for _ in range(ROUNDS)), strict=True))
        check, walked = inside(file)
        lines = file.read_text("utf-8").count("\n")
    verdict = "met" if whole < AIM else "missed"
    sys.stdout.write(
        f"dlcourse check, {SCENES} scenes, {lines} lines, {walked} situations: {whole:.2f} s the whole process"
        f" ({used:.2f} s of processor time), {check:.2f} s the check inside (medians of {ROUNDS});"
        f" aim {AIM:.0f} s: {verdict}\n"
    )


if __name__ == "__main__":
    main()
