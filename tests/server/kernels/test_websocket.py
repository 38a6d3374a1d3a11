"""The WebSocket between a session page and its kernel: which messages pass, and browsers that leave early."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from jupyter_server.services.kernels.connection.base import serialize_binary_message
from tornado.websocket import WebSocketHandler

from dlcourse.server.kernels.websocket import KernelSocket, concerns_page, is_of_a_cell, parsed


def message(kind: str, asked: str = "comm_msg", **content: Any) -> dict[str, Any]:
    """A message of a kernel, about one that it was sent."""
    return {"header": {"msg_type": kind}, "parent_header": {"msg_type": asked}, "metadata": {}, "content": content}


@pytest.fixture
def passed(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What reached the browser."""
    found: list[Any] = []
    monkeypatch.setattr(WebSocketHandler, "write_message", lambda _, said, binary=False: found.append(said))
    return found


def socket(*, shown: bool = True, told: bool = False) -> Any:
    """The socket of a page that was shown or not, for somebody who is told the details of errors or not."""
    made: Any = KernelSocket.__new__(KernelSocket)
    made.kernel_id = "k"
    manager = SimpleNamespace(is_shown=lambda _: shown, errors_shown={"k"} if told else set())
    made.application = SimpleNamespace(settings={"kernel_manager": manager})
    return made


def test_who_leaves_before_the_kernel_has_started_leaves_without_trouble() -> None:
    """A browser that went away while it waited was never connected, so nothing is disconnected."""
    left = KernelSocket.__new__(KernelSocket)
    left.close_code = None
    left.on_close()


@pytest.mark.parametrize("kind", ["execute_input", "execute_reply", "comm_info_reply", "input_request", "debug_event"])
def test_a_page_hears_nothing_that_it_does_not_need(passed: list[Any], kind: str) -> None:
    """Code, replies to code and questions of a kernel do not reach the page."""
    socket().write_message(json.dumps(message(kind)))
    assert passed == []


def test_a_page_hears_when_a_kernel_is_done_or_gone(passed: list[Any]) -> None:
    """Of the states of a kernel, a page hears those on which it acts."""
    for state in ("busy", "idle", "starting", "dead"):
        socket().write_message(json.dumps(message("status", execution_state=state)))
    assert [json.loads(said)["content"]["execution_state"] for said in passed] == ["idle", "dead"]


def test_what_cells_show_comes_with_their_results(passed: list[Any]) -> None:
    """While the cells run, only messages between widgets pass; afterwards, all that widgets show."""
    for kind in ("stream", "display_data", "comm_open", "comm_msg"):
        socket(shown=False).write_message(json.dumps(message(kind, "execute_request")))
    assert [json.loads(said)["header"]["msg_type"] for said in passed] == ["comm_msg"]
    socket(shown=False).write_message(json.dumps(message("comm_open", "comm_msg")))
    socket().write_message(json.dumps(message("stream", "execute_request")))
    assert len(passed) == 3


def test_details_of_errors_are_for_those_who_facilitate(passed: list[Any]) -> None:
    """A learner's page hears that something failed, and nothing about it."""
    said = json.dumps(message("error", ename="E", evalue="secret", traceback=["secret"]))
    socket().write_message(said)
    assert json.loads(passed[0])["content"] == {"ename": "", "evalue": "", "traceback": [], "says": ""}
    socket(told=True).write_message(said)
    assert passed[1] == said


def test_binary_parts_reach_the_page(passed: list[Any]) -> None:
    """A message with binary parts is passed on as it is, however its first bytes could be read."""
    frame: bytes = serialize_binary_message(message("comm_msg") | {"buffers": [b"picture" * 1000]})  # type: ignore[no-untyped-call]
    socket().write_message(frame, binary=True)
    assert passed == [frame]


@pytest.mark.parametrize("said", ["", "[]", "nonsense", b"", b"\0\0\0\1", b"\xff" * 40])
def test_what_is_no_message_concerns_nobody(said: str | bytes) -> None:
    """Whatever cannot be read is passed to nobody."""
    assert parsed(said) == {}
    assert not concerns_page({})


def test_a_page_s_own_question_is_no_cell() -> None:
    """What a kernel makes because a page asked for it is told apart from what a cell makes."""
    assert is_of_a_cell(message("comm_open", "execute_request"))
    assert not is_of_a_cell(message("comm_open", "comm_msg"))
