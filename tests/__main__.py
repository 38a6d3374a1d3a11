"""The test command: ``python -m tests``. ``--help`` lists its options.

Every step runs, even after another has failed. The checks of the sources run while pytest does.
The output ends with pytest's summary. If another step failed, the last line names it.
"""

import argparse
import os
import subprocess
import sys
import sysconfig
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import NoBrowserError, find_or_install

TOP = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of pytest. Compiled modules are saved, since every worker and every server imports the same ones."""
CHECKS = {
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check"],
    "ruff check": [PYTHON, "-m", "ruff", "check"],
    "lint-imports": [str(Path(sysconfig.get_path("scripts"), "lint-imports")), "--no-logo"],
    "mypy": [PYTHON, "-m", "mypy"],
}
LOCALES = {"other locales": [PYTHON, "-m", "tests.locales"]}
"""The tests that read and write text, as they run on other people's machines; left out of a quick run."""
WORKERS = min(os.cpu_count() or 1, 4)
"""One for each core. Each worker has a browser and servers of its own, so a large machine gets no more than four."""
WAITING = 1
"""One more worker: many tests wait for a server, a page or a commit."""

# In the order in which they were collected: a worker that has begun with its browser gets no other tests any more.
# `tests.dividing` says which tests stay together.
ORDER = ["--dist=loadscope", "--no-loadscope-reorder"]
WHOLE = [f"-n{WORKERS + WAITING}", *ORDER]
QUICK = [f"-n{WORKERS + WAITING}", *ORDER, "-p", "tests.quick"]
"""What pytest is called with, for all tests and for those of a quick run."""


def main(words: list[str]) -> int:
    """Run every step; returns the exit status, 0 if all of them passed."""
    chosen, others = options().parse_known_args(words)
    with ThreadPoolExecutor(1) as beside:
        checks = beside.submit(failing, CHECKS if chosen.quick else CHECKS | LOCALES)
        browser = chosen.quick or _has_browser()
        passed = subprocess.run(
            [PYTHON, "-m", "pytest", *(QUICK if chosen.quick else WHOLE), *others],
            cwd=TOP,
            env=SURROUNDINGS,
            check=False,
        )
        failed = checks.result() + ([] if browser else ["browser"])
    if failed:
        _say(f"FAILED beside pytest: {', '.join(failed)}")
    return 1 if failed or passed.returncode else 0


def options() -> argparse.ArgumentParser:
    """The parser of this command's options. All other options are for pytest."""
    parser = argparse.ArgumentParser(
        prog="python -m tests",
        usage="%(prog)s [--quick] [options of pytest] [files or folders]",
        description="Check format, lint, types and import contracts, and run the tests.",
        epilog="Everything else goes on to pytest, as in: python -m tests --quick -k march tests/domain",
        allow_abbrev=False,
    )
    parser.add_argument("--quick", action="store_true", help="leave out the tests that need a browser or are slow")
    return parser


def failing(checks: dict[str, list[str]]) -> list[str]:
    """Run the checks one after the other and print what each found; returns the names of those that failed."""
    return [name for name, command in checks.items() if not _passes(name, command)]


def _passes(name: str, command: list[str]) -> bool:
    start = time.monotonic()
    done = subprocess.run(
        command,
        cwd=TOP,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    verdict = f"FAILED, status {done.returncode}" if done.returncode else "passed"
    _say(f"\n== {name}\n{done.stdout.strip()}\n{name}: {verdict}, {time.monotonic() - start:.1f} s")
    return done.returncode == 0


def _has_browser() -> bool:
    with sync_playwright() as playwright:
        try:
            _say(f"\n== browser\nbrowser: {find_or_install(playwright)}")
        except NoBrowserError as error:
            _say(f"\n== browser\nbrowser: FAILED. {error}")
            return False
    return True


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
