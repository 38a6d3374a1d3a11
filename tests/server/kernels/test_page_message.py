"""What is read of a session page's message: all that a page says, and nothing else."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_server.services.kernels.connection.base import deserialize_binary_message

from dlcourse.server.kernels.page_message import page_message
from tests.server.pages.test_session_page import message

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
)


def said(content: Any = None, **header: Any) -> dict[str, Any]:
    """A good message, with other values in some places."""
    made = message("comm_msg", {"comm_id": "x", "data": {}} if content is None else content)
    made["header"] |= header
    return made


@given(st.dictionaries(st.text(), JSON))
def test_what_a_page_says_arrives_whole(data: dict[str, Any]) -> None:
    """Any data reaches the exercise as it is, unless it holds what no kernel could be told."""
    read = page_message(json.dumps(said({"comm_id": "x", "data": data})))
    assert read is not None
    assert json.loads(read.to_frame())["content"]["data"] == data


@given(st.lists(st.binary(), min_size=1, max_size=5))
def test_binary_parts_arrive_whole(parts: list[bytes]) -> None:
    """What a person uploads reaches the kernel byte for byte, with the message before it."""
    read = page_message(json.dumps(said() | {"buffers": [base64.b64encode(part).decode() for part in parts]}))
    assert read is not None
    frame = read.to_frame()
    assert isinstance(frame, bytes)
    arrived = deserialize_binary_message(frame)  # type: ignore[no-untyped-call]
    assert [bytes(part) for part in arrived["buffers"]] == parts
    assert arrived["content"] == {"comm_id": "x", "data": {}}


@pytest.mark.parametrize("extra", [{"channel": "control"}, {"channel": 1}, {"metadata": 1}, {"x": {}}])
def test_what_is_not_read_is_not_handed_on(extra: dict[str, Any]) -> None:
    """Whatever else stands in a message, the kernel gets the same: for the shell, without buffers."""
    read, plain = page_message(json.dumps(said() | extra)), page_message(json.dumps(said()))
    assert read is not None
    assert plain is not None
    assert read.to_frame() == plain.to_frame()
    assert json.loads(read.to_frame())["channel"] == "shell"


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "1", "null", "[" * 100_000, "{}", '{"header": 1}', '{"header": {"msg_type": "comm_msg"}}'),
        json.dumps(said(msg_type="execute_request")),
        json.dumps(said() | {"buffers": ["no base64!"]}),
        json.dumps(said() | {"buffers": [1]}),
        json.dumps(said() | {"buffers": [""] * 101}),
        json.dumps(said(msg_type=["comm_msg"])),
        json.dumps(said(msg_id="x" * 201)),
        json.dumps(said(msg_id=7)),
        json.dumps(said({"comm_id": "x", "data": 1})),
        json.dumps(said({"comm_id": ["x"], "data": {}})),
        json.dumps(said({"comm_id": "x", "data": {"a": float("nan")}})),
        json.dumps(said({"comm_id": "x", "data": {"a": "\ud800"}})),
        json.dumps(said({"comm_id": "x", "data": {"a": "DEEP"}})).replace('"DEEP"', "[" * 5000 + "]" * 5000),
    ],
)
def test_anything_else_is_no_message(text: str) -> None:
    """What no page says is not understood, however deep, long or odd it is."""
    assert page_message(text) is None


def test_a_ping_is_told_from_a_deed() -> None:
    """A page that only asks if anybody is there is not one that somebody uses."""
    for content, expected in (({"ping": 1}, True), ({"say": "ping"}, False), (["ping"], False)):
        read = page_message(json.dumps(said({"comm_id": "x", "data": {"content": content}})))
        assert read is not None
        assert read.is_ping is expected
