"""Whether the course stays well, whatever is sent to it: ``python -m tests.bench.bench_hostile [TIMES] [SEED]``.

Sends each kind of input TIMES as often as the tests do, round after round, to one server. Prints what each attack
took, how much the server grew since it was warmed up, and how fast it answers then. Ends with status 1 where it grew by
more than 20 MB, or a page takes more than 200 ms. An answer with a fault ends it at once.
"""

import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.server.asking import ask
from tests.server.attacks import ATTACKS, MEMORY, PROMPT, memory
from tests.serving import Served, start

ROUNDS = 3
TIMES, SEED = 10, 1


def main(times: int, seed: int) -> bool:
    """Attack one server; returns whether it stayed well."""
    with TemporaryDirectory() as home:
        served = start(Path(home))
        first, well = 0, True
        for turn in range(ROUNDS + 1):
            for name, (attack, count) in ATTACKS.items():
                begun = time.perf_counter()
                attack(served, random.Random(f"{seed} {turn}"), count * times)
                took, answered, size = time.perf_counter() - begun, answer_time(served), memory(served)
                if turn:
                    well &= answered < PROMPT and size < first + MEMORY
                    report = f"{took:6.1f} s, {(size - first) / 1e6:+5.1f} MB, page in {answered * 1000:4.0f} ms"
                    print(f"round {turn}, {count * times:5} {name:13} {report}", flush=True)  # noqa: T201
            first = first or memory(served)
        said = served.stop()
        print(f"{len(said.splitlines())} lines in the log")  # noqa: T201
    return well and "Traceback" not in said


def answer_time(served: Served) -> float:
    """Seconds in which the home page is answered, at best of three times."""
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        assert ask(served.address, "").status == 200
        taken.append(time.perf_counter() - begun)
    return min(taken)


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:]]
    sys.exit(0 if main(*given, *(TIMES, SEED)[len(given) :]) else 1)
