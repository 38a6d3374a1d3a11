"""Which addresses there are, what they carry, and that nothing else can be had."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.server.asking import ask
from tests.serving import Served

OUTSIDE = [
    "voila/render/01-counting.ipynb",
    "voila/tree",
    "voila/files/01-counting.ipynb",
    "voila/static/voila.js",
    "voila/api/contents",
    "voila/execution/00000000-0000-0000-0000-000000000000",
    "api/kernels",
    "api/kernels/00000000-0000-0000-0000-000000000000",
    "notebooks/01-counting.ipynb",
    "session/",
    "session/01-counting.ipynb",
    "session/01-counting/",
    "session/nothing",
    "session/counting",
    "session/../01-counting",
    "session/facilitator/counting",
    "session/%2e%2e%2f%2e%2e%2fhome%2fnotebook",
    "session/..%2f..%2fnotebook",
    "session//etc/passwd",
    "session/%2fetc%2fpasswd",
    "session/01-counting%00",
    "session/mine",
    "facilitator/nothing",
    "facilitator/../facilitator/counting",
    "play/../alive",
    "assets/000000000000/light.js",
    "server.json",
    "kernels/",
    "kernels/mine",
]


def test_the_first_response_of_a_light_page_holds_what_it_shows_and_its_links(toy: Served) -> None:
    """Home is readable before any program has run: title, first props and plain links are in the first response."""
    said = ask(toy.address, "")
    assert said.status == 200
    assert '<html lang="en"' in said.text
    assert '<a href="/session/01-counting">Counting</a> <small>5 minutes</small>' in said.text
    assert '"props": {"count": ' in said.text
    assert "A toy course" in said.text


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_but_the_course_can_be_had(toy: Served, path: str) -> None:
    """Any address but the course's own is answered by a page in words, with the status 404."""
    (toy.home / "mine.ipynb").write_text('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    said = ask(toy.address, path)
    assert said.status == 404
    assert "There is no such page in this course" in said.text
    assert toy.token not in said.text


def test_a_light_page_that_cannot_begin_says_why(toy: Served) -> None:
    """A scenario that does not exist is a 404 page with the reason and the remedy."""
    said = ask(toy.address, "play/unknown")
    assert said.status == 404
    assert "there is none called &#39;unknown&#39;" in said.text
    assert "Choose one from the home page" in said.text


@pytest.mark.parametrize("path", ["", "session/01-counting", "nothing", "play/a-scenario"])
def test_every_page_carries_safe_headers(toy: Served, path: str) -> None:
    """No page runs inline code or code of another site, is framed by one, or is guessed to be something else.

    A page with a kernel may have inline styles, since tables and widgets carry their styles with them.
    """
    headers = ask(toy.address, path, "HEAD" if path.startswith("session") else "GET").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy.replace("style-src 'self' 'unsafe-inline'", "" if path.startswith("session") else "#")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Server" not in headers


def test_assets_may_be_kept_for_ever(toy: Served) -> None:
    """Style and programs have an address that changes with their content, so browsers keep them."""
    address = re.findall(r'src="/(assets/[0-9a-f]{12}/light\.js)"', ask(toy.address, "").text)[0]
    said = ask(toy.address, address)
    assert said.status == 200
    assert "immutable" in said.headers["Cache-Control"]
    assert ask(toy.address, address, "HEAD").text == ""


def test_all_addresses_are_under_the_prefix(serve: Callable[..., Served]) -> None:
    """With a prefix every link begins with it, and nothing answers without it."""
    served = serve("0", "x/y")
    assert served.address.endswith("/x/y/")
    said = ask(served.address, "")
    assert set(re.findall(r'(?:href|src)="(/[^"]*)"', said.text)) >= {"/x/y/", "/x/y/session/01-counting"}
    assert all(link.startswith("/x/y/") for link in re.findall(r'(?:href|src)="(/[^"]*)"', said.text))
    assert '"live": "/x/y/live"' in said.text
    assert ask(served.address.removesuffix("x/y/"), "").status == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8850", "127.0.0.1.evil.example", "192.0.2.1", ""])
def test_a_request_made_for_another_host_is_refused(toy: Served, host: str) -> None:
    """A site that points its own name at this machine gets nothing."""
    said = ask(toy.address, "", Host=host)
    assert said.status in {400, 403}
    assert "props" not in said.text


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]"])
def test_this_machine_s_own_names_are_served(toy: Served, name: str) -> None:
    """Each name of this machine for itself is good, with any port (a proxy may have another)."""
    assert ask(toy.address, "", Host=f"{name}:1234").status == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
@pytest.mark.parametrize("path", ["course", "live", "kernels/00000000-0000-0000-0000-000000000000"])
def test_a_request_from_another_site_s_page_is_refused(toy: Served, path: str, origin: str) -> None:
    """Neither a form nor a web socket of another site reaches the course, even with a good ticket."""
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    method, more = ("POST", {}) if path == "course" else ("GET", upgrade)
    said = ask(toy.address, path, method, Origin=origin, Authorization=f"Home {toy.token}", **more)
    assert said.status == 403


@pytest.mark.parametrize("path", ["user/%C3%BC@x", "user/%c3%bc%40x", "user/ü@x"])
def test_a_prefix_is_known_in_any_spelling(serve: Callable[..., Served], path: str) -> None:
    """A proxy may escape the prefix in its own way; links are in the one that browsers use."""
    served = serve("0", "/user/ü@x/")
    said = ask(served.address.removesuffix("user/%C3%BC@x/"), quote(path, safe="/%@") + "/")
    assert said.status == 200
    assert 'href="/user/%C3%BC@x/session/01-counting"' in said.text
