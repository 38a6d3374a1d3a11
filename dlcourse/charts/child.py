"""The process that draws: a name and rows on a line of standard input, a Vega-Lite specification on one of its output.

The name is that of a module of ``charts``, such as ``matching.load_bars``; its function ``drawn`` makes the drawing.

Started by `dlcourse.charts.drawing` as ``python -m dlcourse.charts.child``. It ends when its input does, whatever it is
in the middle of; so it never outlives whoever started it.
"""

import json
import os
import queue
import sys
import threading
from importlib import import_module
from typing import Any


def _take_in(asked: "queue.SimpleQueue[str]") -> None:
    for line in sys.stdin:
        asked.put(line)
    os._exit(0)


def _answer(asked: str) -> dict[str, Any]:
    from dlcourse.charts.theme import specification

    try:
        wanted = json.loads(asked)
        return {"spec": specification(import_module(f"dlcourse.charts.{wanted['name']}").drawn(wanted["rows"]))}
    except Exception as error:  # noqa: BLE001 - whatever it is, whoever asked must hear that there is no drawing
        return {"failed": type(error).__name__}


def main() -> None:
    """Listen first, for the end may come while Altair is being loaded; then draw one after the other."""
    asked: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_take_in, args=(asked,), daemon=True).start()
    import_module("dlcourse.charts.theme")
    while True:
        sys.stdout.write(json.dumps(_answer(asked.get())) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
