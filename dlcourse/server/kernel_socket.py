"""The WebSocket between a session page and its kernel: which messages pass, and what happens when it closes.

A page can only send messages to its exercises. No code gets in, and no printed line or traceback gets out.
"""

import json
from datetime import UTC, datetime
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler  # type: ignore[import-untyped]

WENT_AWAY = 1001
"""The status code with which a browser closes the connection when somebody leaves the page."""
HEARD = {"comm_msg"}
"""The types of message that a page may send to its kernel. None of them contains code."""


class Visitors(IdentityProvider):
    """Admits everybody whom our own doorkeeper admitted. Sets no cookie."""

    def get_user(self, handler: Any) -> User:  # noqa: ARG002
        """Return a visitor without a name."""
        return User(username="visitor")


class KernelSocket(VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """The connection between a session page and its kernel."""

    @property
    def ping_interval(self) -> float:
        """Seconds between two pings of the browser. Jupyter's own interval is in milliseconds."""
        return 30.0

    @property
    def ping_timeout(self) -> float:
        """Seconds without an answer after which the connection counts as lost."""
        return 30.0

    async def open(self, kernel_id: str) -> None:  # noqa: ARG002 - Jupyter's shape
        """Connect to the kernel. Pinging the browser is left to Tornado alone."""
        await self.connection.connect()

    async def pre_get(self) -> None:
        """Wait until the kernel has started, because the page may be quicker."""
        await self.kernel_manager.begun(self.kernel_id)
        await super().pre_get()

    def on_message(self, message: str | bytes) -> None:
        """Pass on the messages that a page may send."""
        said = _parsed(message)
        if _kind(said) not in HEARD or self.kernel_id not in self.kernel_manager:
            return
        if not _is_ping(said):
            self.kernel_manager.kernel(self.kernel_id).used = datetime.now(UTC)
        super().on_message(message)

    def write_message(self, message: Any, binary: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Pass on the messages that a page needs: no printed line, no traceback."""
        said = message if isinstance(message, dict) else _parsed(message)
        return super().write_message(message, binary) if _concerns_page(said) else None

    def on_close(self) -> None:
        """Let the kernel end if its page was closed."""
        super().on_close()
        if self.close_code == WENT_AWAY:
            self.kernel_manager.leave(self.kernel_id)


def _parsed(message: str | bytes) -> dict[str, Any]:
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _kind(said: dict[str, Any]) -> Any:
    header = said.get("header")
    return header.get("msg_type") if isinstance(header, dict) else None


def _concerns_page(said: dict[str, Any]) -> bool:
    if _kind(said) == "status":
        return bool(said.get("content", {}).get("execution_state") == "dead")
    return bool(_kind(said) == "comm_msg")


def _is_ping(said: dict[str, Any]) -> bool:
    try:
        return bool("ping" in said["content"]["data"]["content"])
    except (KeyError, TypeError):
        return False
