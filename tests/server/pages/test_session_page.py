"""Session pages, without a browser: what is in them, what is not, and whose kernels they have."""

import asyncio
import html
import json
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine
from tornado.websocket import WebSocketClientConnection

from dlcourse.course.remote import RemoteCourse
from dlcourse.course.tickets import of_connection_file
from dlcourse.domain.viewer import Viewer
from dlcourse.server.access.door import Door, TrustedDoor
from dlcourse.server.access.identity import Identity
from dlcourse.server.access.visits import SessionCookies, Visits
from tests.server.asking import ask, connect, open_session
from tests.server.test_behind_a_proxy import UPGRADE
from tests.server.toy.__main__ import LEARNER
from tests.server.toy.page import Bump, Count
from tests.serving import PATIENCE, Served, until

HEAVY = {"pandas", "altair", "numpy", "scipy", "sqlalchemy", "debugpy"}


def test_the_reading_comes_before_the_kernel(toy: Served) -> None:
    """The frame and all reading are the page itself; what the exercises show comes by its own web socket."""
    said = ask(toy.address, "session/01-counting").text
    assert "The end</h2>" in said
    assert "The exercise is getting ready" in said
    assert "<course-page" not in said
    assert "<course-page" in open_session(toy, "session/01-counting").text


@pytest.mark.parametrize("path", ["session/01-counting", "facilitator/counting"])
@pytest.mark.parametrize("site", ["cross-site", "same-site", "same-origin", "none"])
def test_asking_for_a_page_starts_nothing(toy: Served, path: str, site: str) -> None:
    """No link, picture, frame or fetch of any site, nor a person's own visit, starts a kernel: only the page does."""
    before = set(toy.kernels())
    assert ask(toy.address, path, Sec_Fetch_Site=site).status == 200
    assert set(toy.kernels()) <= before


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "http://[evil"])
def test_another_site_s_page_gets_no_exercises(toy: Served, origin: str) -> None:
    """A web socket says which page opens it; one of another site, or of another port, starts no kernel."""
    before = set(toy.kernels())
    assert ask(toy.address, "exercises/session/01-counting", Origin=origin, **UPGRADE).status == 403
    assert set(toy.kernels()) <= before


def test_who_leaves_at_once_leaves_no_kernel(serve: Callable[..., Served]) -> None:
    """A page that was closed while its exercises were getting ready keeps none."""
    served = serve()

    async def glance() -> None:
        socket = await connect(served.address, "exercises/session/01-counting")
        await socket.read_message()
        socket.close()

    asyncio.run(glance())
    until(lambda: not served.kernels())
    assert "Traceback" not in served.stop()


def test_a_session_page_shows_what_its_widget_begins_with(toy: Served) -> None:
    """The first props of an exercise are in the page already."""
    said = open_session(toy, "session/01-counting").text
    state = json.loads(html.unescape(re.findall(r"state='([^']*)'", said)[0]))
    assert state["page"] == "toy"
    assert state["props"]["title"] == "Counting"


def test_a_learner_sees_neither_code_nor_tracebacks(toy: Served) -> None:
    """A learner sees no line of code and no details of an error; a cell that fails says so in words."""
    (toy.home / LEARNER).touch()
    said = open_session(toy, "session/01-counting").text + open_session(toy, "session/02-broken").text
    (toy.home / LEARNER).unlink()
    for hidden in ("PageWidget", "import", "nobody shall see", "Traceback", "RuntimeError", "Details of the error"):
        assert hidden not in said
    assert "<failed>" in said
    assert "a printed line" in said


def test_those_who_facilitate_see_why_a_cell_failed(toy: Served) -> None:
    """For people who facilitate, a cell that fails tells its traceback, as plain text."""
    said = open_session(toy, "session/02-broken").text
    assert "RuntimeError: a traceback nobody shall see" in said
    assert "\x1b[" not in said
    assert "Details of the error" in said


@pytest.mark.parametrize("path", ["session/nothing", "", "door"])
def test_a_page_without_a_kernel_has_the_strict_policy(toy: Served, path: str) -> None:
    """Scripts and styles come from the course's own files only."""
    assert scripts_and_styles(toy, path) == ("'self'", "'self'")


def test_a_page_whose_cells_may_show_anything_has_a_wider_policy(toy: Served) -> None:
    """A widget may bring its own front end and styles along. Nobody may run eval or scripts that stand in the page."""
    assert scripts_and_styles(toy, "session/03-kernel") == ("'self' blob:", "'self' 'unsafe-inline'")


