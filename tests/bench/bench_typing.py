"""Whether any word is lost or doubled when server or kernel are killed, or the network is off, while somebody types.

``python -m tests.bench.bench_typing [KILLS] [SECONDS OFFLINE] [SEED]``: in a real browser one person types numbered
words into the log, at ``/log`` and on a session page, and saves now and then. Every now and then a process gets a
SIGKILL; the person types on, wakes the page up where it asks for it, and goes on. At last the network is off for a
while. Prints one line; ends with status 1 where a word that the page said was kept is not stored, where one is lost or
doubled, where typing was unsaved for more than two seconds, or where nobody told for five that nobody is there.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import psutil  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, expect, sync_playwright

from dlcourse.course.home import database
from dlcourse.domain import drafts
from dlcourse.domain.reflection.packing import unpacked
from dlcourse.handlers.reflection.entries import log_at
from dlcourse.pages.reflection.words import SAVE, WORDS
from dlcourse.pages.words import STATUS
from dlcourse.store import ReadTransaction, Store
from tests.browser import ARGUMENTS, find
from tests.serving import come_in, start

KILLS, OFFLINE, SEED = 200, 60, 11
KILLS_OF_A_HOME = 20
TOLD, UNSAVED = 5.0, 2.0
"""Seconds: until it is told that nobody is there; of typing that may be unsaved."""
PATIENCE = 60_000
"""Milliseconds after which nothing will come any more."""
ALWAYS = ("--kernels=always",)
"""So that a session page has a kernel that can be killed, although its cells need none."""
LIGHT, SESSION = "log", "session/03-the-reading-gap#A-question-and-a-promise"
WAYS = (("server", LIGHT), ("kernel", SESSION), ("server", SESSION), ("kernel", SESSION))
KEPT = re.compile(r"^Draft kept ")


@dataclass
class Figures:
    """What came of it."""

    server: int = 0
    kernel: int = 0
    typed: int = 0
    entries: int = 0
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    unsaved: list[float] = field(default_factory=list)
    told: list[float] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether nothing was lost or doubled, and everything was in time."""
        return not (self.lost or self.doubled) and max(self.unsaved) <= UNSAVED and max(self.told) <= TOLD

    def __str__(self) -> str:
        """One line."""
        return (
            f"{self.server + self.kernel} kills ({self.server} server, {self.kernel} kernel), "
            f"{self.typed} words typed, {self.entries} entries saved, "
            f"{self.acknowledged} words said to be kept at a kill, {self.lost} lost, "
            f"{self.doubled} doubled, typing unsaved for at most {max(self.unsaved):.1f} s, "
            f"told after at most {max(self.told):.1f} s"
        )


