"""Fixtures of all tests: a home folder for this run, and a real browser that cannot leave this machine.

Tests may run in several workers (pytest-xdist). Each worker has its own home, browser and servers.
"""

import gc
import os
from collections.abc import Callable, Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dlcourse.frontend import bundle
from tests.browser import ARGUMENTS, PATIENCE, Watch, accessibility_problems, find_for_tests
from tests.examples import USUAL
from tests.serving import come_in

pytest_plugins = [
    "tests.people",
    "tests.dividing",
    "tests.database_server",
    "tests.rehearsing.leaky_server",
    "tests.made_up",
]


def pytest_configure(config: pytest.Config) -> None:
    """Keep the work of tests and notebooks separate from the work of the person who runs them."""
    config.addinivalue_line("markers", "expects_errors(*patterns): a page's errors that the test is about")
    config.addinivalue_line("markers", "slow: takes long and is not needed after each change; see tests/quick.py")
    home = TemporaryDirectory(prefix="dlcourse-tests-")
    config.add_cleanup(home.cleanup)
    os.environ["DLCOURSE_HOME"] = home.name
    expect.set_options(timeout=PATIENCE)
    # How fast an example runs depends on what else the machine does.
    slow = [HealthCheck.too_slow]
    settings.register_profile("any machine", max_examples=USUAL, deadline=None, suppress_health_check=slow)
    settings.load_profile("any machine")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark notebooks and whole journeys as slow.

    This is not done in ``pytest_itemcollected``, because pytest calls that hook of this file only for tests in this
    folder, and the notebooks are outside.
    """
    for item in items:
        if item.path.suffix == ".ipynb" or item.path.parent.name == "e2e":
            item.add_marker(pytest.mark.slow)


def pytest_collection_finish() -> None:
    """Spare the garbage collector all modules and tests, which stay until the end. This saves a tenth of the time."""
    gc.freeze()


@pytest.fixture(scope="session")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bundle the front end from its current sources, once for all workers; returns the folder of the bundles."""
    own = tmp_path_factory.getbasetemp()
    done = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "bundled"
    with done.open("a+") as lock:
        flock(lock, LOCK_EX)
        if not done.stat().st_size:
            bundle.install(tests=True)
            bundle.bundle()
            lock.write("done")
    return bundle.STATIC


@pytest.fixture(scope="session")
def browser(bundles: Path) -> Iterator[Browser]:
    """The browser of this run, started once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_for_tests(playwright), args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Opens a page for one more person, with the options of a browser context, such as a viewport.

    The test fails if any page sends a request to another machine, or writes or throws an error, except for errors that
    match a pattern of ``@pytest.mark.expects_errors``.
    """
    watch = Watch()
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch.over(context)
        come_in(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    expected = [pattern for mark in request.node.iter_markers("expects_errors") for pattern in mark.args]
    assert watch.problems(expected) == []


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    """An empty page for one person."""
    return visit()


@pytest.fixture(scope="session")
def axe(bundles: Path) -> Callable[[Page], None]:
    """Asserts that axe-core finds no fault with a page as it is now."""
    program = (bundle.HERE / "node_modules/axe-core/axe.min.js").read_text("utf-8")

    def check(page: Page) -> None:
        assert accessibility_problems(page, program) == []

    return check
