"""Three facilitators watch the dashboard of a cohort in which two hundred people are at work.

``python -m tests.bench.bench_facilitators [SECONDS [ENGINE …]]``. Everybody sends commands as in `bench_cohort_served`,
fifty a second together. “The room at a glance” is open in a browser, as ``/facilitator`` opens it. Two more programs do
what the kernel of such a dashboard does: each time something has changed, they ask for all its tables.

Some people have only the last command of a session left, and send it one after the other. How many people have
finished a session needs no five others to be shown, and nobody else finishes this one. So each of these commands makes
one bar of the page longer. It prints how long after each was sent the page showed that, how long everybody's commands
took, how long the two programs needed for all tables, and how much memory the kernel of the dashboard takes beside that
of a plain notebook in Voila. The browser is on the same machine as the server, and so are the people.
"""

import asyncio
import os
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain
from multiprocessing.synchronize import Event
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import uuid4

from playwright.sync_api import Browser, Page, expect, sync_playwright

from dlcourse.course.local import LocalCourse
from dlcourse.course.remote import RemoteCourse
from dlcourse.course.tickets import of_home
from dlcourse.domain.inquiry.messages import WritePart
from dlcourse.domain.inquiry.parts import fields_of
from dlcourse.results.overview.cohort_results import led_cohort
from dlcourse.results.overview.redrawing import OncePerRound
from dlcourse.store import Store
from tests.bench.aside import PATIENCE, aside
from tests.bench.bench_cohort_served import PEOPLE, SEED, Hall, Member, bare_commit, meanwhile, paced
from tests.bench.bench_dashboard import kernel_memory, plain
from tests.bench.cohort import ENGINES, LIBRARY, JoinedPerson, empty_store, figures, joined, p95
from tests.browser import ARGUMENTS, find
from tests.browser import PATIENCE as BROWSER_PATIENCE
from tests.person import Person
from tests.serving import come_in

SECONDS, WARM_UP, WRITERS, PAUSE, PROGRAMS = 300.0, 5.0, 60, 2.0, 2
"""For how long people work, and what of it is not measured; how many finish a session, and the least pause between."""
PART = "03-the-reading-gap"
"""The session that they finish; its last part is to write about their problem of practice."""
SHOWN = (
    *("people", "progress", "stuck", "plays", "yardsticks", "sorting", "self_check", "confidence"),
    *("commitments", "shared"),
)
"""The tables that the cells of the dashboard draw."""
NOTE_BARS = """(title) => {
    window.shown = {};
    const look = () => {
        for (const bar of document.querySelectorAll('[aria-label*="people who finished it"]')) {
            const said = bar.getAttribute("aria-label");
            const number = said.match(/people who finished it: (\\d+)/);
            if (number && said.includes(title)) window.shown[number[1]] ??= Date.now() / 1000;
        }
    };
    new MutationObserver(look).observe(document.body, {subtree: true, childList: true, attributes: true});
    look();
}"""
"""Keeps when the bar of a session was as long as each number for the first time (the clock's seconds since 1970)."""


@dataclass(frozen=True)
class Measured:
    """How long commands took, and when those that finish a session were sent (seconds since 1970)."""

    times: list[float]
    sent: list[float]


class Writer(Member):
    """Somebody who has one command left in a session."""

    def __init__(self, hall: Hall, cookie: str) -> None:
        """They show this cookie."""
        super().__init__(hall, cookie, Random(SEED))
        self.page, self.place = "inquiry", {"part": PART}
        answers = {fields_of(PART)[0]: "Too few write on."}
        self.commands = iter([WritePart(id=uuid4().hex, part=PART, after=0, answers=answers)])


async def one_after_the_other(writers: list[Writer], seconds: float) -> list[float]:
    """Let people finish the session, spread over the time; returns when each of them sent the command."""
    sent, began = list[float](), time.perf_counter()
    pause = max(PAUSE, seconds / len(writers))
    for number, writer in enumerate(writers[: int(seconds / pause)]):
        await asyncio.sleep(max(0.0, began + number * pause - time.perf_counter()))
        sent.append(time.time())
        await writer.do()
    return sent


async def at_work(hall: Hall, people: list[JoinedPerson], seconds: float) -> Measured:
    """Let everybody work; returns what was measured after the warm-up."""
    dice = Random(SEED)
    writers = [Writer(hall, person.cookie) for person in people[:WRITERS]]
    members = [Member(hall, person.cookie, Random(dice.random())) for person in people[WRITERS:]]
    hall.there.set()
    staying = [asyncio.create_task(member.stay()) for member in (*members, *writers)]
    try:
        for member in (*members, *writers):
            await asyncio.wait_for(member.connected.wait(), PATIENCE)
        await paced(members, WARM_UP, dice)
        times, sent = await asyncio.gather(paced(members, seconds, dice), one_after_the_other(writers, seconds))
        refused = [each for member in (*members, *writers) for each in member.refused]
        assert not refused, refused[:3]
        return Measured(times, sent)
    finally:
        for task in staying:
            task.cancel()


