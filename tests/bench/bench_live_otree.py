"""Our live page beside a minimal one of oTree 6, in one run: ``python -m tests.bench.bench_live_otree [VENV]``.

oTree is made ready in an environment of its own in a temporary folder; ``VENV`` is one that has it already. Its live
page shows two buttons and a list: a click stores the fact, sends it to the group, and each page adds it to the list.
Ours is the page of a seat in the talk, as it is. Ten times in turn, a new headless Chromium context opens each of them.

A page is usable when the buttons are there and its WebSocket is open (ours must also have had its first answer). A
click is answered when the page shows it. It prints the medians.

Ours answers a click only when it is on the disk. oTree has its tables in memory and writes them to the disk when it
stops. So what a commit of one row to a bare file takes on this machine is printed as well.
"""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.request import Request, urlopen
from uuid import uuid4

from playwright.sync_api import Browser, sync_playwright

from dlcourse.course.local import LocalCourse
from dlcourse.domain.live.messages import EnterLive
from dlcourse.store.engine import _SETTINGS as SQLITE_SETTINGS
from tests.bench.bench_live import LiveHall
from tests.bench.cohort import LIBRARY
from tests.browser import ARGUMENTS, find
from tests.serving import serving

RUNS, OTREE, PATIENCE = 10, "otree>=6,<7", 60_000
WATCHED = """
    window.opened = 0; window.heard = 0;
    const Plain = WebSocket;
    window.WebSocket = class extends Plain {
        constructor(...given) {
            super(...given);
            this.addEventListener("open", () => { window.opened += 1; });
            this.addEventListener("message", () => { window.heard += 1; });
        }
    };
"""
"""Counts the WebSockets of a page that have opened, and what they received."""
OURS = "button[aria-label^='Share:']"
"""Our buttons; one of them goes when its fact was shared."""
READY = """([hears, button]) => window.opened > 0 && window.heard >= hears && document.querySelector(button)
    && performance.now()"""
"""When the page became ready (milliseconds)."""
CLICK = """([button, answer]) => new Promise((done) => {
    const count = () => document.querySelectorAll(answer).length;
    const before = count(), began = performance.now();
    const look = new MutationObserver(() => {
        if (count() === before) return;
        look.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
    });
    look.observe(document.body, { subtree: true, childList: true, attributes: true });
    document.querySelector(button).click();
})"""
"""Clicks, and gives the milliseconds until the number of things that show an answer has changed and is drawn."""
APP = """
from otree.api import *


class C(BaseConstants):
    NAME_IN_URL = "talk"
    PLAYERS_PER_GROUP = 5
    NUM_ROUNDS = 1


class Subsession(BaseSubsession):
    pass


class Group(BaseGroup):
    pass


class Player(BasePlayer):
    shared = models.StringField(initial="")


class Talk(Page):
    @staticmethod
    def live_method(player, data):
        player.shared += data["fact"] + " "
        return {0: {"fact": data["fact"], "by": player.id_in_group}}


page_sequence = [Talk]
"""
PAGE = """
{{ block title }}Talk{{ endblock }}
{{ block content }}
<p>Two facts are yours alone.</p>
<ul>
  <li>Two schools across town bought it. <button type="button" class="share" onclick="share('a')">Share</button></li>
  <li>Nine parents asked for it. <button type="button" class="share" onclick="share('b')">Share</button></li>
</ul>
<ol id="said"></ol>
<script>
  function share(fact) {
    liveSend({ fact });
  }
  function liveRecv(data) {
    const line = document.createElement("li");
    line.textContent = data.by + ": " + data.fact;
    document.getElementById("said").append(line);
  }
</script>
{{ endblock }}
"""
SETTINGS = """
SESSION_CONFIGS = [dict(name="talk", app_sequence=["talk"], num_demo_participants=5)]
SESSION_CONFIG_DEFAULTS = dict(real_world_currency_per_point=1.0, participation_fee=0.0)
PARTICIPANT_FIELDS = []
SESSION_FIELDS = []
LANGUAGE_CODE = "en"
REAL_WORLD_CURRENCY_CODE = "USD"
USE_POINTS = True
ADMIN_USERNAME = "admin"
ADMIN_PASSWORD = "bench"
SECRET_KEY = "bench"
"""