class Typist:
    """Somebody with a home of their own, one browser tab, and a lot to say."""

    def __init__(self, home: Path, browser: Browser, dice: Random, figures: Figures) -> None:
        """Begin with a server that runs, and no page."""
        self.home, self.dice, self.figures = home, dice, figures
        self.served = start(home, arguments=ALWAYS)
        self.port = urlsplit(self.served.address).port
        context = browser.new_context()
        come_in(context)
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.words: list[str] = []
        self.typed_at: dict[str, float] = {}
        self.orphans: list[psutil.Process] = []

    @property
    def form(self) -> Locator:
        """Where one types: the first question of a session, or something new in the whole log."""
        return self.page.locator(".dl-writing form").first

    @property
    def box(self) -> Locator:
        """The words in the form."""
        return self.form.get_by_role("textbox").first

    @property
    def kept(self) -> Locator:
        """What says that all that stands in the form is kept."""
        return self.form.get_by_text(KEPT)

    def open(self, path: str) -> None:
        """Go to a page, and wait until one can type there."""
        self.page.goto(self.served.address + path)
        self.ready(path)

    def ready(self, path: str) -> None:
        """Wait until one can type, and go to the end of what stands there."""
        expect(self.page.get_by_role("heading", name="Your log", exact=True)).to_be_visible(timeout=PATIENCE)
        self.unfold()
        self.box.click()
        self.page.keyboard.press("Control+End")

    def type(self, seconds: float) -> None:
        """Type words as a quick person does."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            word = f"w{len(self.words):05}"
            self.page.keyboard.type(f"{word} ", delay=self.dice.uniform(5, 40))
            self.words.append(word)
            self.typed_at[word] = time.monotonic()

    def save(self) -> None:
        """Save what was typed, and go on in the empty form."""
        self.form.get_by_role("button", name=SAVE, exact=True).click()
        expect(self.page.get_by_text(WORDS["said"]).locator("visible=true").first).to_be_visible(timeout=PATIENCE)
        self.figures.entries += 1
        self.unfold()
        expect(self.box).to_have_value("")
        self.box.click()

    def unfold(self) -> None:
        """Open the form, which closes when it is saved."""
        if not self.box.is_visible():
            self.page.locator("details.dl-fold > summary").first.click()

    def survive(self, kind: str, path: str) -> None:
        """Type, be cut off at a moment that is drawn, type on, come back, and find every word."""
        if not self.page.url.endswith(path):
            self.open(path)
        self.type(self.dice.uniform(0.2, 3))
        said = self.hears_that_it_is_kept() if self.dice.random() < 0.7 else []
        now = time.monotonic()
        self.kill(kind)
        stored = self.stored()
        self.figures.acknowledged += len(said)
        self.figures.lost += len(set(said) - stored.keys())
        unsaved = (now - self.typed_at[word] for word in self.words if word not in stored)
        self.figures.unsaved.append(max(unsaved, default=0))
        self.told(now)
        if kind == "server":
            self.served = start(self.home, arguments=(f"--port={self.port}", *ALWAYS))
        if path == SESSION:
            self.page.get_by_role("button", name=STATUS["wake"]).last.click(timeout=PATIENCE)
            self.ready(path)
        self.all_there()
        if self.dice.random() < 0.3:
            self.save()

    def hears_that_it_is_kept(self) -> list[str]:
        """Pause until the page says that all is kept, then type on; return the words of which it said so."""
        expect(self.kept).to_be_visible(timeout=PATIENCE)
        said = list(self.words)
        self.type(self.dice.uniform(0, 2))
        return said

    def told(self, since: float) -> None:
        """Type on until the page says that nobody is there; note how long that took."""
        self.type(0.3)
        alarm = self.page.get_by_text(STATUS["lost"]).or_(self.page.get_by_text(STATUS["gone"]))
        alarm = alarm.locator("visible=true").first
        expect(alarm).to_be_visible(timeout=PATIENCE)
        self.figures.told.append(time.monotonic() - since)

    def all_there(self) -> None:
        """Wait until the page says that all is kept; then every word that was ever typed is stored, and once."""
        expect(self.kept).to_be_visible(timeout=PATIENCE)
        stored = self.stored()
        self.figures.lost += len(set(self.words) - stored.keys())
        self.figures.doubled += sum(count > 1 for count in stored.values())

    def offline(self, seconds: float) -> None:
        """Take the network away in the middle of an entry, and give it back."""
        self.open(LIGHT)
        self.type(1)
        self.page.context.set_offline(True)
        began = time.monotonic()
        self.told(began)
        self.type(seconds - (time.monotonic() - began))
        self.page.context.set_offline(False)
        self.all_there()

    def kill(self, kind: str) -> None:
        """End a process without a word."""
        setattr(self.figures, kind, getattr(self.figures, kind) + 1)
        if kind == "kernel":
            for kernel in self.served.kernels():
                kernel.kill()
            return
        self.orphans += self.served.kernels()
        self.served.process.kill()
        self.served.process.communicate(timeout=PATIENCE / 1000)

    def stored(self) -> Counter[str]:
        """Return every word in the store, in entries and in drafts, and how often it stands there."""
        with closing(Store.open(database(self.home))) as store:
            return Counter(" ".join(store.read(lambda transaction: list(_texts(transaction, store.person)))).split())

    def stop(self) -> None:
        """Stop everything that was started."""
        self.figures.typed += len(self.words)
        self.page.context.close()
        if self.served.process.poll() is None:
            self.served.stop()
        _, alive = psutil.wait_procs(self.orphans, timeout=20)
        assert not alive, alive


def _texts(transaction: ReadTransaction, person: str) -> Iterator[str]:
    _, log = log_at(transaction, person)
    for entry in log.entries.values():
        yield from (step.words for step in unpacked(transaction.text(entry.newest.words)))
    for card in drafts.cards(transaction.drafts(person, drafts.PREFIX)):
        yield re.sub(r"[^\w]+", " ", card.fields["steps"])


@contextmanager
def typist(browser: Browser, dice: Random, figures: Figures) -> Iterator[Typist]:
    """Give a typist with a home of their own, and put both away."""
    with TemporaryDirectory(prefix="dlcourse-typing-") as home:
        one = Typist(Path(home), browser, dice, figures)
        try:
            yield one
        finally:
            one.stop()


def run(browser: Browser, kills: int, offline: float, seed: int) -> Figures:
    """Survive so many kills, and so many seconds without a network."""
    dice, figures = Random(seed), Figures()
    for first in range(0, kills, KILLS_OF_A_HOME):
        with typist(browser, dice, figures) as one:
            for at in range(first, min(first + KILLS_OF_A_HOME, kills)):
                one.survive(*WAYS[at % len(WAYS)])
    with typist(browser, dice, figures) as one:
        one.offline(offline)
    return figures


def main(argv: list[str]) -> int:
    """Run it; ``argv`` is how many kills, how many seconds offline, and the seed of everything that is drawn."""
    kills, offline, seed = (*map(int, argv), *(KILLS, OFFLINE, SEED)[len(argv) :])
    began = time.monotonic()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(playwright), args=ARGUMENTS)
        figures = run(browser, kills, offline, seed)
        browser.close()
    sys.stdout.write(f"{figures}, {offline} s offline, {time.monotonic() - began:.0f} s\n")
    return 0 if figures.good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
