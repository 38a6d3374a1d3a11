"""A proxy that signs people in itself: what it has to show, and that nothing less will do."""

import http.client
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from dlcourse.errors import CourseError
from dlcourse.server.access.door import PROXY_HEADER
from dlcourse.server.access.proxy import TrustedProxy, take, trusted_proxy
from tests.server.asking import ask
from tests.serving import Served, start

SECRET = "a-long-word-of-letters-and-digits"


class OverSocket(http.client.HTTPConnection):
    """A connection by a Unix socket."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=60)
        self._path = path

    def connect(self) -> None:
        """Connect by the socket's file."""
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(str(self._path))


def status_by(path: Path, **headers: str) -> int:
    """The status of the home page for somebody who comes by the socket."""
    connection = OverSocket(path)
    connection.request("GET", "/", headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


@pytest.fixture
def serve_for_proxy(tmp_path: Path) -> Callable[[Path], Served]:
    """Return what serves the course for a proxy."""
    return lambda path: start(tmp_path / "home", arguments=(f"--trusted-proxy={path}",))


def test_a_proxy_comes_by_a_socket_of_its_own(serve_for_proxy: Callable[[Path], Served], tmp_path: Path) -> None:
    """What comes by the socket needs no key; only this account can open it, and the port still asks for the key."""
    path = tmp_path / "proxy.sock"
    served = serve_for_proxy(path)
    assert status_by(path) == 200
    assert status_by(path, Host="evil.example") == 403
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert ask(served.address, "", Cookie="").status == 401
    assert f"The trusted proxy connects to {path}" in served.stop()
    assert not path.exists()


def test_a_socket_left_behind_gives_way(serve_for_proxy: Callable[[Path], Served], tmp_path: Path) -> None:
    """After a crash the course can be served again at once."""
    path = tmp_path / "proxy.sock"
    serve_for_proxy(path).kill()
    assert path.is_socket()
    served = serve_for_proxy(path)
    assert status_by(path) == 200
    served.stop()


def test_a_proxy_shows_a_secret(serve_for_proxy: Callable[[Path], Served], tmp_path: Path) -> None:
    """A request with the secret needs no key; one without it, or with another, does, from whatever address."""
    path = tmp_path / "secret"
    path.write_text(SECRET + "\n")
    path.chmod(0o600)
    served = serve_for_proxy(path)
    name = PROXY_HEADER.replace("-", "_")
    assert ask(served.address, "", Cookie="", **{name: SECRET}).status == 200
    for shown in ("", SECRET[:-1], SECRET + "x", "\xff"):
        assert ask(served.address, "", Cookie="", **{name: shown}).status == 401
    assert ask(served.address, "", Cookie="", X_Forwarded_For="127.0.0.1").status == 401
    assert SECRET not in served.stop()
    assert path.exists()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o666])
def test_a_secret_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    """It is told before anything starts, with what to do."""
    path = tmp_path / "secret"
    path.write_text(SECRET)
    path.chmod(mode)
    with pytest.raises(CourseError, match=r"others can read this secret\. Write a new one, and run: chmod 600"):
        trusted_proxy(path)


@pytest.mark.parametrize("text", ["", "short", "x" * 19, "with a space in it and more", "line\nline\nline\nline\nline"])
def test_what_is_no_secret_is_refused(tmp_path: Path, text: str) -> None:
    """An empty file, say, would let everybody in."""
    path = tmp_path / "secret"
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(CourseError, match="this is no secret of 20 characters or more"):
        trusted_proxy(path)


def test_a_folder_is_neither_a_socket_nor_a_secret(tmp_path: Path) -> None:
    """What cannot be read is told in words."""
    with pytest.raises(CourseError, match="this file cannot be read"):
        trusted_proxy(tmp_path)


def test_nothing_named_trusts_nobody() -> None:
    """Without the option there is neither a socket nor a secret."""
    assert trusted_proxy(None) == TrustedProxy(None, None)


@pytest.mark.parametrize("name", ["missing/proxy.sock", "x" * 200])
def test_a_place_where_there_can_be_no_socket_is_told(tmp_path: Path, name: str) -> None:
    """A folder that is not there, or a path that is too long for the system."""
    with pytest.raises(CourseError, match="there can be no socket"):
        take(tmp_path / name)
    assert list(tmp_path.iterdir()) == []