def scripts_and_styles(served: Served, path: str) -> tuple[str, ...]:
    """From where a page may load scripts and styles."""
    policy = ask(served.address, path).headers["Content-Security-Policy"]
    return tuple(re.findall(r"(?:script|style)-src ([^;]*)", policy))


def test_an_exercise_after_a_broken_one_still_works(toy: Served) -> None:
    """One cell that fails leaves the others standing."""
    assert "<course-page" in open_session(toy, "session/02-broken").text


def test_notes_are_for_facilitators(toy: Served) -> None:
    """A cell tagged ``notes`` is in no learner's page, not even hidden."""
    assert "let them count" not in open_session(toy, "session/01-counting").text
    assert ask(toy.address, "facilitator/01-counting").status == 404


def test_facilitators_have_notebooks_of_their_own(toy: Served) -> None:
    """A notebook in the folder ``facilitator`` is shown there, and only there."""
    assert "How to lead the counting" in open_session(toy, "facilitator/counting").text
    assert ask(toy.address, "session/counting").status == 404


def test_a_served_kernel_is_light_and_knows_no_secret(toy: Served) -> None:
    """It has imported none of the heavy packages, has no key in its environment, and looks for modules nowhere else."""
    (toy.home / "random.py").write_text("raise ImportError('a file of the home was taken for a module')")
    said = open_session(toy, "session/03-kernel").text
    held = re.findall(r'<pre id="held">(.*?)</pre>', said.replace(r"\"", '"'), re.DOTALL)[0]
    found = json.loads(html.unescape(held))
    assert not HEAVY & set(found["held"])
    assert {"anywidget", "pydantic", "dlcourse"} <= set(found["held"])
    environment = json.dumps(found["environment"])
    assert toy.token not in environment
    assert {name for name in found["environment"] if name.startswith("DLCOURSE")} == {"DLCOURSE_SERVER"}
    assert "" not in found["path"]
    (toy.home / "random.py").unlink()


def test_asking_only_for_the_head_starts_nothing(toy: Served) -> None:
    """Whoever only wants to know whether there is such a page starts no kernel."""
    before = set(toy.kernels())
    assert ask(toy.address, "session/01-counting", "HEAD").status == 200
    assert ask(toy.address, "session/nothing", "HEAD").status == 404
    assert set(toy.kernels()) <= before


@pytest.mark.slow
def test_too_many_sessions_at_once_wait_for_their_turn(serve: Callable[..., Served]) -> None:
    """With as many kernels as there may be, the next page says that it waits, and goes on when there is room."""
    served = serve("0", "/", "180", "1")
    open_session(served, "session/01-counting")

    async def waits() -> None:
        socket = await connect(served.address, "exercises/session/01-counting")
        said = json.loads(str(await socket.read_message()))
        assert said["waiting"].startswith("As many sessions are open as this computer can carry at once.")
        assert ask(served.address, "").status == 200
        (kernel,) = served.kernels()
        kernel.kill()
        assert "kernel" in json.loads(str(await asyncio.wait_for(socket.read_message(), PATIENCE)))
        socket.close()

    asyncio.run(waits())


def test_the_list_of_sessions_can_be_asked_for_alone(toy: Served) -> None:
    """A page that has been open for a while gets its list anew, with itself marked, and starts no kernel for it."""
    before = set(toy.kernels())
    said = ask(toy.address, "list/01-counting")
    assert said.status == 200
    assert re.search(r'<a href="/session/01-counting" aria-current="page">', said.text)
    assert set(toy.kernels()) <= before


@pytest.mark.parametrize("path", ["session/nothing", "facilitator/nothing"])
def test_an_unknown_session_is_told_in_words(toy: Served, path: str) -> None:
    """A session that does not exist is a page in words, with a way home."""
    said = ask(toy.address, path)
    assert said.status == 404
    assert "Go to the home page" in said.text


def test_a_kernel_s_ticket_is_good_until_it_ends(toy: Served) -> None:
    """The ticket made from a kernel's connection file opens the course, for as long as the kernel lives."""
    known = {kernel.pid for kernel in toy.kernels()}
    open_session(toy, "session/01-counting")
    kernel = next(kernel for kernel in toy.kernels() if kernel.pid not in known)
    ticket = of_connection_file(Path(kernel.cmdline()[-1]))
    course = RemoteCourse(toy.address, ticket)
    course.do(Bump(id="by-a-kernel"))
    assert course.see(Count())
    kernel.kill()
    asked = {"see": {"say": "Count"}}
    assert until(lambda: ask(toy.address, "course", "POST", asked, Authorization=ticket).status == 401)


