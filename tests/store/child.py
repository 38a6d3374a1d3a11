"""A program that writes to a store and reports it: ``python -m tests.store.child ADDRESS ACTOR THREADS COUNT``.

It prints each command as soon as it is acknowledged, and ends after COUNT commands from each thread.
"""

import os
import sys
import threading

from dlcourse.store import Store, WriteTransaction
from tests.store.samples import Tallied


def one(store: Store, actor: str, command: str) -> None:
    """Append one event and one text to the shared stream, then report it."""

    def work(writing: WriteTransaction) -> None:
        length = len(writing.events("shared"))
        said = Tallied(n=length, text=command)
        writing.append("shared", length, command, actor, [said], {command: f"words of {command}"})

    store.write(work)
    os.write(1, f"{command}\n".encode())


def main(address: str, actor: str, threads: int, count: int) -> None:
    """Write from several threads at once."""
    store = Store.open(address)

    def go(name: int) -> None:
        for n in range(count):
            one(store, actor, f"{actor}-{name}-{n}")

    line = [threading.Thread(target=go, args=(name,)) for name in range(threads)]
    for thread in line:
        thread.start()
    for thread in line:
        thread.join()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
