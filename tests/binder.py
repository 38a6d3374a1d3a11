"""Starts the course as Binder does: a Jupyter server under a prefix, with a token, and the course behind it."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from tests.bench.bench_serve import free_port, listens
from tests.serving import PATIENCE, TOP, until

PREFIX = "/user/jo-abc123/"
TOKEN = "0123456789abcdef"
SETTINGS = "jupyter_server_config.py"


@dataclass
class Place:
    """One person's server on Binder: the process of its Jupyter server, and its port."""

    process: "subprocess.Popen[str]"
    port: int

    @property
    def address(self) -> str:
        """The Jupyter server's address with its prefix."""
        return f"http://127.0.0.1:{self.port}{PREFIX}"

    @property
    def entrance(self) -> str:
        """The address to which Binder sends the person for whom it made the server."""
        return f"{self.address}dlcourse/?token={TOKEN}"

    def processes(self) -> list[psutil.Process]:
        """The server and all processes that it started, directly or indirectly."""
        server = psutil.Process(self.process.pid)
        return [server, *server.children(recursive=True)]

    def stop(self) -> str:
        """Stop it as the system would; returns its output. It must leave no process behind."""
        there = self.processes()
        self.process.terminate()
        said, _ = self.process.communicate(timeout=PATIENCE)
        _, alive = psutil.wait_procs(there, timeout=PATIENCE)
        for process in alive:
            process.kill()
        assert alive == [], said
        return said


def start(home: Path, programs: Path, checkout: Path = TOP, **more: str) -> Place:
    """Run JupyterLab from the folder ``programs`` with BinderHub's arguments; returns when it answers.

    ``home`` is the person's home folder, ``checkout`` the folder in which it starts; ``more`` is its environment.
    """
    port = free_port()
    chosen = {"base_url": PREFIX, "token": TOKEN, "trust_xheaders": "True", "allow_remote_access": "True"}
    twice = [f"--{app}.{name}={value}" for app in ("NotebookApp", "ServerApp") for name, value in chosen.items()]
    # Binder listens everywhere, and thereby allows requests under any name; here nobody else shall come in.
    line = [str(programs / "jupyter-lab"), "--ip=127.0.0.1", f"--port={port}", "--no-browser", "--allow-root", *twice]
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "DLCOURSE", "PYTHON"))
    }
    surroundings |= {"HOME": str(home), "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", **more}
    process = subprocess.Popen(
        line, cwd=checkout, env=surroundings, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    place = Place(process, port)
    until(lambda: _answers(place))
    return place


def settings_in(folder: Path) -> Path:
    """Write the Jupyter server's settings from ``binder/`` into a folder; returns the folder."""
    folder.mkdir()
    shutil.copy(TOP / "binder" / SETTINGS, folder)
    return folder


def _answers(place: Place) -> bool:
    assert place.process.poll() is None, place.process.communicate()[0]
    return listens(place.port)
