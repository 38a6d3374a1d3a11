"""How quick and how light served pages are, each beside plain Voila showing one button, measured in the same run.

``python -m tests.bench.bench_serve`` measures the pages named here; ``--toy`` those of the toy course.

Each page is measured twice. Playwright clicks as a person does: it moves a mouse and waits until the button stands
still. But it only looks for a button 0, 20, 70, 170 and 270 ms after it was asked to, so it sees ten milliseconds as
none or as a hundred. A script in the page has no such steps. It clicks as soon as the button is there.
"""

import asyncio
import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import psutil  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.browser import ARGUMENTS, FOREIGN, find
from tests.server.asking import ask, connect, exercises
from tests.serving import COURSE, TOY, come_in, serving, until

ROUNDS = int(os.environ.get("ROUNDS", "5"))
VISITORS = 30
LONGEST = 90.0
"""Seconds after which a page has no end."""


@dataclass(frozen=True)
class Thing:
    """What is looked for on a page: the first visible one that matches, with this text, and with none of those."""

    css: str
    text: str = ""
    but: tuple[str, ...] = ()

    @property
    def selector(self) -> str:
        """The same for Playwright."""
        text = f":text-is('{self.text}')" if self.text else ""
        but = "".join(f":not(:text-is('{each}'))" for each in self.but)
        return f"{self.css}{text}{but}:visible"


@dataclass(frozen=True)
class Place:
    """A page, what is clicked there one after the other, and what then appears."""

    path: str
    clicked: tuple[Thing, ...]
    answer: Thing


SEAT = (Thing("main input[type=radio]"), Thing("main button", "Take this seat"))
SEATED = Thing("main button.dl-primary:not(.dl-read-on *)", but=("Take this seat",))
SESSION = Place("session/03-the-reading-gap", SEAT, SEATED)
LIGHT = Place("play/the-empty-seats", SEAT, SEATED)
BUMPED = Thing("output", but=("0", "-1"))
TOY_SESSION = Place("session/01-counting", (Thing("button", "Bump"),), BUMPED)
TOY_LIGHT = Place("", (Thing("button", "Bump"),), BUMPED)
PLAIN = Place("", (Thing("button", "Press"),), Thing("button", "pressed"))
AT_ONCE = """({things, answer}) => {
    const seen = (each) => each.getClientRects().length > 0 && !each.disabled;
    const first = ({css, text, but}) => [...document.querySelectorAll(css)].find((each) => {
        const said = each.textContent.trim();
        return seen(each) && (!text || said === text) && !but.includes(said);
    });
    const look = () => {
        if (things.length && first(things[0])) first(things.shift()).click();
        else if (!things.length && first(answer)) return (window.answeredAt = Date.now() / 1000);
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""
"""Clicks each thing as soon as it is there, one in a frame, and keeps when the answer was (seconds since 1970)."""
BUTTON = """import ipywidgets
button = ipywidgets.Button(description="Press")
button.on_click(lambda _: setattr(button, "description", "pressed"))
button"""


def main() -> None:
    """Measure and print a table; the last column is ours over plain Voila's."""
    toy = "--toy" in sys.argv
    command, session, light = (TOY, TOY_SESSION, TOY_LIGHT) if toy else (COURSE, SESSION, LIGHT)
    with sync_playwright() as playwright, browser(playwright) as chromium, TemporaryDirectory() as folder:
        runs = []
        for index in range(ROUNDS):
            runs.append(one_round(chromium, Path(folder, str(index)), command, session, light))
            sys.stderr.write(f"{runs[-1]}\n")
    for name in runs[0]:
        ours, plain = (statistics.median(run[name][side] for run in runs) for side in (0, 1))
        sys.stdout.write(f"{name:44} {ours:9.2f} {plain:9.2f} {ours / plain:6.2f}\n")


def one_round(
    chromium: Browser, home: Path, command: tuple[str, ...], session: Place, light: Place
) -> dict[str, tuple[float, float]]:
    """Return each measure, ours and plain Voila's."""
    home.mkdir()
    with plain_voila(home) as (plain, process):
        click, kernel = with_kernel(chromium, plain, PLAIN, psutil.Process(process.pid))
        last = served_all(fetched, plain, PLAIN.path)
    with plain_voila(home) as (plain, _):
        by_script = clicked(chromium, plain, PLAIN, script=True)
    with serving(home, command) as served:
        first, quick = (clicked(chromium, served.address, place) for place in (session, light))
        all_served = served_all(with_exercises, served.address, session.path)
    with serving(Path(f"{home}-script"), command) as served:
        scripted, quickly = (clicked(chromium, served.address, place, script=True) for place in (session, light))
    found = {
        "session: request to an answered click, s": (first, click),
        "session: the same, clicked by a script, s": (scripted, by_script),
        "session: first exercise of the last of 30, s": (all_served, last),
        "light page: request to an answered click, s": (quick, click),
        "light page: the same, clicked by a script, s": (quickly, by_script),
    }
    if command is COURSE:
        with serving(Path(f"{home}-always"), command, ("--kernels=always",)) as served:
            slow, ours = with_kernel(chromium, served.address, session, psutil.Process(served.process.pid))
        found |= {
            "with a kernel: request to an answered click, s": (slow, click),
            "with a kernel: PSS of the kernel, MB": (ours, kernel),
        }
    return found


