"""The web socket between a session page and its kernel: who may open it, what may cross it, and what its end means.

A page can speak to its exercises and do nothing else: no code goes in; no printed line and no traceback comes out.
"""

import json
from datetime import UTC, datetime
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import HTTPError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler  # type: ignore[import-untyped]

from dlcourse.server.page_message import page_message
from dlcourse.server.web import SocketAnswer

WENT_AWAY = 1001
"""How a browser closes the connection of a page that is left."""
TEXT_ONLY = 1003
"""How a connection is closed that sends frames we do not speak."""
HEARD = {"comm_msg"}
"""The kinds of message that a page may send to its kernel: no code goes in."""
LARGEST = 8 * 1024 * 1024
"""Bytes of one message: a team's file fits in."""


class Visitors(IdentityProvider):
    """Lets in whoever our own door let in; sets no cookie."""

    def get_user(self, handler: Any) -> User:  # noqa: ARG002
        """Return a visitor without a name."""
        return User(username="visitor")


class KernelSocket(SocketAnswer, VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """The connection between a session page and its kernel."""

    @property
    def ping_interval(self) -> float:
        """Seconds between two questions whether the browser is still there (Jupyter's own ask by milliseconds)."""
        return 30.0

    @property
    def ping_timeout(self) -> float:
        """Seconds without an answer after which the connection counts as lost."""
        return 30.0

    @property
    def max_message_size(self) -> int:
        """How much a browser may say at once."""
        return LARGEST

    async def open(self, kernel_id: str) -> None:  # noqa: ARG002 - Jupyter's shape
        """Connect with the kernel; only Tornado shall ask whether the browser is there."""
        await self.connection.connect()

    async def pre_get(self) -> None:
        """Let in the person for whom the kernel was started; wait for one that is just being started.

        A kernel's id is no secret: other accounts can see it among the arguments of its process.
        """
        if "Sec-WebSocket-Protocol" in self.request.headers:
            raise HTTPError(400)  # we speak the plain protocol only
        if not self.kernel_manager.identity.speaks_for(self.kernel_id, self.request):
            raise HTTPError(404)
        await self.kernel_manager.begun(self.kernel_id)
        if self.kernel_id not in self.kernel_manager:
            raise HTTPError(404)
        await super().pre_get()

    def select_subprotocol(self, subprotocols: list[str]) -> None:  # noqa: ARG002 - Tornado's shape
        """Never speak any."""
        return

    def on_message(self, message: str | bytes) -> None:
        """Pass on what a page may say."""
        if isinstance(message, bytes):
            self.close(TEXT_ONLY, "text only")
            return
        said = page_message(message)
        if said is None or self.connection is None or self.kernel_id not in self.kernel_manager:
            return
        if not said.is_ping:
            self.kernel_manager.kernel(self.kernel_id).used = datetime.now(UTC)
        super().on_message(said.to_json())

    def write_message(self, message: Any, binary: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Pass on what concerns a page: no printed line, no traceback."""
        said = message if isinstance(message, dict) else _parsed(message)
        return super().write_message(message, binary) if _concerns_page(said) else None

    def on_close(self) -> None:
        """Let the kernel go when its page was closed."""
        super().on_close()
        if self.close_code == WENT_AWAY:
            self.kernel_manager.leave(self.kernel_id)


def _parsed(message: str | bytes) -> dict[str, Any]:
    """What a kernel says; nothing where that is no JSON object."""
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _concerns_page(said: dict[str, Any]) -> bool:
    kind = said.get("header", {}).get("msg_type")
    if kind == "status":
        return bool(said.get("content", {}).get("execution_state") == "dead")
    return bool(kind == "comm_msg")
