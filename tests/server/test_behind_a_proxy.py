"""The course behind a proxy: under which names it answers, whose pages may ask it, what no address keeps."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dlcourse.errors import CourseError
from dlcourse.server.settings import Settings
from tests.server.asking import ask
from tests.serving import Served, start

PREFIX = "/user/jo-abc123/dlcourse/"
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the course under two names of a proxy."""
    served = start(tmp_path_factory.mktemp("home"), arguments=("--name=Course.School.example", "--name=[2001:db8::1]"))
    yield served
    served.stop()


@pytest.fixture(scope="module")
def anywhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the course under any name and a prefix."""
    served = start(tmp_path_factory.mktemp("home"), arguments=("--name=*", f"--prefix={PREFIX}"))
    yield served
    served.stop()


@pytest.mark.parametrize("host", ["course.school.example", "COURSE.school.example:443", "[2001:db8::1]", "127.0.0.1"])
def test_a_proxy_s_name_is_served(named: Served, host: str) -> None:
    """What was asked under a name that was given is answered, with any port and in any letters."""
    assert ask(named.address, "", Host=host).status == 200
    assert ask(named.address, "live", Host=host, Origin=f"https://{host}", **UPGRADE).status == 101


@pytest.mark.parametrize("host", ["school.example", "evil.example", "course.school.example.evil.example"])
def test_any_other_name_stays_refused(named: Served, host: str) -> None:
    """A name that was not given gets nothing, however much it resembles one."""
    assert ask(named.address, "", Host=host).status == 403


def test_any_name_means_any_name(anywhere: Served) -> None:
    """Behind a proxy with many names, whatever name people come by is good for pages and web sockets."""
    assert ask(anywhere.address, "", Host="hub.somewhere.example").status == 200
    come = {"Host": "hub.somewhere.example", "Origin": "https://hub.somewhere.example"}
    assert ask(anywhere.address, "live", **come, **UPGRADE).status == 101


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "https://hub.somewhere.example.evil.example"])
def test_another_site_s_page_stays_refused_under_any_name(anywhere: Served, origin: str) -> None:
    """Any name does not mean any page: one of another site still reaches nothing."""
    assert ask(anywhere.address, "live", Host="hub.somewhere.example", Origin=origin, **UPGRADE).status == 403


@pytest.mark.parametrize("path", ["", "session/03-the-reading-gap", "play/the-reading-gap"])
def test_a_token_does_not_stay_in_the_address(anywhere: Served, path: str) -> None:
    """A proxy's token in an address is dropped before the page is shown, so that nobody passes it on."""
    said = ask(anywhere.address, f"{path}?token=secret&more=1")
    assert said.status == 302
    assert said.headers["Location"] == PREFIX + path
    assert anywhere.kernels() == []


@pytest.mark.parametrize("name", ["", "https://course.school.example", "a b", "a/b", "a:80", "*.example", "a..b", "é"])
def test_what_is_no_name_is_refused(name: str) -> None:
    """A name that no browser could send is told before anything starts, with what to write instead."""
    with pytest.raises(CourseError, match=r"--name: '.*' is no name of a host\. Write it like course\.school\.example"):
        Settings(Path(), names=(name,))


@pytest.mark.parametrize("lab", ["lab", "javascript:alert(1)", "https://", "/a b", 'x"onclick="'])
def test_what_is_no_address_of_a_lab_is_refused(lab: str) -> None:
    """An address of JupyterLab is a path or a web address."""
    with pytest.raises(CourseError, match=r"--lab: '.*' is no address\. Write it like /some/path/lab"):
        Settings(Path(), lab=lab)


def test_without_being_told_it_warns_of_nothing_and_offers_no_lab(anywhere: Served) -> None:
    """The words about a place that does not last, and the way to JupyterLab, are there only where they are true."""
    said = ask(anywhere.address, "").text
    assert "passing" not in said
    assert "JupyterLab" not in said