def programmed(address: str, token: str, begun: Callable[[], None], ended: Event) -> list[float]:
    """Do what the kernel of a dashboard does until it is ended; returns how long each round took.

    It has begun when all tables were there for the first time.
    """
    course, changed, took = OncePerRound(RemoteCourse(address, of_home(token))), threading.Event(), list[float]()
    cohort = led_cohort("", course)

    def ask() -> float:
        began = time.perf_counter()
        course.begin_round()
        for name in SHOWN:
            cohort.table(name)
        return time.perf_counter() - began

    ask()
    begun()
    stop = cohort.on_change(changed.set)
    while not ended.is_set():
        if changed.wait(0.2):
            changed.clear()
            took.append(ask())
    stop()
    return took


def prepare(database: str, people: list[JoinedPerson]) -> None:
    """Let those who will finish the session do everything else of it, before the server starts."""
    with closing(Store.open(database)) as store:
        for person in people[:WRITERS]:
            Person(LocalCourse(store, person.viewer, LIBRARY)).whole_play()


def dashboard(browser: Browser, hall: Hall) -> Page:
    """The dashboard in a browser, when it shows everybody."""
    context = browser.new_context()
    come_in(context)
    page = context.new_page()
    page.goto(f"{hall.served.address}facilitator/overview")
    expect(page.get_by_text(f"{PEOPLE} participants.")).to_be_visible()
    expect(page.locator(".dl-cell-chart svg").first).to_be_visible()
    page.evaluate(NOTE_BARS, next(each.title for each in LIBRARY.curriculum().sessions if each.id == PART))
    return page


def seen(page: Page, sent: list[float]) -> list[float]:
    """How long after each command was sent the page showed one person more."""
    page.wait_for_function(f"{len(sent)} in window.shown")
    shown = {int(number): at for number, at in page.evaluate("window.shown").items()}
    return [min(at for count, at in shown.items() if count >= number) - at for number, at in enumerate(sent, 1)]


def worked(page: Page, hall: Hall, people: list[JoinedPerson], seconds: float) -> Measured:
    """Let everybody work, and keep the browser going meanwhile."""
    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(asyncio.run, at_work(hall, people, seconds))
        while not working.done():
            page.wait_for_timeout(500)
        return working.result()


def watched(browser: Browser, hall: Hall, people: list[JoinedPerson], seconds: float) -> list[str]:
    """Open the dashboard, let everybody work, and return what to print of it."""
    page, bare = dashboard(browser, hall), list[float]()
    before = kernel_memory(hall.served.process.pid)
    watching = aside(programmed, hall.served.address, hall.served.token, processes=PROGRAMS)
    with watching as took, meanwhile(partial(bare_commit, hall.home, bare)):
        measured = worked(page, hall, people, seconds)
    rounds = list(chain.from_iterable(took))
    moved, load = seen(page, measured.sent), os.getloadavg()[0]
    kernel = kernel_memory(hall.served.process.pid)
    return [
        f"{len(measured.times)} commands of participants, {figures(measured.times)}; load of the machine {load:.1f}",
        f"a bare commit on this disk meanwhile: {figures(bare)}",
        f"{len(moved)} finished a session, and the page showed it: {figures(moved)}, {p95(moved)}",
        f"all tables for a program, {len(rounds)} times: {figures(rounds)}, {p95(rounds)}",
        f"the kernel of the dashboard: {before:.0f} MB, at the end {kernel:.0f} MB",
    ]


def bench(engine: str, seconds: float) -> None:
    """Measure one engine, and print its lines."""
    with TemporaryDirectory(prefix="dlcourse-hall-") as folder, empty_store(engine) as address:
        home = Path(folder)
        database = f"sqlite:///{home / 'course.db'}" if engine == "sqlite" else address
        people = joined(home, database, PEOPLE)[1]
        prepare(database, people)
        hall = Hall(home, database, 20_000 + os.getpid() % 10_000)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(playwright), args=ARGUMENTS)
            beside = plain(home, browser.new_page())
            hall.begin()
            try:
                said = watched(browser, hall, people, seconds)
            finally:
                browser.close()
                hall.served.stop()
    sys.stdout.write(f"{engine}, {PEOPLE} people and three who watch, {seconds:.0f} s:\n")
    sys.stdout.writelines(f"  {line}\n" for line in [*said, f"the kernel of a plain notebook: {beside:.0f} MB"])
    sys.stdout.flush()


if __name__ == "__main__":
    expect.set_options(timeout=BROWSER_PATIENCE)
    numbers = [float(each) for each in sys.argv[1:] if each not in ENGINES]
    for each in [each for each in sys.argv[1:] if each in ENGINES] or ENGINES:
        bench(each, numbers[0] if numbers else SECONDS)
