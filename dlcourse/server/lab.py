"""JupyterLab on working copies of the notebooks: the same exercises, kept in the same home.

Fetches nothing from other sites: news, update checks and the extension manager are off.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from traitlets.config import Config

from dlcourse import files
from dlcourse.server import ports
from dlcourse.server.copies import Copied, bring_up_to_date

FOLDER = "notebooks"


def open_lab(home: Path, config: Config, say: Callable[[str], None]) -> None:
    """Bring the working copies in ``home/notebooks`` up to date, say what was done, and run JupyterLab on them."""
    from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]  # heavy, and needed by no other command

    ports.refuse_taken(config.ServerApp.ip, config.ServerApp.port)
    copies = home / FOLDER
    for line in report(bring_up_to_date(files.notebooks(), copies), copies):
        say(line)
    os.environ["DLCOURSE_HOME"] = str(home)
    config.ServerApp.root_dir = str(copies)
    LabApp.launch_instance(argv=_arguments(config))


def lab_config(host: str, port: int, prefix: str, *, browser: bool) -> Config:
    """JupyterLab's settings."""
    config: Any = Config()
    config.ServerApp.ip = host
    config.ServerApp.port = port
    config.ServerApp.port_retries = 0  # never another port than the one asked for
    config.ServerApp.base_url = prefix
    config.ServerApp.open_browser = browser
    config.ServerApp.allow_root = True  # in a container there may be nobody else
    config.merge(quiet())
    found: Config = config
    return found


def quiet() -> Config:
    """Settings by which JupyterLab fetches nothing from other sites."""
    config: Any = Config()
    config.LabApp.news_url = None
    config.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
    config.LabApp.extension_manager = "readonly"
    found: Config = config
    return found


def _arguments(config: Config) -> list[str]:
    """The settings as JupyterLab's command line, the one place that no configuration file of the owner's outdoes."""
    return [f"--{part}.{name}={value}" for part, settings in config.items() for name, value in settings.items()]


def report(done: tuple[Copied, ...], copies: Path) -> list[str]:
    """What to tell the owner of the copies: where they are, and each one that was not simply kept."""
    changed = [f"  {copied}" for copied in done if copied.deed != "kept"]
    return [f"Your notebooks are in {copies}", *changed]
