"""The door: without the key nothing of the course can be had, and with it everything; the key itself stays hidden."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.handlers.portfolio.signing_key import NAME as CERTIFICATE_KEY
from dlcourse.server.access.door import WRONG, Door, WrongKeys
from dlcourse.server.access.keys import NAME, key_of, new_key
from dlcourse.store.opening import TRACES
from tests.server.asking import Answer, ask
from tests.server.test_behind_a_proxy import UPGRADE
from tests.serving import Served

PLACES = [
    *("", "session/01-counting", "facilitator/01-counting", "list/01-counting", "play/a-scenario", "nothing", "log"),
    *("work", "work/file", "certificate/key", "portfolio.md", "live", "kernels/00000000-0000-0000-0000-000000000000"),
    *("certificate/00000000-0000-0000-0000-000000000000.jwt", "door-key", "../door-key", "assets", "coursework"),
]


def show(served: Served, key: str, wanted: str = "", **headers: str) -> Answer:
    """Show a key at the door, as the form does."""
    form = {"Content_Type": "application/x-www-form-urlencoded", "Cookie": ""}
    return ask(served.address, "door", "POST", f"key={key}&next={wanted}", **(form | headers))


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT"])
@pytest.mark.parametrize("path", PLACES)
def test_without_the_key_nothing_can_be_had(toy: Served, path: str, method: str) -> None:
    """Every address answers 401, whether there is such a page or not, and starts nothing."""
    before = set(toy.kernels())
    said = ask(toy.address, path, method, Cookie="", Accept="text/html")
    assert said.status == 401
    assert "Counting" not in said.text
    assert toy.door.partition("=")[2] not in said.text
    assert "Server" not in said.headers
    assert set(toy.kernels()) <= before


@pytest.mark.parametrize("path", ["live", "kernels/00000000-0000-0000-0000-000000000000"])
def test_without_the_key_no_web_socket_is_opened(toy: Served, path: str) -> None:
    """A page of the course's own origin that has not come in gets a line in words."""
    said = ask(toy.address, path, Cookie="", Origin=toy.address.rstrip("/"), **UPGRADE)
    assert said.status == 401
    assert said.text.startswith("address: This course needs its key.")


def test_the_door_says_where_the_key_is(toy: Served) -> None:
    """A person gets a page with a field for the key; a program gets the same in JSON."""
    page = ask(toy.address, "session/01-counting", Cookie="").text
    assert "The window in which you started it shows the address" in page
    assert '<label for="key">' in page
    assert 'name="next" value="/session/01-counting"' in page
    assert ask(toy.address, "work/file", "POST", "{}", Cookie="").json()["error"]["what"] == "This course needs its key"


def test_the_key_becomes_a_cookie_that_outlasts_restarts(serve: Callable[..., Served]) -> None:
    """Whoever shows the key is led to the page that they wanted; the cookie is out of reach for scripts and sites."""
    served = serve()
    said = show(served, served.door.partition("=")[2], "/session/01-counting")
    assert (said.status, said.headers["Location"]) == (303, "/session/01-counting")
    cookie, _, rules = said.headers["Set-Cookie"].partition("; ")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(rules.split("; "))
    assert "Secure" not in rules
    assert int(re.findall(r"Max-Age=(\d+)", rules)[0]) > 300 * 24 * 3600
    assert served.door.partition("=")[2] not in cookie
    assert ask(served.address, "", Cookie=cookie).status == 200
    served.kill()
    assert ask(serve().address, "", Cookie=cookie).status == 200


def test_a_key_in_an_address_of_its_own_is_understood(toy: Served) -> None:
    """Somebody may paste the whole address into the field; the key is found in it."""
    assert show(toy, toy.door.replace("#", "%23")).status == 303


@pytest.mark.parametrize(
    "wanted", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "\\evil", "[", ""]
)
def test_the_door_leads_nowhere_else(toy: Served, wanted: str) -> None:
    """Whatever the form says, the next page is one of this course."""
    assert show(toy, toy.door.partition("=")[2], wanted).headers["Location"] == "/"


def test_a_browser_that_came_by_https_keeps_the_cookie_to_it(toy: Served) -> None:
    """Behind a proxy with https the cookie is sent by https only."""
    said = show(toy, toy.door.partition("=")[2], Host="127.0.0.1:443", Origin="https://127.0.0.1:443")
    assert "; Secure" in said.headers["Set-Cookie"]


