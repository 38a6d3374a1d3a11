"""Runs JupyterLab on working copies of the notebooks: the same exercises, with work stored in the same home.

It loads nothing from other sites: news, update checks and the extension manager are off.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from traitlets.config import Config

from dlcourse import files
from dlcourse.content.curriculum.own_notebooks import FOLDER
from dlcourse.course.connect import ask_once
from dlcourse.domain.curriculum.progress import Home, HomeView
from dlcourse.errors import CourseError
from dlcourse.server.notebook_copies import Copied, bring_up_to_date, for_facilitators, for_learners
from dlcourse.server.resources import ports


def open_lab(home: Path, config: Config, say: Callable[[str], None]) -> None:
    """Update the working copies in ``home/notebooks``, report what was done, and run JupyterLab on them."""
    from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]  # heavy, and needed by no other command

    ports.refuse_taken(config.ServerApp.ip, config.ServerApp.port)
    shipped, copies = files.notebooks(), home / FOLDER
    names = for_facilitators(shipped) if facilitates(home) else for_learners(shipped)
    for line in report(bring_up_to_date(shipped, copies, names), copies):
        say(line)
    os.environ["DLCOURSE_HOME"] = str(home)
    config.ServerApp.root_dir = str(copies)
    LabApp.launch_instance(argv=_arguments(config))


def facilitates(home: Path) -> bool:
    """Whether the owner of this home chose to facilitate; False if that cannot be read, and the pages say why."""
    with suppress(CourseError):
        view = ask_once(home, Home())
        return isinstance(view, HomeView) and view.notes is not None
    return False


def lab_config(host: str, port: int, prefix: str, *, browser: bool) -> Config:
    """The settings of JupyterLab."""
    config: Any = Config()
    config.ServerApp.ip = host
    config.ServerApp.port = port
    config.ServerApp.port_retries = 0  # never use another port than the given one
    config.ServerApp.base_url = prefix
    config.ServerApp.open_browser = browser
    config.ServerApp.allow_root = True  # in a container there may be no other account
    config.merge(quiet())
    found: Config = config
    return found


def quiet() -> Config:
    """Settings that keep JupyterLab from loading anything from other sites."""
    config: Any = Config()
    config.LabApp.news_url = None
    config.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
    config.LabApp.extension_manager = "readonly"
    found: Config = config
    return found


def _arguments(config: Config) -> list[str]:
    """The settings as command line arguments, because no configuration file of the owner overrides those."""
    return [f"--{part}.{name}={value}" for part, settings in config.items() for name, value in settings.items()]


def report(done: tuple[Copied, ...], copies: Path) -> list[str]:
    """The report to the owner: where the copies are, and each one that changed."""
    changed = [f"  {copied}" for copied in done if copied.deed != "kept"]
    return [f"Your notebooks are in {copies}", *changed]
