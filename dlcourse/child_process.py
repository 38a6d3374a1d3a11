"""A process of the course's own, for what would hold up everybody else in this one; it is spoken to in lines of text.

Whatever runs there has to end when its input is closed; so it never outlives whoever started it.
"""

import os
import subprocess
import sys
from pathlib import Path


def start(module: str) -> subprocess.Popen[str]:
    """Run a module of the course with the same Python and the same course as this one; an `OSError` if it cannot be.

    Both speak UTF-8, whatever the locale is.
    """
    home = str(Path(__file__).resolve().parents[1])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(  # noqa: S603 - this very Python, on a module of the course
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        start_new_session=True,  # an interrupt from the keyboard is for this process, which then stops that one
    )
