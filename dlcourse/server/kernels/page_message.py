"""What a session page may say to its kernel, read once; only what was read is handed on.

A page speaks to its exercises by Jupyter's comm messages, as text. No code goes in, and no frame in another protocol.
Binary parts, such as an uploaded file, come as base64.
"""

import base64
import json
from typing import Annotated, Any, Literal

from jupyter_server.services.kernels.connection.base import serialize_binary_message
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError


class Strict(BaseModel):
    """A part of a message: what it does not know is left out."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class PageHeader(Strict):
    """Who says it, as Jupyter's front ends do."""

    msg_id: str = Field(max_length=200)
    msg_type: Literal["comm_msg"]
    session: str = Field(default="", max_length=200)
    username: str = Field(default="", max_length=200)
    version: str = Field(default="5.3", max_length=20)
    date: str = Field(default="", max_length=50)


def _binary(part: Any) -> bytes:
    """Decode a part in base64; a ``ValueError`` for anything else."""
    if not isinstance(part, str):
        raise ValueError("no text")  # noqa: TRY004 - pydantic makes a refusal of it
    return base64.b64decode(part, validate=True)


class PageContent(Strict):
    """What is said to one exercise."""

    comm_id: str = Field(max_length=200)
    data: dict[str, Any]


class PageMessage(Strict):
    """One message of a session page."""

    header: PageHeader
    content: PageContent
    buffers: tuple[Annotated[bytes, BeforeValidator(_binary)], ...] = Field(default=(), max_length=100, strict=False)

    @property
    def is_ping(self) -> bool:
        """Whether the page only asks if anybody is there."""
        content = self.content.data.get("content")
        return isinstance(content, dict) and "ping" in content

    def to_frame(self) -> str | bytes:
        """The message as Jupyter's connection reads it: to the shell, with nothing beside what was read."""
        rest: dict[str, Any] = {"channel": "shell", "parent_header": {}, "metadata": {}}
        said = self.model_dump(exclude={"buffers"}) | rest
        if not self.buffers:
            return json.dumps(said | {"buffers": []})
        framed: bytes = serialize_binary_message(said | {"buffers": list(self.buffers)})  # type: ignore[no-untyped-call]
        return framed


def page_message(text: str) -> PageMessage | None:
    """Read a message; ``None`` for anything that a page does not say."""
    try:
        said = json.loads(text, parse_constant=_refuse)
        json.dumps(said, ensure_ascii=False).encode()  # half a character could not be handed on
        return PageMessage.model_validate(said)
    except (ValueError, RecursionError, ValidationError):
        return None


def _refuse(constant: str) -> None:
    """Infinity and what is no number are no JSON, and kernels do not take them."""
    raise ValueError(constant)
