"""How quick and how light served pages are, each beside plain Voila showing one button, measured in the same run.

``python -m tests.bench.bench_serve`` measures the pages named here; ``--toy`` those of the toy course.
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
from dataclasses import dataclass
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
from tests.serving import COURSE, TOY, come_in, start, until

ROUNDS = int(os.environ.get("ROUNDS", "5"))
VISITORS = 30
LONGEST = 90.0
"""Seconds after which a page has no end."""


@dataclass(frozen=True)
class Place:
    """A page, the button to press there, what then appears, and what has to be chosen before."""

    path: str
    button: str
    answer: str
    choice: str = ""


TAKE = "main button:text-is('Take this seat')"
SEATED = "main button.dl-primary:not(:text-is('Take this seat'), .dl-read-on *):visible"
SESSION = Place("session/03-the-reading-gap", TAKE, SEATED, "main input[type=radio]")
LIGHT = Place("play/the-empty-seats", TAKE, SEATED, "main input[type=radio]")
TOY_SESSION = Place("session/01-counting", "text=Bump", "output:not(:text-is('0')):not(:text-is('-1'))")
TOY_LIGHT = Place("", "text=Bump", "output:not(:text-is('0')):not(:text-is('-1'))")
PLAIN = Place("", "text=Press", "text=pressed")
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
    served = start(home, command)
    try:
        first, quick = (clicked(chromium, served.address, place) for place in (session, light))
        all_served = served_all(with_exercises, served.address, session.path)
    finally:
        served.stop()
    found = {
        "session: request to an answered click, s": (first, click),
        "session: first exercise of the last of 30, s": (all_served, last),
        "light page: request to an answered click, s": (quick, click),
    }
    if command is COURSE:
        served = start(Path(f"{home}-always"), command, ("--kernels=always",))
        try:
            slow, ours = with_kernel(chromium, served.address, session, psutil.Process(served.process.pid))
        finally:
            served.stop()
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


def clicked(chromium: Browser, address: str, place: Place, then: Callable[[], None] | None = None) -> float:
    """Return how long it takes a new visitor from the request to the answer of the first click."""
    context = chromium.new_context()
    context.route(FOREIGN, lambda route: route.abort())
    come_in(context)
    page = context.new_page()
    try:
        return answered(page, address + place.path, place, then)
    finally:
        context.close()


def answered(page: Page, address: str, place: Place, then: Callable[[], None] | None) -> float:
    """Go there and click; return how long it took."""
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    if place.choice:
        page.locator(place.choice).first.check()
    page.locator(place.button).first.click()
    page.locator(place.answer).first.wait_for()
    took = time.perf_counter() - began
    if then:
        then()
    return took


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
