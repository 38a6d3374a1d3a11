"""Work that goes on beside what a bench measures, in processes of its own: it shares no interpreter with the bench."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from typing import Any, TypeVar

T = TypeVar("T")
PATIENCE = 120.0
"""Seconds after which no answer will come any more."""


@contextmanager
def aside(work: Callable[..., T], *given: Any, processes: int = 1) -> Iterator[list[T]]:
    """Carry out ``work`` in so many processes during the block. Afterwards, the list has what each returned.

    ``work`` is a function of a module. It gets what is ``given``, a function to call once it is well under way, which
    the block waits for, and an event that says when to return.
    """
    spawning = multiprocessing.get_context("spawn")
    ended, said, returned = spawning.Event(), spawning.Queue(), list[T]()
    going = [
        spawning.Process(target=_carry_out, args=(work, given, ended, said), daemon=True) for _ in range(processes)
    ]
    for process in going:
        process.start()
    for _ in going:
        said.get(timeout=PATIENCE)
    yield returned
    ended.set()
    returned += [said.get(timeout=PATIENCE) for _ in going]
    for process in going:
        process.join(PATIENCE)


def _carry_out(work: Callable[..., Any], given: tuple[Any, ...], ended: Event, said: "Queue[Any]") -> None:
    said.put(work(*given, lambda: said.put(None), ended))
