"""A server's life: its port, its ``server.json``, its end."""

import asyncio
import json
import os
import re
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from socket import socket

import psutil  # type: ignore[import-untyped]
import pytest
from tornado.httpclient import HTTPError
from tornado.websocket import WebSocketClosedError

from dlcourse.course import running_server
from dlcourse.course.running_server import RunningServer
from dlcourse.errors import CourseError
from dlcourse.server.settings import Settings
from tests.server.asking import ask, exercises, open_session
from tests.serving import PATIENCE, TOP, TOY, Served, runs, until

pytestmark = pytest.mark.slow  # each test starts and ends a server, or several


def failed(home: Path, *arguments: str) -> str:
    """Start a server that cannot run; return what it says."""
    line = [sys.executable, "-m", *TOY, str(home), *arguments]
    surroundings = os.environ | {"PYTHONPATH": str(TOP)}
    done = subprocess.run(
        line, cwd=TOP, env=surroundings, text=True, capture_output=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_server_stops_cleanly(serve: Callable[..., Served], number: signal.Signals) -> None:
    """SIGTERM and Ctrl-C end it with one friendly line, status 0, and no process or file left behind."""
    served = serve()
    open_session(served, "session/01-counting")
    left = served.kernels()
    assert left
    served.process.send_signal(number)
    said, _ = served.process.communicate(timeout=PATIENCE)
    assert served.process.returncode == 0
    assert said.splitlines()[-1] == "The course is closed. Everything that was saved is kept."
    assert "Traceback" not in said
    assert [process for process in left if runs(process)] == []
    assert not (served.home / running_server.NAME).exists()


def test_a_server_that_is_stopped_while_kernels_start_leaves_none(serve: Callable[..., Served]) -> None:
    """A page that was just asked for leaves no process behind either."""
    served = serve()
    asking = [threading.Thread(target=quietly, args=[served.address]) for _ in range(4)]
    for thread in asking:
        thread.start()
    until(served.kernels)
    served.stop()
    for thread in asking:
        thread.join()


def quietly(address: str) -> None:
    """Ask for exercises; the server may well go away meanwhile."""
    with suppress(OSError, AssertionError, HTTPError, WebSocketClosedError):
        asyncio.run(exercises(address, "session/01-counting"))


def test_a_killed_server_takes_its_kernels_along(serve: Callable[..., Served]) -> None:
    """Even a server that could do nothing any more leaves no kernel running."""
    served = serve()
    open_session(served, "session/01-counting")
    left = served.kernels()
    served.process.kill()
    _, alive = psutil.wait_procs(left, timeout=PATIENCE)
    assert not alive


def test_it_says_where_it_is_and_where_work_is_kept(serve: Callable[..., Served]) -> None:
    """The terminal shows the address with the port that was found, and the home folder."""
    served = serve()
    said = served.stop()
    assert f"The course is open at {served.address}" in said
    assert f"Your work is kept in {served.home}" in said


def test_a_port_in_use_is_told(serve: Callable[..., Served], tmp_path: Path) -> None:
    """Another program on the port is named plainly, with what to do."""
    port = re.findall(r":(\d+)/", serve().address)[0]
    assert failed(tmp_path / "other", port) == (
        f"port {port}: another program uses it. Choose another with --port, or let --port 0 find one.\n"
    )


def test_a_home_that_is_served_already_is_told(serve: Callable[..., Served]) -> None:
    """A second server for one home says where the first one is, and leaves its ``server.json`` alone."""
    served = serve()
    assert f"this folder's course is already open, at {served.address}" in failed(served.home)
    found = running_server.find(served.home)
    assert found is not None
    assert found.address == served.address


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A home that is no folder is named plainly."""
    (tmp_path / "file").write_text("")
    assert "nothing can be kept there" in failed(tmp_path / "file")


def test_server_json_is_for_its_owner_alone(toy: Served) -> None:
    """The file holds a token, so only its owner can read it."""
    assert stat.S_IMODE((toy.home / running_server.NAME).stat().st_mode) == 0o600


def test_a_file_left_behind_is_recognised(tmp_path: Path, toy: Served) -> None:
    """Neither a dead server's file, nor one whose port somebody else has by now, nor nonsense is believed."""
    with socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    for address in (f"http://127.0.0.1:{port}/", toy.address, "nonsense"):
        running_server.announce(tmp_path, RunningServer(address, toy.process.pid, "another token"))
        assert running_server.find(tmp_path) is None
    for text in ("", "[]", "{}", '{"address": 1, "pid": 2, "token": 3, "more": 4}'):
        (tmp_path / running_server.NAME).write_text(text)
        assert running_server.find(tmp_path) is None


def test_a_new_server_takes_the_place_of_a_file_left_behind(serve: Callable[..., Served]) -> None:
    """After a crash the same home can be served again at once."""
    first = serve()
    first.kill()
    assert (first.home / running_server.NAME).exists()
    assert serve().token != first.token


def test_asking_whether_it_lives_gives_nothing_away(toy: Served) -> None:
    """The proof depends on the question, so that hearing one answer does not help to give another."""
    answers = {ask(toy.address, f"alive?nonce={nonce}").text for nonce in ("a", "b")}
    assert len(answers) == 2
    assert toy.token not in "".join(answers)


@pytest.mark.parametrize(
    ("given", "root"),
    [
        ("", "/"),
        ("/", "/"),
        ("x", "/x/"),
        ("/x/y/", "/x/y/"),
        ("/ü/", "/%C3%BC/"),
        ("/%C3%BC/", "/%C3%BC/"),
        ("/user/alice%40school.example/dlcourse/", "/user/alice@school.example/dlcourse/"),
    ],
)
def test_a_prefix_is_a_path(given: str, root: str) -> None:
    """A prefix may be written with or without slashes, and escaped or not: it is what it means that counts."""
    assert Settings(Path(), prefix=given).root == root


@pytest.mark.parametrize(
    "wrong", ["/a b/", "/a//b/", "/a?b/", "/a#b/", "/a%2Fb/", "/../", "/%2e%2e/", "/a%00/", "/%ff/"]
)
def test_what_is_no_path_is_no_prefix(wrong: str) -> None:
    """What no browser could follow, or what leads elsewhere, is refused in words."""
    with pytest.raises(CourseError, match="is no path"):
        assert Settings(Path(), prefix=wrong).root


def test_a_server_outlives_a_caller_that_goes_away(toy: Served) -> None:
    """A connection that ends in the middle of an answer harms nobody."""
    connection = HTTPConnection(toy.address.split("/")[2], timeout=PATIENCE)
    connection.request("POST", "/course", json.dumps({"see": {"say": "Count", "wait": 0.2}}))
    connection.close()
    assert ask(toy.address, "").status == 200
