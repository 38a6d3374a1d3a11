"""Finds or installs a browser, opens it without any network, and records what its pages do.

Without a browser, tests fail with an error that says what to do. They never pass by skipping the browser.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Playwright, WebError, WebSocket

SWITCHED_OFF = [
    # Each new context gets a window, and each window would load pages of its own for an address bar that nobody sees.
    # That takes almost as much time as a whole page of the course.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # What Playwright switches off. The browser obeys only the last list that it is given, and Playwright's comes first.
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
"""Features of the browser that no test needs."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(SWITCHED_OFF)}",
    # The last resort under the watch below: no other name leads anywhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
PATIENCE = 60_000
"""Milliseconds after which a page will not show any more what it should; how soon it does, the benches tell."""
FOREIGN = re.compile(r"^(?:https?|wss?|ftp)://(?!(?:127\.0\.0\.1|localhost)(?:[:/?#]|$))")
CUT_OFF = "|".join((
    r"WebSocket connection to .* failed",
    *("ERR_CONNECTION_REFUSED", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE", "ERR_INTERNET_DISCONNECTED"),
))  # fmt: skip
"""What the console says of a page whose server or network is gone, perhaps while it loads something."""
FAULTS = """async (tags) => {
    const rules = {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]};
    return (await axe.run(document, rules)).violations;
}"""
"""What axe-core finds fault with, and nothing of the far longer list of what is in order."""
SHELL = "chromium-headless-shell"
"""Debian's browser without windows: the name of the program and of its package."""
LONGEST = 300.0
"""Seconds that an installation may take."""
REMEDY = (
    "No browser starts here, and none could be installed. Install Chromium or Google Chrome, or run "
    "`python -m playwright install --with-deps chromium`, then run the tests again."
)


class NoBrowserError(Exception):
    """No browser can be started on this machine."""


def find(playwright: Playwright) -> Path:
    """A browser that starts, as people have it: Playwright's own, or else one on the path.

    If there is none, it is one without windows, or else a ``NoBrowserError``.
    """
    return _first_that_starts([*_with_windows(playwright), *_without_windows(playwright)])


def find_for_tests(playwright: Playwright) -> Path:
    """A browser that starts, without windows if there is one.

    It draws and runs pages as the other does, but has no tabs and menus to draw around them. A new page of the course
    takes it 0.4 seconds of a core, and the other 0.7.
    """
    return _first_that_starts([*_without_windows(playwright), *_with_windows(playwright)])


def find_or_install(playwright: Playwright) -> Path:
    """The browser for tests. apt installs one without windows; if that fails, any browser will do.

    If there is none at all, it is installed by Playwright, or else by apt.
    """
    if not any(map(_starts, _without_windows(playwright))):
        _from_apt(SHELL)
    for install in (_nothing, _from_playwright, partial(_from_apt, "chromium")):
        install()
        try:
            return find_for_tests(playwright)
        except NoBrowserError:
            continue
    raise NoBrowserError(REMEDY)


def _with_windows(playwright: Playwright) -> list[str]:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return [program for program in (playwright.chromium.executable_path, *map(shutil.which, names)) if program]


def _without_windows(playwright: Playwright) -> list[str]:
    """Playwright puts its own beside the folder of its other browser."""
    folders = Path(playwright.chromium.executable_path).parents
    beside = folders[2].glob("chromium_headless_shell-*/*/*headless*shell") if len(folders) > 2 else ()
    on_path = map(shutil.which, (SHELL, "chrome-headless-shell"))
    return [*map(str, beside), *filter(None, on_path)]


def _first_that_starts(programs: Iterable[str]) -> Path:
    for program in programs:
        if _starts(program):
            return Path(program)
    raise NoBrowserError(REMEDY)


def _starts(program: str) -> bool:
    try:
        subprocess.run([program, "--version"], capture_output=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _nothing() -> None:
    """Use what is there."""


def _from_playwright() -> None:
    _attempt([sys.executable, "-m", "playwright", "install", "chromium"])


def _from_apt(package: str) -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        _attempt(["apt-get", "update"])
        _attempt(["apt-get", "install", "--yes", "--no-install-recommends", "--no-remove", package])


def _attempt(command: list[str]) -> None:
    """Run a command that may fail or take too long, because there is another attempt after it."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(command, stdin=subprocess.DEVNULL, env=environment, check=False, timeout=LONGEST)


@dataclass
class Watch:
    """Everything that the pages of one browser context did and should not have done."""

    left: list[str] = field(default_factory=list)
    """Addresses on other machines that a page asked for; each was refused."""
    errors: list[str] = field(default_factory=list)
    """Errors in the console, and exceptions that nothing caught."""

    def over(self, context: BrowserContext) -> None:
        """Watch every page of the context from now on, and block every request that leaves this machine."""
        context.route(FOREIGN, lambda route: route.abort())
        context.on("request", lambda request: self._address(request.url))
        context.on("page", lambda page: page.on("websocket", self._socket))
        context.on("console", self._console)
        context.on("weberror", self._exception)

    def problems(self, expected: Iterable[str] = ()) -> list[str]:
        """A line for every address and every error that matches none of the expected patterns."""
        unexpected = [line for line in self.errors if not any(re.search(one, line) for one in expected)]
        return [f"asked for {address}" for address in self.left] + unexpected

    def _address(self, address: str) -> None:
        if FOREIGN.match(address):
            self.left.append(address)

    def _socket(self, socket: WebSocket) -> None:
        self._address(socket.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"console: {message.text} ({message.location['url']})")

    def _exception(self, error: WebError) -> None:
        self.errors.append(f"exception: {error.error.stack}")


STILL_SMALL = """async (target) => {
    const node = document.querySelector(target[target.length - 1]);
    node?.scrollIntoView({ block: "center", behavior: "instant" });
    const { violations } = await axe.run(node ?? document, { runOnly: ["target-size"] });
    return violations.length > 0;
}"""
"""Whether an element is too small for a finger even where no bar that stays in sight covers a part of it."""


def accessibility_problems(page: Page, axe: str) -> list[str]:
    """A line for each element in which axe-core finds a fault under WCAG 2.0 to 2.2, levels A and AA.

    ``axe`` is the text of ``axe.min.js``. It is inserted into the page, so the browser does not fetch it.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate(FAULTS, tags)
    for rule in found:
        if rule["id"] == "target-size":
            rule["nodes"] = [node for node in rule["nodes"] if page.evaluate(STILL_SMALL, node["target"])]
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['target']}" for rule in found for node in rule["nodes"]
    ]


def consent(page: Page) -> None:
    """Tick the box that opens the form for other people's names."""
    page.get_by_role("checkbox", name="I have thought about it").check()