def with_kernel(chromium: Browser, address: str, place: Place, server: psutil.Process) -> tuple[float, float]:
    """Return the time to an answered click, and its kernel's memory."""
    known = set(server.children(recursive=True))
    sizes: list[float] = []
    click = clicked(
        chromium, address, place, lambda: sizes.append(largest(set(server.children(recursive=True)) - known))
    )
    return click, sizes[0]


def clicked(
    chromium: Browser, address: str, place: Place, then: Callable[[], None] | None = None, *, script: bool = False
) -> float:
    """Return how long it takes a new visitor, or a script in their page, from the request to the answered click."""
    context = chromium.new_context()
    context.route(FOREIGN, lambda route: route.abort())
    come_in(context)
    page = context.new_page()
    try:
        took = (at_once if script else answered)(page, address + place.path, place)
        if then:
            then()
        return took
    finally:
        context.close()


def answered(page: Page, address: str, place: Place) -> float:
    """Go there and click; return how long it took."""
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    for thing in place.clicked:
        page.locator(thing.selector).first.click()
    page.locator(place.answer.selector).first.wait_for()
    return time.perf_counter() - began


def at_once(page: Page, address: str, place: Place) -> float:
    """The same, with a script in the page that clicks."""
    told = {"things": [asdict(thing) for thing in place.clicked], "answer": asdict(place.answer)}
    page.add_init_script(f"({AT_ONCE})({json.dumps(told)})")
    began = time.time()
    page.goto(address, wait_until="commit")
    answered_at = page.wait_for_function("() => window.answeredAt").json_value()
    return float(answered_at) - began


def largest(processes: set[psutil.Process]) -> float:
    """Return the proportional memory of the largest of them, in MB."""
    return float(max(process.memory_full_info().pss for process in processes)) / 1e6


def served_all(fetch: Callable[[str, str], bool], address: str, path: str) -> float:
    """Return the time until the last of many visitors, all coming at once, has got the whole page."""
    began = time.perf_counter()
    with ThreadPoolExecutor(VISITORS) as visitors:
        done = list(visitors.map(fetch, [address] * VISITORS, [path] * VISITORS))
    if all(done):
        return time.perf_counter() - began
    # Plain Voila loses a visitor now and then, when two kernels start with the same port: it never ends the page.
    sys.stderr.write(f"{done.count(False)} of {VISITORS} pages at {address} never ended; asked again\n")
    return served_all(fetch, address, path)


def with_exercises(address: str, path: str) -> bool:
    """Fetch one of our session pages, and open the exercises that are in sight, as the page itself does at first."""
    starts = page_starts(ask(address, path, Accept_Encoding="identity").text)
    if starts:
        return bool(asyncio.run(shown(address, [each for each in starts if "props" in each] or starts[:1])))
    return bool(asyncio.run(exercises(address, path)).text)


def page_starts(html: str) -> list[dict[str, Any]]:
    """What a session page says about its exercises that need no kernel."""
    return [json.loads(unescape(found)) for found in re.findall(r'data-start="([^"]*)"', html)]


async def shown(address: str, starts: list[dict[str, Any]]) -> int:
    """Open these exercises over one socket, as a page does; return how many were shown once all are."""
    socket = await connect(address, "live")
    for name, begin in enumerate(starts):
        said = {"at": str(name), "id": str(name), "page": begin["page"], "place": begin["place"]}
        await socket.write_message(json.dumps(said))
    told = [json.loads(await socket.read_message() or "{}") for _ in range(2 * len(starts))]  # props, and the answer
    socket.close()
    return sum("props" in news for news in told)


def fetched(address: str, path: str) -> bool:
    """Fetch a page of plain Voila to its end; return whether it has one."""
    parts = urlsplit(address + path)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=LONGEST)
    end = time.monotonic() + LONGEST
    connection.request("GET", parts.path)
    answer = connection.getresponse()
    assert answer.status == 200
    while answer.read1() and time.monotonic() < end:
        continue
    ended = answer.isclosed()
    connection.close()
    return ended


@contextmanager
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start a browser."""
    started = playwright.chromium.launch(executable_path=find(playwright), args=ARGUMENTS)
    yield started
    started.close()


@contextmanager
def plain_voila(folder: Path) -> "Iterator[tuple[str, subprocess.Popen[bytes]]]":
    """Serve one button with plain Voila."""
    notebook = folder / "button.ipynb"
    cell: dict[str, object] = {
        "cell_type": "code",
        "id": "a",
        "metadata": {},
        "source": BUTTON,
        "execution_count": None,
        "outputs": [],
    }
    about = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook.write_text(json.dumps({"cells": [cell], "metadata": about, "nbformat": 4, "nbformat_minor": 5}))
    port = free_port()
    line = [sys.executable, "-m", "voila", str(notebook), "--no-browser", f"--port={port}", "--Voila.log_level=ERROR"]
    # Not in the checkout, so that nothing of the course is measured with it.
    process = subprocess.Popen(line, cwd=folder, env=os.environ, stderr=subprocess.DEVNULL)
    try:
        until(lambda: listens(port), 60)
        yield f"http://localhost:{port}/", process
    finally:
        process.terminate()
        process.wait(60)


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def listens(port: int) -> bool:
    """Whether somebody answers at the port."""
    with socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


if __name__ == "__main__":
    main()
