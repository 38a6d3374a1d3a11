"""How the tests are divided among workers (pytest-xdist): some files as a whole, all others test by test.

The marks that pytest-xdist has for this do nothing with pytest 9.2, which does not let it change the ids of tests.
"""

import os
from collections.abc import Generator
from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

TOGETHER = frozenset({
    "tests/e2e/test_binder.py",
    "tests/e2e/test_pages.py",
    "tests/e2e/test_passing.py",
    "tests/pages/test_any_message.py",
    "tests/server/access/test_entry.py",
    "tests/server/pages/test_steps.py",
    "tests/server/test_any_input.py",
    "tests/server/test_behind_a_proxy.py",
    "tests/server/test_hostile.py",
    "tests/server/test_work_file.py",
    "tests/test_binder.py",
    "tests/test_contributing.py",
    "tests/test_package.py",
})  # fmt: skip
"""Files whose tests share a server, or something else that takes seconds to make. They stay in one worker."""
LONG = frozenset({
    "test_a_killed_server_and_a_page_with_a_kernel",
    "test_a_plan_and_its_chart_in_jupyterlab",
    "test_a_session_is_played_in_jupyterlab",
    "test_a_whole_round_by_keyboard",
    "test_every_output_in_our_jupyterlab",
    "test_every_output_in_plain_jupyterlab",
    "test_every_output_in_plain_voila",
    "test_kills_lose_and_double_nothing",
    "test_six_people_and_whoever_leads_play_a_session",
    "test_the_self_check_by_keyboard",
    "test_the_whole_course",
})  # fmt: skip
"""The longest tests with a browser. They come first, so that at the end no worker is alone with one of them."""


COMPILED = Path(__file__).parent / "widgets" / "__pycache__"
"""Where the last compiled tests of a run are put."""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection() -> Generator[None, object, object]:
    """In a fresh checkout, let one worker collect first, so that the others find all tests compiled.

    Otherwise each compiles all of them, which takes as long as all the rest of collecting.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ or any(COMPILED.glob("test_*.pyc")):
        return (yield)
    with Path(__file__).open(encoding="utf-8") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            flock(lock, LOCK_SH)
            return (yield)
        return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put tests with a browser last, the longest of them first.

    ``asyncio.run`` fails while Playwright's event loop is running. So once a worker has a browser, it can run no other
    tests. A file that stays together comes last if any of its tests has a browser.
    """
    late = {item.path for item in items if _has_browser(item) and stays_together(_path(item.nodeid))}
    items.sort(key=lambda item: (_has_browser(item) or item.path in late, item.name not in LONG))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> "Dividing":
    """Divide the tests as this module says; pytest-xdist calls this in the process that starts the workers."""
    return Dividing(config, log)


class Dividing(LoadScopeScheduling):  # type: ignore[misc]
    """Gives each worker that is free the next test or the next whole file, in the order of collection."""

    def _split_scope(self, nodeid: str) -> str:
        path = _path(nodeid)
        return path if stays_together(path) else nodeid


def stays_together(path: str) -> bool:
    """Whether a file's tests stay in one worker; so do the cells of a notebook, because they share a kernel.

    ``path`` is relative to the checkout, with slashes.
    """
    return path in TOGETHER or PurePosixPath(path).suffix == ".ipynb"


def _path(nodeid: str) -> str:
    return nodeid.split("::", maxsplit=1)[0]


def _has_browser(item: pytest.Item) -> bool:
    return "browser" in getattr(item, "fixturenames", ())
