"""The process that draws: a name and rows on a line of input, a Vega-Lite specification on a line of output.

The name is that of a module of ``charts``, such as ``matching.load_bars``. Its function ``drawn`` makes the drawing.

`charts.drawing` starts it as ``python -m dlcourse.charts.drawing_child``. It ends as soon as its input is closed, even
in the middle of a drawing, so it never outlives the process that started it.
"""

import dlcourse.fast_start  # noqa: F401 - before Altair

# isort: split
import json
import os
import queue
import threading
from importlib import import_module
from typing import Any

from dlcourse.child_process import lines_in, lines_out


def _take_in(asked: "queue.SimpleQueue[str]") -> None:
    for line in lines_in():
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
    """Watch the input before loading Altair, since it may be closed meanwhile; then draw one chart after the other."""
    out = lines_out()
    asked: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_take_in, args=(asked,), daemon=True).start()
    import_module("dlcourse.charts.theme")
    while True:
        out.write(json.dumps(_answer(asked.get())) + "\n")
        out.flush()


if __name__ == "__main__":
    main()
