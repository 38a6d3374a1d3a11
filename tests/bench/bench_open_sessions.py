"""How much room open session pages take, and how soon a click is answered while many are open.

``python -m tests.bench.bench_open_sessions`` opens pages of session 03 as a browser does, each with its own WebSocket
and for a person of its own, and plays in one of their exercises by a script.
"""

import asyncio
import json
import os
import random
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import psutil  # type: ignore[import-untyped]
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from dlcourse.domain.cohort.messages import CreateCohort
from dlcourse.domain.cohort.views import CohortMade
from tests.bench.bench_serve import page_starts
from tests.server.access.test_entry import Browser
from tests.serving import Served, start

PATH = "session/03-the-reading-gap"
PAGES = int(os.environ.get("PAGES", "300"))
FOR_MEMORY = 100
SECONDS = float(os.environ.get("SECONDS", "30"))
EACH = 10.0
"""Seconds between two clicks of a person."""


class OpenSession:
    """One session page as its browser has it: a socket, and all its exercises."""

    def __init__(self, browser: Browser) -> None:
        """``browser`` has joined a cohort; nothing is open in it yet."""
        self._browser = browser
        self.took: list[float] = []
        self._play = ""

    async def open(self) -> None:
        """Fetch the page, open its socket, and begin each exercise."""
        page = await asyncio.to_thread(self._browser.ask, PATH, Accept_Encoding="identity")
        address = self._browser.served.address.replace("http", "ws", 1) + "live"
        self._socket = await websocket_connect(HTTPRequest(address, headers={"Cookie": self._browser.cookie}))
        for name, begin in enumerate(page_starts(page.text)):
            await self._ask(str(name), {"page": begin["page"], "place": begin["place"]})
            if begin["page"] == "roleplay":
                self._play = str(name)

    async def click(self) -> None:
        """Take a seat in a new attempt, which is stored and shown, and note how long it took until the answer."""
        began = time.perf_counter()
        said = {"say": "BeginPlay", "play": uuid4().hex, "scenario": "the-reading-gap", "seat": "teacher"}
        error = await self._ask(self._play, said)
        assert error is None, error
        self.took.append(time.perf_counter() - began)

    async def click_for(self, seconds: float) -> None:
        """Click every few seconds, from a random moment on."""
        end = time.monotonic() + seconds
        await asyncio.sleep(random.uniform(0, EACH))
        while time.monotonic() < end:
            await self.click()
            await asyncio.sleep(EACH)

    async def _ask(self, at: str, message: dict[str, Any]) -> Any:
        sent = {"at": at, "id": uuid4().hex, **message}
        await self._socket.write_message(json.dumps(sent))
        while True:
            text = await self._socket.read_message()
            assert text is not None, self._socket.close_reason
            news = json.loads(text)
            if news.get("answered") == sent["id"]:
                return news["error"]

    def close(self) -> None:
        """Close the page."""
        self._socket.close()


def seconds_of(process: psutil.Process) -> float:
    """How long the process has used a processor."""
    times = process.cpu_times()
    return float(times.user + times.system)


def joined(served: Served) -> list[Browser]:
    """The browsers of as many people as there are pages, in one cohort."""
    made = served.course().do(CreateCohort(id=uuid4().hex, cohort=uuid4().hex, name="Bench"))
    assert isinstance(made, CohortMade)
    browsers = [Browser(served) for _ in range(PAGES)]
    for number, browser in enumerate(browsers):
        assert browser.join(made.join_code, f"Person {number}").status == 200
    return browsers


async def measure(browsers: list[Browser], server: psutil.Process) -> None:
    """Open the pages, click in all of them, and print what was found."""
    pages = [OpenSession(browser) for browser in browsers]
    await pages[0].open()
    before = server.memory_full_info().pss
    for page in pages[1 : FOR_MEMORY + 1]:
        await page.open()
    each = (server.memory_full_info().pss - before) / 1e6 / FOR_MEMORY
    sys.stdout.write(f"memory of one more session page, PSS over {FOR_MEMORY}: {each:.2f} MB\n")
    for page in pages[FOR_MEMORY + 1 :]:
        await page.open()
    worked = seconds_of(server)
    await asyncio.gather(*(page.click_for(SECONDS) for page in pages))
    worked = seconds_of(server) - worked
    took = sorted(took for page in pages for took in page.took)
    cuts = statistics.quantiles(took, n=20)
    sys.stdout.write(
        f"{PAGES} open pages, a click each {EACH:.0f} s: {len(took)} clicks, median {cuts[9] * 1000:.0f} ms, "
        f"95th percentile {cuts[18] * 1000:.0f} ms, the server's processor {worked / len(took) * 1000:.1f} ms a click, "
        f"load {os.getloadavg()[0]:.1f}\n"
    )
    for page in pages:
        page.close()


def main() -> None:
    """Serve the course on a fresh home and measure."""
    with TemporaryDirectory() as folder:
        served = start(Path(folder, "home"))
        try:
            asyncio.run(measure(joined(served), psutil.Process(served.process.pid)))
        finally:
            served.stop()


if __name__ == "__main__":
    main()