def test_a_new_key_ends_all_old_ones(tmp_path: Path) -> None:
    """After a new key neither the old key nor a cookie made with it is good; the new ones are."""
    old = Door(tmp_path, key_of(tmp_path), "/")
    cookie = old.cookie(secure=False).partition(";")[0]
    assert key_of(tmp_path) == key_of(tmp_path)
    again = Door(tmp_path, key := new_key(tmp_path), "/")
    assert again.opens(key)
    assert not old.opens(key)
    assert old.name == again.name
    assert cookie.partition("=")[2] != again.cookie(secure=False).partition(";")[0].partition("=")[2]


def test_serve_makes_a_new_key_when_asked(serve: Callable[..., Served]) -> None:
    """A browser that came in before is asked for the key again."""
    served = serve()
    cookie = served.headers["Cookie"]
    served.stop()
    new_key(served.home)
    again = serve()
    assert ask(again.address, "", Cookie=cookie).status == 401
    assert ask(again.address, "").status == 200


def test_a_cookie_is_good_at_one_course_only(toy: Served, serve: Callable[..., Served]) -> None:
    """Browsers send cookies to every port of a host; one course's is worth nothing at another."""
    other = serve()
    assert ask(other.address, "", Cookie=toy.headers["Cookie"]).status == 401
    (name, value), (own, _) = *toy.cookie.items(), *other.cookie.items()
    assert name != own
    assert ask(other.address, "", Cookie=f"{own}={value}").status == 401


def test_the_key_is_kept_for_its_owner_alone(toy: Served, tmp_path: Path) -> None:
    """The file is private from the beginning; one that others could read is not trusted any more."""
    assert stat.S_IMODE((toy.home / NAME).stat().st_mode) == 0o600
    key = key_of(tmp_path)
    (tmp_path / NAME).chmod(0o644)
    assert key_of(tmp_path) != key
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "\n", "short", "\xff", "x" * 100])
def test_a_damaged_key_gives_way_to_a_new_one(tmp_path: Path, text: str) -> None:
    """A file that holds no key does not let everybody in, and keeps nobody from starting the course."""
    (tmp_path / NAME).write_text(text, "latin-1")
    (tmp_path / NAME).chmod(0o600)
    assert re.fullmatch(r"[\w-]{43}", key_of(tmp_path))


def test_wrong_keys_are_limited_and_the_right_one_is_not(serve: Callable[..., Served]) -> None:
    """After ten wrong keys in a minute the next is answered 429; the right one still lets its owner in."""
    served = serve()
    assert [show(served, "wrong").status for _ in range(WRONG + 2)] == [401] * WRONG + [429] * 2
    assert show(served, served.door.partition("=")[2]).status == 303


@given(st.lists(st.floats(0, 30), max_size=60))
def test_no_minute_holds_more_wrong_keys_than_allowed(pauses: list[float]) -> None:
    """However the tries are spread, in no minute are more of them looked at than `WRONG`."""
    now, looked = 0.0, []
    wrong = WrongKeys(lambda: now)
    for pause in pauses:
        now += pause
        if not wrong.too_many():
            looked.append(now)
    assert all(late - early >= 60 for early, late in zip(looked, looked[WRONG:], strict=False))


@given(st.text())
def test_nothing_but_the_key_opens(shown: str) -> None:
    """No other text is taken for the key, and none makes the door fail."""
    assert not Door(Path("/"), "k" * 43, "/").opens(shown)


def test_the_key_is_told_on_the_terminal_and_to_no_process(serve: Callable[..., Served]) -> None:
    """It stands in the fragment of the address that is shown, and in nobody's arguments or environment."""
    served = serve()
    key = served.door.partition("=")[2]
    for process in Path("/proc").glob("[0-9]*"):
        for name in ("cmdline", "environ"):
            try:
                assert key.encode() not in (process / name).read_bytes()
            except OSError:
                continue
    assert f"The course is open at {served.address}#key={key}\n" in served.stop()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can act for another account")
def test_another_account_gets_nothing(toy: Served) -> None:
    """Somebody else on this machine can neither read the key nor anything of the course, nor change it."""
    program = f"""
import encodings.idna, os, urllib.request, urllib.error
os.setgid(65534); os.setuid(65534)
read = []
for name in {[NAME, "server.json"]!r}:
    try: read.append(open(os.path.join({str(toy.home)!r}, name)).read())
    except PermissionError: pass
for path in ["", "work/file", "session/01-counting", "log", "course"]:
    for body in (None, b"{{}}"):
        try: read.append(urllib.request.urlopen({toy.address!r} + path, body).read())
        except urllib.error.HTTPError as error: assert error.code in (401, 403, 405), (path, error.code)
print(read)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_the_store_knows_by_the_key_that_a_folder_was_used() -> None:
    """An empty store beside a key is damage; the store looks for the key under its real name."""
    assert {NAME, CERTIFICATE_KEY} == set(TRACES)
