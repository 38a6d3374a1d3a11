"""Runs the tests of commands, readers, documents, the store and the solver again, as on other people's machines.

``python -m tests.locales``: once in the C locale without Python's UTF-8 mode, and once with standard output in cp1252,
as on Windows. The usual test run is in UTF-8.
"""

import os
import subprocess
import sys

PRINTING = ("tests/cli", "tests/engines/matching/test_solver.py")
"""What writes to standard output, or to another program."""
READING = ("tests/content", "tests/exports", "tests/store/test_engine.py", "tests/store/test_events.py")
"""What reads and writes files. No test here has a browser."""
QUICK = ("-p", "no:cacheprovider", "-p", "tests.quick")
"""As in a quick run: without slow tests, and with few examples. Another locale changes no law; it may change words."""
LOCALES = {
    "the C locale": ({"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}, PRINTING + READING),
    "standard output in cp1252": ({"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}, PRINTING),
}
"""The settings of each, and the tests that they concern."""


def main() -> int:
    """Run the tests in each locale; the exit status is 0 if all passed."""
    command = [sys.executable, "-m", "pytest", "-q", *QUICK]
    runs = {name: _start([*command, *tests, *sys.argv[1:]], settings) for name, (settings, tests) in LOCALES.items()}
    return max(_end(name, run) for name, run in runs.items())


def _start(command: list[str], settings: dict[str, str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command,
        env=os.environ | settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def _end(name: str, run: "subprocess.Popen[str]") -> int:
    printed, _ = run.communicate()
    sys.stdout.write(f"== {name}\n{printed if run.returncode else printed.splitlines()[-1]}\n")
    sys.stdout.flush()
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())
