"""What the terminal says when the course is open: the host's address, and where others come in."""

from pathlib import Path

import pytest

from dlcourse.cli import serving
from dlcourse.server.access import hosts
from dlcourse.server.access.keys import KeyedAddress
from dlcourse.server.settings import Settings

OPEN = "0.0.0.0"
HERE = KeyedAddress("http://127.0.0.1:8850/course/", "secret")


def greeting(settings: Settings, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said, without opening a browser."""
    serving._greet(HERE, "present/03", settings, "sqlite:///course.db")
    return capsys.readouterr().out


def test_others_are_told_an_address_and_that_they_need_no_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a network, the host gets the address with the key, and others one that phones find, without the key."""
    monkeypatch.setattr(hosts, "network_address", lambda: "192.168.1.7")
    said = greeting(Settings(tmp_path, OPEN, prefix="/course/", browser=False), capsys).splitlines()
    assert said[0] == "The course is open at http://127.0.0.1:8850/course/present/03#key=secret"
    (others,) = [line for line in said if "192.168.1.7" in line]
    assert others.startswith("Others in your network open http://192.168.1.7:8850/course/join.")
    assert "no key" in others


def test_a_course_for_this_computer_only_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is led to an address that they cannot reach; behind a proxy, the proxy knows the address."""
    assert "Only this computer can open it" in greeting(Settings(tmp_path, browser=False), capsys)
    behind = Settings(tmp_path, browser=False, names=("course.school.example",))
    assert "/join" not in (said := greeting(behind, capsys))
    assert "Only this computer" not in said
