"""Eight people in two cohorts for 10,000 steps: ``python -m tests.bench.bench_privacy [STEPS [SEED]]``.

It stops with an error at the first marked word that somebody sees although it is not for them.
"""

import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from dlcourse.store import Store
from tests.handlers.cohort.privacy_machine import PrivacyMachine


def main(steps: int = 10_000, seed: int = 7) -> None:
    """Run the machine, five hundred steps at a time in fresh stores, so that looking stays quick."""
    began, seen = time.monotonic(), 0
    for part in range(steps // 500):
        with (
            tempfile.TemporaryDirectory() as folder,
            closing(Store.open(f"sqlite:///{Path(folder) / 'c.db'}")) as store,
        ):
            machine = PrivacyMachine(store, seed * 1000 + part)
            machine.run(500, look_after=1)
            seen += machine.seen
        sys.stdout.write(f"{(part + 1) * 500} steps, {seen} marks seen by who may see them, {_since(began)}\n")


def _since(began: float) -> str:
    return f"{time.monotonic() - began:.0f} s"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