@dataclass
class Contender:
    """A live page: its address, its share buttons, and the things whose number changes with an answer.

    It is ready once it has heard so many messages. The times are in milliseconds: until it was usable, and until its
    first and its second click were answered.
    """

    address: str
    button: str
    answer: str
    hears: int
    usable: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    second: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        """The medians."""
        usable, first, second = (round(median(times)) for times in (self.usable, self.first, self.second))
        return f"usable in {usable} ms, first click answered in {first} ms, second in {second} ms"

    def measure(self, browser: Browser, cookie: str = "") -> None:
        """Open the page in a new context, and click twice."""
        context = browser.new_context()
        if cookie:
            name, _, value = cookie.partition("=")
            context.add_cookies([{"name": name, "value": value, "domain": "127.0.0.1", "path": "/"}])
        context.add_init_script(WATCHED)
        page = context.new_page()
        page.goto(self.address, wait_until="commit")
        ready = page.wait_for_function(READY, arg=[self.hears, self.button], timeout=PATIENCE)
        self.usable.append(float(ready.json_value()))
        for clicks in (self.first, self.second):
            page.wait_for_timeout(300)  # nothing else is going on
            clicks.append(float(page.evaluate(CLICK, [self.button, self.answer])))
        context.close()


@contextmanager
def otree(folder: Path, environment: Path) -> Iterator[str]:
    """A production server of oTree with one session of our page; gives the address that hands out its seats."""
    project, port = folder / "otree", 22_000 + os.getpid() % 10_000
    for part in ("talk", "_static", "_templates"):
        (project / part).mkdir(parents=True)
    (project / "settings.py").write_text(SETTINGS, "utf-8")
    (project / "talk" / "__init__.py").write_text(APP, "utf-8")
    (project / "talk" / "Talk.html").write_text(PAGE, "utf-8")
    path = f"{environment / 'bin'}:{os.environ['PATH']}"  # it starts itself by its name
    surroundings = os.environ | {"OTREE_PRODUCTION": "1", "PATH": path}
    program = str(environment / "bin" / "otree")
    subprocess.run([program, "resetdb", "--noinput"], cwd=project, env=surroundings, check=True, capture_output=True)
    line, quiet = [program, "prodserver", str(port)], subprocess.DEVNULL
    server = subprocess.Popen(line, cwd=project, env=surroundings, start_new_session=True, stdout=quiet, stderr=quiet)
    try:
        yield _session(f"http://127.0.0.1:{port}")
    finally:
        os.killpg(server.pid, signal.SIGTERM)  # it has a second process
        server.wait()


def _session(address: str) -> str:
    """Create a session with a seat for each run, once the server answers."""
    body = json.dumps({"session_config_name": "talk", "num_participants": 5 * RUNS}).encode()
    end = time.monotonic() + PATIENCE / 1000
    while True:
        try:
            with urlopen(Request(f"{address}/api/sessions", body, {"Content-Type": "application/json"})) as answer:
                return str(json.load(answer)["session_wide_url"])
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def compare(folder: Path, environment: Path) -> None:
    """Measure both in turn, and print them."""
    hall = LiveHall(folder / "home", 5 * RUNS)
    with hall._store() as store:
        for phone in hall.phones:
            enter = EnterLive(id=uuid4().hex, cohort=hall.cohort, session=hall.session)
            LocalCourse(store, phone.viewer, LIBRARY).do(enter)
    hall.talk()
    phones = [phone for phone in hall.phones if len(phone.facts) > 1][:RUNS]
    assert len(phones) == RUNS
    with serving(hall.home) as served, otree(folder, environment) as seats, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(playwright), args=ARGUMENTS)
        ours = Contender(f"{served.address}live/{hall.session}", OURS, OURS, 1)
        theirs = Contender(seats, "button.share", "#said li", 0)
        for phone in phones:
            ours.measure(browser, phone.cookie)
            theirs.measure(browser)
        browser.close()
    sys.stdout.write(
        f"ours:  {ours}\noTree: {theirs}\n"
        f"a bare commit: {bare_commit(folder):.0f} ms (load of the machine {os.getloadavg()[0]:.1f})\n"
    )


def bare_commit(folder: Path) -> float:
    """The median time of a commit of one row to a bare SQLite file, with the settings of the store (milliseconds)."""
    times = list[float]()
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as bare:
        for setting in SQLITE_SETTINGS:
            bare.execute(setting)
        bare.execute("CREATE TABLE rows (words)")
        for _ in range(3 * RUNS):
            began = time.perf_counter()
            bare.execute("INSERT INTO rows VALUES ('word')")
            times.append((time.perf_counter() - began) * 1000)
            time.sleep(0.1)
    return median(times)


def main(argv: list[str]) -> None:
    """Make oTree ready if ``argv`` names no environment that has it, then compare."""
    with TemporaryDirectory(prefix="dlcourse-bench-") as folder:
        environment = Path(argv[0]) if argv else Path(folder) / "venv"
        if not argv:
            venv.create(environment, with_pip=True)
            subprocess.run([environment / "bin" / "pip", "install", "-q", OTREE], check=True)
        (Path(folder) / "home").mkdir()
        compare(Path(folder), environment)


if __name__ == "__main__":
    main(sys.argv[1:])