def test_a_page_can_speak_to_its_exercises_and_do_nothing_else(toy: Served) -> None:
    """A browser cannot run code in a kernel, open widgets there, or end it; it hears no output and no traceback."""
    opened = open_session(toy, "session/01-counting")
    address, model = opened.kernel, opened.model
    victim = toy.home / "run-by-a-browser"
    code = {"code": f"open({str(victim)!r}, 'w'); print('heard')", "silent": False, "store_history": False}

    async def held(socket: WebSocketClientConnection) -> None:
        for kind, content in (
            ("execute_request", code),
            ("comm_open", {"comm_id": "x", "target_name": "jupyter.widget", "data": {"state": {}}}),
            ("shutdown_request", {"restart": False}),
            ("inspect_request", {"code": "open", "cursor_pos": 2}),
            ("comm_msg", {"comm_id": model, "data": {"method": "custom", "content": {"ping": 1}}}),
        ):
            await socket.write_message(json.dumps(message(kind, content)))
        await socket.write_message("nonsense")
        await socket.write_message(json.dumps({"header": 1}))
        heard: list[dict[str, Any]] = []
        while not heard or heard[-1]["header"]["msg_type"] == "status":
            heard.append(json.loads(str(await asyncio.wait_for(socket.read_message(), PATIENCE))))
        assert heard[-1]["content"]["data"]["content"] == {"pong": 1}
        assert all(one["content"] == {"execution_state": "idle"} for one in heard[:-1])

    with_socket(toy, address, held)
    assert not victim.exists()


def test_a_kernel_that_is_not_there_cannot_be_reached(toy: Served) -> None:
    """Without the id of a living kernel there is no connection."""

    async def held(_: WebSocketClientConnection) -> None:
        raise AssertionError("it was let in")

    with pytest.raises(Exception, match="404"):
        with_socket(toy, "kernels/00000000-0000-0000-0000-000000000000", held)


@pytest.mark.parametrize("asked", ["v1.kernel.websocket.jupyter.org", "x", "a, b"])
def test_no_other_protocol_is_spoken(toy: Served, asked: str) -> None:
    """A web socket in another of Jupyter's protocols is not opened: by one, a short frame stopped the whole server."""
    kernel = open_session(toy, "session/01-counting").kernel
    said = ask(toy.address, kernel, Origin=toy.address.rstrip("/"), Sec_WebSocket_Protocol=asked, **UPGRADE)
    assert said.status == 400
    assert ask(toy.address, "").status == 200


@pytest.mark.parametrize("frame", [b'{"header":{"msg_type":"comm_msg"}}', b"", b"\xff" * 64, b"\x08" + bytes(63)])
def test_a_binary_frame_ends_the_connection(toy: Served, frame: bytes) -> None:
    """A page sends text only; whoever sends anything else is sent away, and the server goes on."""

    async def held(socket: WebSocketClientConnection) -> None:
        await socket.write_message(frame, binary=True)
        while await asyncio.wait_for(socket.read_message(), PATIENCE) is not None:
            continue
        assert socket.close_code == 1003

    with_socket(toy, open_session(toy, "session/01-counting").kernel, held)
    assert ask(toy.address, "").status == 200


def test_a_kernel_is_reached_by_whom_it_speaks_for(tmp_path: Path) -> None:
    """Its id is no secret: other accounts can see it. Somebody else is not let in with it."""
    identity = Identity("ann", "token")
    line = RequestStartLine("GET", "/", "HTTP/1.1")
    request = HTTPServerRequest(headers=HTTPHeaders({"Host": "localhost"}), start_line=line)
    Visits("ann", TrustedDoor(), None, SessionCookies(Door(tmp_path, "key", "/"), "/")).viewer(request)
    identity.lend("of-ann", Viewer("ann"))
    identity.lend("of-bo", Viewer("bo"))
    assert [identity.speaks_for(kernel, request) for kernel in ("of-ann", "of-bo", "unknown")] == [True, False, False]
    identity.forget("of-ann")
    assert not identity.speaks_for("of-ann", request)


def message(kind: str, content: dict[str, Any]) -> dict[str, Any]:
    """Return a message as Jupyter's front ends send it."""
    header = {"msg_id": kind, "msg_type": kind, "session": "s", "username": "", "version": "5.3", "date": ""}
    rest: dict[str, Any] = {"parent_header": {}, "metadata": {}, "buffers": []}
    return {"channel": "shell", "header": header, "content": content, **rest}


def with_socket(served: Served, path: str, held: Callable[[WebSocketClientConnection], Awaitable[None]]) -> None:
    """Hold a talk over a web socket."""

    async def talk() -> None:
        socket = await connect(served.address, path)
        try:
            await held(socket)
        finally:
            socket.close()

    asyncio.run(talk())
