"""How much memory a facilitator's kernel takes beside a plain Voila notebook, and how soon a change is seen.

``python -m tests.bench.bench_dashboard`` makes up a cohort, opens “The room at a glance” in a browser, and lets people
join. The plain notebook loads pandas, Altair and ipywidgets, and draws as many charts.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect, sync_playwright

from dlcourse.domain.cohort.messages import ReplaceCode
from dlcourse.domain.cohort.views import CodeMade
from dlcourse.sample.cohort import COHORT
from dlcourse.sample.home import fill
from tests.bench.bench_serve import free_port
from tests.bench.cohort import pss
from tests.browser import ARGUMENTS, PATIENCE, find
from tests.person import Person
from tests.serving import Served, come_in, start, until

CHARTS, TIMES = 7, 20
PLAIN = f"""
import altair as alt
import ipywidgets as widgets
import pandas as pd

frame = pd.DataFrame({{"name": [f"name {{n}}" for n in range(20)], "size": range(20)}})
for number in range({CHARTS}):
    display(alt.Chart(frame, title=f"chart {{number}}").mark_bar().encode(x="size:Q", y="name:N"))
widgets.IntSlider()
"""
CELL: dict[str, object] = {
    "cell_type": "code",
    "id": "plain",
    "metadata": {},
    "source": PLAIN,
    "outputs": [],
    "execution_count": None,
}
MORE = 1.3
"""How many times the memory of the plain notebook a facilitator's kernel may take."""


def kernel_memory(parent: int) -> float:
    """The memory of the largest kernel below this process, in MB; what it shares is shared out."""
    kernels = [
        each
        for each in psutil.Process(parent).children(recursive=True)
        if "ipykernel" in " ".join(each.cmdline()) or "kernels.process" in " ".join(each.cmdline())
    ]
    return max(pss([kernel]) for kernel in kernels)


def plain(folder: Path, page: Page) -> float:
    """The memory of the kernel of the plain notebook, shown by Voila."""
    path, port = folder / "plain.ipynb", free_port()
    about = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    path.write_text(json.dumps({"cells": [CELL], "metadata": about, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    line = [sys.executable, "-m", "voila", str(path), "--no-browser", f"--port={port}"]
    with subprocess.Popen(line, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as voila:
        try:
            until(lambda: any(each.laddr.port == port for each in psutil.Process(voila.pid).net_connections()))
            page.goto(f"http://localhost:{port}/")
            expect(page.locator(".noUi-handle")).to_be_visible()
            return kernel_memory(voila.pid)
        finally:
            voila.terminate()


def until_seen(page: Page, served: Served, code: str, number: int) -> float:
    """Seconds from a person's joining until the dashboard counts them."""
    began = time.perf_counter()
    answer = page.request.post(
        f"{served.address}join", form={"code": code, "name": f"Person {number}"}, headers={"Cookie": ""}
    )
    assert answer.ok
    expect(page.get_by_text(f"{24 + number} participants.")).to_be_visible()
    return time.perf_counter() - began


def main() -> None:
    """Measure both."""
    expect.set_options(timeout=PATIENCE)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder) / "home"
        fill(home, lambda done, of: None)
        browser = playwright.chromium.launch(executable_path=find(playwright), args=ARGUMENTS)
        context = browser.new_context()
        come_in(context)
        beside = plain(Path(folder), browser.new_page())
        served = start(home)
        page = context.new_page()
        page.goto(f"{served.address}facilitator/overview")
        expect(page.get_by_text("24 participants.")).to_be_visible()
        expect(page.locator(".dl-cell-chart svg")).to_have_count(CHARTS)
        ours = kernel_memory(served.process.pid)
        made = Person(served.course()).do(ReplaceCode, cohort=COHORT, kind="join")
        assert isinstance(made, CodeMade)
        took = sorted(until_seen(page, served, made.code, number) for number in range(1, 1 + TIMES))
        sys.stdout.write(f"memory: {ours:.0f} MB, plain {beside:.0f} MB, {ours / beside:.2f} times\n")
        sys.stdout.write(f"seen after {statistics.median(took):.2f} s (median), {took[-2]:.2f} s (95 %)\n")
        assert ours <= MORE * beside
        browser.close()
        served.stop()


if __name__ == "__main__":
    main()
