"""For other devices, an address in the network stands in place of a name that only this machine knows."""

import socket

import pytest

from dlcourse.server.access import hosts
from dlcourse.server.access.hosts import reachable

OPEN = "0.0.0.0"


@pytest.fixture(autouse=True)
def somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with a name and an address in a network."""
    monkeypatch.setattr(socket, "gethostname", lambda: "Staffroom.school.example")
    monkeypatch.setattr(hosts, "network_address", lambda: "192.168.1.7")


@pytest.mark.parametrize("called", ["127.0.0.1", "localhost", "[::1]", "staffroom", "Staffroom.local"])
def test_phones_get_an_address_in_place_of_a_name_that_they_do_not_find(called: str) -> None:
    """A loopback address, and a name of this machine without a domain, become its address in the network."""
    assert reachable(f"http://{called}:8850", OPEN) == "http://192.168.1.7:8850"


@pytest.mark.parametrize("called", ["staffroom.school.example", "192.168.1.9", "course.school.example"])
def test_a_name_or_address_that_everybody_finds_stays(called: str) -> None:
    """A full name and an address in the network are what they are."""
    assert reachable(f"https://{called}", OPEN) == f"https://{called}"


def test_what_nobody_else_can_reach_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a server that listens only to this machine, and on a machine without a network, nothing is made up."""
    assert reachable("http://staffroom:8850", "127.0.0.1") == "http://staffroom:8850"
    monkeypatch.setattr(hosts, "network_address", lambda: "")
    assert reachable("http://localhost:8850", OPEN) == "http://localhost:8850"
