"""How many commands the store keeps in a second: ``python -m tests.bench.bench_store``. Medians of five.

Beside them, in the same run, what a bare SQLite file gives with the same settings, and a bare flush of the disk.
"""

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from dlcourse.store import Store
from tests.store.samples import address, saying

RUNS, SECONDS = 5, 1.0


def rate(once: Callable[[int], object]) -> float:
    """Return how often a second it goes."""
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        once(done)
        done += 1
    return done / (time.perf_counter() - start)


def of_store(folder: Path, threads: int) -> float:
    """Return the commands a second of so many threads that write at once, each to a stream of its own."""
    with closing(Store.open(address(folder))) as store, ThreadPoolExecutor(threads) as pool:

        def of_thread(name: int) -> float:
            return rate(lambda n: store.write(saying(f"s{name}-{n}", f"c{name}-{n}", f"p{name}", expected=0)))

        return sum(pool.map(of_thread, range(threads)))


def of_sqlite(folder: Path) -> float:
    """Return the commits a second of one row each, without a store."""
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as bare:
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE rows (words)")
        return rate(lambda n: bare.execute("INSERT INTO rows VALUES (?)", (f"{n} " * 30,)))


def of_disk(folder: Path) -> float:
    """Return the flushes a second of one page."""
    with (folder / "bare").open("wb") as bare:

        def flush(_: int) -> None:
            bare.write(bytes(4096))
            bare.flush()
            os.fsync(bare.fileno())

        return rate(flush)


def reads(folder: Path) -> float:
    """Return the reads a second of a stream of twenty events."""
    with closing(Store.open(address(folder))) as store:
        store.write(saying("s", "c", events=20))
        return rate(lambda _: store.read(lambda reading: reading.events("s")))


def main() -> None:
    """Measure in turns, and say the medians."""
    benches: dict[str, Callable[[Path], float]] = {
        "commands/s, one thread": lambda folder: of_store(folder, 1),
        "commands/s, 30 threads": lambda folder: of_store(folder, 30),
        "reads/s of twenty events": reads,
        "bare SQLite, commits/s": of_sqlite,
        "bare disk, flushes/s": of_disk,
    }
    found: dict[str, list[float]] = {name: [] for name in benches}
    for _ in range(RUNS):
        for name, bench in benches.items():
            with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
                found[name].append(bench(Path(folder)))
    for name, figures in found.items():
        sys.stdout.write(f"{name:28} {statistics.median(figures):8.0f}  ({min(figures):.0f} to {max(figures):.0f})\n")


if __name__ == "__main__":
    main()
