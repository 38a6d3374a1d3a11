"""The course on Binder: how soon it is there and how much memory it takes, beside JupyterLab in the same environment.

``python -m tests.bench.bench_binder [FOLDER]`` carries out in a new environment exactly what ``binder/`` says, on the
packages that repo2docker would have put there (a few minutes), plays a part of session 03 and prints a table. In FOLDER
the environment is kept for the next time; remove it after changes of what is installed.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
import venv
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.bench.bench_serve import ROUNDS, browser
from tests.binder import PREFIX, SETTINGS, TOKEN, Place, start
from tests.browser import PATIENCE, Watch
from tests.e2e.player import BUY, CALLUM, SESSION, Player
from tests.test_package import NOT_COPIED, TOP

BASE = [
    "ipykernel",
    "ipywidgets",
    "jupyter-offlinenotebook",
    "jupyter-resource-usage",
    "jupyter_client",
    "jupyter_core",
    "jupyter_server",
    "jupyterhub-base",
    "jupyterlab",
    "notebook",
    "tornado",
]


def main() -> None:
    """Build, measure some rounds, and print the medians."""
    with TemporaryDirectory() as scratch:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else scratch).absolute()
        built(folder)
        expect.set_options(timeout=PATIENCE)
        with sync_playwright() as playwright, browser(playwright) as chromium:
            plain = [plain_round(chromium, folder) for _ in range(ROUNDS)]
            finish(folder)
            ours = [our_round(chromium, folder) for _ in range(ROUNDS)]
    for rounds in (plain, ours):
        for name in rounds[0]:
            sys.stdout.write(f"{name:52} {statistics.median(one[name] for one in rounds):9.2f}\n")


def built(folder: Path) -> None:
    """Make the environment as repo2docker does, unless it is there."""
    if (folder / "env").is_dir():
        return
    venv.create(folder / "env", with_pip=True)
    shutil.copytree(TOP, folder / "jovyan", ignore=shutil.ignore_patterns(*NOT_COPIED))
    install(folder, *base())
    install(folder, "-r", "binder/requirements.txt")


def base() -> list[str]:
    """The packages that repo2docker begins with for Python 3.11, in its versions."""
    name = "environment.py-3.11-linux-64.lock"
    locked = files("repo2docker").joinpath("buildpacks", "conda", name).read_text("utf-8")
    found = [re.search(rf"/{package}-([\d.]+)-[^/]*$", locked, re.MULTILINE) for package in BASE]
    return [f"{package.removesuffix('-base')}=={match[1]}" for package, match in zip(BASE, found, strict=True) if match]


def install(folder: Path, *what: str) -> None:
    """Install with the environment's pip, in the checkout."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    line = [str(folder / "env/bin/pip"), "install", "--quiet", "--no-cache-dir", *what]
    subprocess.run(line, cwd=folder / "jovyan", env=surroundings, check=True)


def finish(folder: Path) -> None:
    """Run what is to be run after installing."""
    surroundings = os.environ | {"NB_PYTHON_PREFIX": str(folder / "env")}
    subprocess.run([folder / "jovyan/binder/postBuild"], cwd=folder / "jovyan", env=surroundings, check=True)


def plain_round(chromium: Browser, folder: Path) -> dict[str, float]:
    """Measure JupyterLab by itself."""
    (folder / "env/etc/jupyter" / SETTINGS).unlink(missing_ok=True)
    forget(folder)
    began = time.perf_counter()
    place = start(folder / "jovyan", folder / "env/bin", folder / "jovyan")
    page = chromium.new_page()
    page.set_default_timeout(PATIENCE)
    try:
        page.goto(f"{place.address}lab?token={TOKEN}")
        page.locator(".jp-FileBrowser").first.wait_for()
        shown = time.perf_counter() - began
        empty = memory(place)
        page.locator(".jp-LauncherCard").first.click()
        expect(page.get_by_text(re.compile(r"\| Idle"))).to_be_visible()
        return {
            "JupyterLab: start to first page, s": shown,
            "JupyterLab: memory, MB": empty,
            "JupyterLab: memory with an empty notebook, MB": memory(place),
        }
    finally:
        page.close()
        place.stop()


def our_round(chromium: Browser, folder: Path) -> dict[str, float]:
    """Measure the course, from Binder's link to a play; no request may fail, and none may leave the machine."""
    forget(folder)
    watch, context = Watch(), chromium.new_context()
    watch.over(context)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    began = time.perf_counter()
    place = start(folder / "jovyan", folder / "env/bin", folder / "jovyan")
    try:
        page.goto(place.entrance)
        expect(page.get_by_role("region", name="Sessions", exact=True)).to_be_visible()
        found = {"the course: start to first page, s": time.perf_counter() - began}
        expect(page).to_have_url(f"{place.address}dlcourse/")
        found["the course: memory, MB"] = memory(place)
        found["the course: a session, request to first words, s"] = read(page, place)
        play(page)
        found["the course: memory with a session being played, MB"] = memory(place)
        page.get_by_role("banner").get_by_role("link", name="JupyterLab").click()
        expect(page).to_have_url(re.compile(rf"{PREFIX}lab"))
        page.locator(".jp-FileBrowser").first.wait_for()
        assert watch.problems() == []
        return found
    finally:
        context.close()
        place.stop()


def forget(folder: Path) -> None:
    """Remove what an earlier round left in the person's home."""
    for name in (".local", ".jupyter", ".ipython"):
        shutil.rmtree(folder / "jovyan" / name, ignore_errors=True)


def read(page: Page, place: Place) -> float:
    """Open session 03; return when its reading is there."""
    began = time.perf_counter()
    page.goto(f"{place.address}dlcourse/{SESSION}", wait_until="commit")
    page.locator(".prose").first.wait_for()
    return time.perf_counter() - began


def play(page: Page) -> None:
    """Take a seat and a minute of session 03."""
    player = Player(page).ready()
    player.sit(CALLUM)
    player.prefer(BUY)
    player.spend("open")


def memory(place: Place) -> float:
    """Return the proportional memory of all processes, in MB."""
    return float(sum(process.memory_full_info().pss for process in living(place))) / 1e6


def living(place: Place) -> list[psutil.Process]:
    """Return the processes of the place that have memory."""
    return [process for process in place.processes() if process.status() != psutil.STATUS_ZOMBIE]


if __name__ == "__main__":
    main()
