"""A rehearsal of many seats, from joining to the verdict: ``python -m tests.bench.bench_rehearse [SEATS …]``.

``dlcourse rehearse`` plays a session at a real server, with 100 and with 500 seats or with those given. Whoever leads
seats everybody, starts, and moves the groups on at fixed times. It prints how long the session took and how long until
the verdict was there, how many messages were searched for how many facts, what was tried that is not allowed, and how
long somebody waited for an answer at most. Anything that should not have been seen or done ends it with an error.
"""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from itertools import chain, repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dlcourse.domain.live.console_views import LiveConsoleView
from dlcourse.domain.live.messages import MoveOn, SeatEveryone, StartLive
from dlcourse.domain.live.queries import LiveConsole
from dlcourse.domain.live.settings import LiveSettings
from tests.rehearsing.stage import Stage
from tests.serving import start

SEATS = (100, 500)
STEPS_A_SECOND = 50
"""All people together take so many steps a second. With 500 seats, that is one in ten seconds for each of them."""
PHASES = (30.0, 60.0, 30.0)
"""How many seconds the groups have before they are moved on: preference, talk and decision."""
OTHERS = 15.0
"""Seconds between later moves, until the last group has come to its debrief."""
LONGEST, LOOK = 1800, 1.0
"""Seconds that a rehearsal may take, and between two looks at how many people are there."""


def there(stage: Stage) -> LiveConsoleView:
    """What whoever leads sees of the session."""
    view = stage.course.see(LiveConsole(cohort=stage.cohort, session=stage.session))
    assert isinstance(view, LiveConsoleView)
    return view


def lead(stage: Stage, seats: int, rehearsal: "subprocess.Popen[bytes]") -> float:
    """Lead the session until the rehearsal is over; returns how many seconds passed until everybody was there."""
    began = time.perf_counter()
    while len(there(stage).people) < seats:
        assert rehearsal.poll() is None, "the rehearsal ended before everybody was there"
        time.sleep(LOOK)
    entered = time.perf_counter() - began
    for kind in (SeatEveryone, StartLive):
        stage.host(kind, session=stage.session)
    for seconds in chain(PHASES, repeat(OTHERS)):
        with suppress(subprocess.TimeoutExpired):
            rehearsal.wait(seconds)
            return entered
        stage.host(MoveOn, session=stage.session)
    raise AssertionError("there is always another move")


def bench(seats: int) -> bool:
    """Rehearse with so many seats, print what came of it, and return whether all is well."""
    with TemporaryDirectory(prefix="dlcourse-bench-") as folder:
        served = start(Path(folder))
        try:
            stage = Stage(served, settings=LiveSettings(gone_after=900))
            line = [sys.executable, "-m", "dlcourse.cli", "rehearse", served.address, "--json"]
            options = [f"--code={stage.made.join_code}", f"--seats={seats}", f"--seconds={LONGEST}"]
            options.append(f"--pace={seats / STEPS_A_SECOND}")
            began = time.perf_counter()
            report = Path(folder) / "report.json"
            with report.open("w") as file, subprocess.Popen([*line, *options], stdout=file) as rehearsal:
                entered = lead(stage, seats, rehearsal)
            took = time.perf_counter() - began
            said: dict[str, Any] = json.loads(report.read_text("utf-8"))
        finally:
            served.stop()
    groups = len({seat["group"] for seat in said["seats"] if seat["group"]})
    sys.stdout.write(
        f"{seats} seats in {groups} groups: everybody there after {entered:.0f} s, played in {said['seconds']:.0f} s,"
        f" the verdict after {took:.0f} s; {said['messages']:,} messages searched for {said['facts']} facts;"
        f" {said['tried']:,} things tried that are not allowed; longest wait {said['longest_wait']:.1f} s"
        f" (load of the machine {os.getloadavg()[0]:.1f})\n"
    )
    sys.stdout.writelines(f"  {problem}\n" for problem in said["problems"])
    return bool(said["finished"]) and not said["problems"]


if __name__ == "__main__":
    sys.exit(0 if all(map(bench, map(int, sys.argv[1:] or SEATS))) else 1)
