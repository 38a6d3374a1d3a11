"""A pytest plugin: what ``python -m tests --quick`` leaves out. At the end it says how many tests that are.

A test is left out because it needs a browser or a server of its own, or because it is marked ``slow``. No other reason
counts. Properties are tried with fewer examples, unless they name a number of their own without `tests.examples`.
"""

from collections import Counter
from typing import Any

import pytest
from hypothesis import settings

from tests.examples import QUICK

EXAMPLES = 25
"""How many examples a property is tried with at most."""
OWN_SERVER = "with a server of its own"
APART = {"browser": "with a browser"} | dict.fromkeys(
    ["serve", "serve_for_proxy", "named", "anywhere", "leaky_server"], OWN_SERVER
)
"""Why a test is left out that asks for one of these fixtures."""
LEFT_OUT = pytest.StashKey[Counter[str]]()
"""How many tests were left out, by reason."""


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Start counting, and try properties with fewer examples."""
    settings.register_profile(QUICK, settings.default, max_examples=EXAMPLES)
    settings.load_profile(QUICK)
    config.stash[LEFT_OUT] = Counter()


def reason(item: pytest.Item) -> str:
    """Why a test is left out; empty if it runs."""
    for fixture, why in APART.items():
        if fixture in getattr(item, "fixturenames", ()):
            return why
    return "slow" if item.get_closest_marker("slow") else ""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out tests from those that were requested."""
    left_out = [item for item in items if reason(item)]
    items[:] = [item for item in items if not reason(item)]
    config.hook.pytest_deselected(items=left_out)
    counted = config.stash[LEFT_OUT]
    counted.update(map(reason, left_out))
    if hasattr(config, "workeroutput"):
        config.workeroutput["left_out"] = dict(counted)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over the count of a worker. All workers collect the same tests."""
    counted: Counter[str] = Counter(getattr(node, "workeroutput", {}).get("left_out", {}))
    node.config.stash[LEFT_OUT] = node.config.stash[LEFT_OUT] | counted


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests did not run, and which command runs them."""
    counted = terminalreporter.config.stash[LEFT_OUT]
    parts = [f"{count} {why}" for why, count in sorted(counted.items())]
    terminalreporter.section("not the whole run")
    terminalreporter.line(f"--quick left out {counted.total()} tests: {', '.join(parts) or 'none'}.")
    terminalreporter.line("`python -m tests` runs them all.")
