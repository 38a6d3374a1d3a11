"""Two accounts on one computer: the other one reaches the port, and reads and changes nothing."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import psutil  # type: ignore[import-untyped]
import pytest

from dlcourse.domain.mywork.work import WorkView, YourWork
from dlcourse.domain.reflection.entries import EntryStep, WriteEntry
from dlcourse.store import Store
from tests.classroom import Classroom
from tests.person import Person
from tests.server.asking import open_session
from tests.serving import Served, start

WORDS, NAME = "canary-words-of-the-owner", "Canary of a member"
ADDRESSES = (
    "",
    "log",
    "work",
    "my-work.json",
    "session/00-start-here",
    "play/the-reading-gap",
    "live",
    "facilitator/x",
)
NOBODY = 65534

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() != 0, reason="only root can become another account of this machine"
)


def as_nobody(work: Callable[[], Any]) -> Any:
    """Do something as another account, in a process of its own; return what came of it."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        try:
            os.write(writing, json.dumps(work()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        result = json.loads(said.read() or b"null")
    os.waitpid(child, 0)
    return result


def readable(folder: Path) -> list[str]:
    """The files under a folder that this account can read."""
    found = list[str]()
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                Path(place, name).read_bytes()
            except OSError:
                continue
            found.append(name)
    return found


def answers(address: str) -> list[list[Any]]:
    """What the server says to each address, and to a command, without the key."""
    parts, found = urlsplit(address), []
    for method, path in [("GET", path) for path in ADDRESSES] + [("POST", "do"), ("POST", "see"), ("POST", "steps")]:
        connection = HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        body = json.dumps({"say": "EraseWork", "mark": "all"}) if method == "POST" else None
        connection.request(method, parts.path + path, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        found.append([method, path, answer.status, answer.read().decode()])
        connection.close()
    return found


@pytest.fixture(scope="session")
def owned() -> Iterator[Served]:
    """Serve a course in which the owner and a member of a cohort wrote something, where everybody may enter.

    The folder stays until all tests have run: a browser of a later test comes in with the keys of all homes.
    """
    with TemporaryDirectory(prefix="dlcourse-two-accounts-") as folder:
        Path(folder).chmod(0o755)
        served = start(Path(folder) / "home", arguments=("--kernels=always",))
        _write(served)
        open_session(served, "session/00-start-here")
        yield served
        served.stop()


def _write(served: Served) -> None:
    Person(served.course()).do(WriteEntry, entry="entry-of-the-owner", steps=(EntryStep(words=WORDS),))
    with closing(Store.open(f"sqlite:///{served.home / 'course.db'}")) as store:
        Classroom(store).joined(NAME).do(WriteEntry, entry="entry-of-a-member", steps=(EntryStep(words=WORDS),))


def test_another_account_reads_and_changes_nothing(owned: Served) -> None:
    """Whoever is not the owner gets no file of the home, no word of the owner, no page behind the door, no change."""
    assert as_nobody(lambda: readable(owned.home)) == []
    for method, path, status, said in as_nobody(lambda: answers(owned.address)):
        assert status in {400, 401, 403, 404, 405}, (method, path, status)
        assert WORDS not in said
        assert NAME not in said
    work = owned.course().see(YourWork())
    assert isinstance(work, WorkView)
    assert work.steps > 0


def secrets_of(served: Served) -> list[str]:
    """The files by which somebody could reach the server's processes: their environments, and how kernels connect."""
    processes = [psutil.Process(served.process.pid), *served.kernels()]
    named = [word for process in processes for word in process.cmdline() if word.endswith(".json")]
    return [*(f"/proc/{process.pid}/environ" for process in processes), *named]


def opened(files: list[str]) -> list[str]:
    """Those of these files, and of the files beside them, that this account can read."""
    found = list[str]()
    for file in files:
        for beside in [file, *(str(each) for each in listed(Path(file).parent))]:
            try:
                with Path(beside).open("rb") as file_of_another:
                    file_of_another.read(1)
            except OSError:
                continue
            found.append(beside)
    return found


def listed(folder: Path) -> list[Path]:
    """What is in a folder of this machine's temporary ones; nothing if this account cannot look into it."""
    try:
        return [] if folder.is_relative_to("/proc") else list(folder.iterdir())
    except OSError:
        return []


def test_another_account_reaches_no_kernel(owned: Served) -> None:
    """Neither the environment of the server or a kernel nor a kernel's connection file can be read by others."""
    files = secrets_of(owned)
    assert any(file.endswith(".json") for file in files)
    assert opened(files) != []  # their owner can
    assert as_nobody(lambda: opened(files)) == []
