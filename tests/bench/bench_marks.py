"""Ten thousand steps of people who write, share, take along and erase: nobody sees a word that is not theirs to see.

``python -m tests.bench.bench_marks [STEPS]``: prints one line; an error ends it with the shortest life that shows it.
"""

import sys
import time

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.handlers.marks import Life

STEPS = 10_000
OF_A_LIFE = 50


def main(argv: list[str]) -> int:
    """Run it; ``argv`` may say how many steps."""
    wanted, began = int(argv[0]) if argv else STEPS, time.monotonic()
    while Life.steps < wanted:
        lives = -(-(wanted - Life.steps) // OF_A_LIFE)
        chosen = settings(
            max_examples=lives,
            stateful_step_count=OF_A_LIFE,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
            database=None,
        )
        run_state_machine_as_test(Life, settings=chosen)
    took = time.monotonic() - began
    sys.stdout.write(f"{Life.steps:,} steps, no word seen by who may not, or left once it was erased, {took:.0f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
