"""What a session page may say to its kernel, read once; only what was read is handed on.

A page speaks to its exercises by Jupyter's comm messages, as text. No code goes in, and no frame in another protocol.
"""

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError


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


class PageContent(Strict):
    """What is said to one exercise."""

    comm_id: str = Field(max_length=200)
    data: dict[str, Any]


class PageMessage(Strict):
    """One message of a session page."""

    header: PageHeader
    content: PageContent

    @property
    def is_ping(self) -> bool:
        """Whether the page only asks if anybody is there."""
        content = self.content.data.get("content")
        return isinstance(content, dict) and "ping" in content

    def to_json(self) -> str:
        """The message as Jupyter's connection reads it: to the shell, with nothing beside what was read."""
        rest: dict[str, Any] = {"channel": "shell", "parent_header": {}, "metadata": {}, "buffers": []}
        return json.dumps(self.model_dump() | rest)


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
