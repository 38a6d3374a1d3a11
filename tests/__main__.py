"""The test command: ``python -m tests``; arguments go on to pytest (``python -m tests -k march``).

Every step runs, also after one has failed; pytest comes last, so that its summary closes the output.
"""

import subprocess
import sys
import sysconfig
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import NoBrowserError, find_or_install

TOP = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
WORKERS = 2
"""As many as a small machine has cores; each has a browser and servers of its own, so more are seldom faster."""
STEPS = {
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check"],
    "ruff check": [PYTHON, "-m", "ruff", "check"],
    "mypy": [PYTHON, "-m", "mypy"],
    "lint-imports": [str(Path(sysconfig.get_path("scripts"), "lint-imports")), "--no-logo"],
}

# In the order in which they were collected: a worker that has begun with its browser gets no other tests any more.
IN_PARALLEL = [f"-n{WORKERS}", "--dist=loadgroup", "--no-loadscope-reorder"]


def main() -> int:
    """Run every step and return the exit status: 0 when all of them passed."""
    failed = [name for name, command in STEPS.items() if not _passes(name, command)]
    if not _has_browser():
        failed.append("browser")
    if failed:
        _say(f"FAILED before pytest: {', '.join(failed)}")
    passed = _passes("pytest", [PYTHON, "-m", "pytest", *IN_PARALLEL, *sys.argv[1:]])
    return 0 if passed and not failed else 1


def _passes(name: str, command: list[str]) -> bool:
    _say(f"== {name}")
    start = time.monotonic()
    status = subprocess.run(command, cwd=TOP, stdin=subprocess.DEVNULL, check=False).returncode
    if name != "pytest":  # its own summary is to be the last word
        verdict = f"FAILED, status {status}" if status else "passed"
        _say(f"{name}: {verdict}, {time.monotonic() - start:.1f} s")
    return status == 0


def _has_browser() -> bool:
    _say("== browser")
    with sync_playwright() as playwright:
        try:
            _say(f"browser: {find_or_install(playwright)}")
        except NoBrowserError as error:
            _say(f"browser: FAILED. {error}")
            return False
    return True


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
