"""The WebSocket between a session page and its kernel: which messages pass, who may open it, and when it closes.

A page can only send messages to its exercises. No code gets in. What widgets show gets out, and of an error only that
there was one, unless somebody facilitates.
"""

import json
import struct
from datetime import UTC, datetime
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.services.kernels.connection.base import deserialize_binary_message
from tornado.web import HTTPError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler  # type: ignore[import-untyped]

from dlcourse.server.access.visits import has_ended
from dlcourse.server.kernels.page_message import page_message
from dlcourse.server.pages.outputs import without_traceback
from dlcourse.server.web import SocketAnswer

WENT_AWAY = 1001
"""The status code with which a browser closes the connection when somebody leaves the page."""
TEXT_ONLY = 1003
"""The status code with which we close a connection that sends binary frames."""
HEARD = {"comm_msg"}
"""The types of message that a page may send to its kernel. None of them contains code."""
WIDGETS = {"comm_msg", "comm_open", "comm_close"}
OUTPUT = {"stream", "display_data", "execute_result", "update_display_data", "clear_output", "error"}
"""The types of message in which a kernel shows something."""
NEEDED_STATES = {"idle", "dead"}
"""What a page has to know of a kernel: that it has handled a message, or that it is gone."""
LARGEST = 8 * 1024 * 1024
"""The most bytes of one message; the file of a team fits."""


class Visitors(IdentityProvider):
    """Admits everybody whom our own door admitted. Sets no cookie."""

    def get_user(self, handler: Any) -> User:  # noqa: ARG002
        """Return a visitor without a name."""
        return User(username="visitor")


class KernelSocket(SocketAnswer, VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """The connection between a session page and its kernel."""

    @property
    def ping_interval(self) -> float:
        """Seconds between two pings of the browser. Jupyter's own interval is in milliseconds."""
        return 30.0

    @property
    def ping_timeout(self) -> float:
        """Seconds without an answer after which the connection counts as lost."""
        return 30.0

    @property
    def max_message_size(self) -> int:
        """The largest message that a browser may send."""
        return LARGEST

    async def open(self, kernel_id: str) -> None:  # noqa: ARG002 - Jupyter's shape
        """Connect to the kernel. Pinging the browser is left to Tornado alone."""
        self.set_nodelay(True)
        await self.connection.connect()

    async def pre_get(self) -> None:
        """Admit only the person for whom the kernel was started, and wait until it has started.

        The id of a kernel is no secret, because other accounts can see it in the arguments of its process.
        """
        if "Sec-WebSocket-Protocol" in self.request.headers:
            raise HTTPError(400)  # only the protocol without a name is supported
        if not self.kernel_manager.identity.speaks_for(self.kernel_id, self.request):
            raise HTTPError(404)
        await self.kernel_manager.begun(self.kernel_id)
        if self.kernel_id not in self.kernel_manager:
            raise HTTPError(404)
        await super().pre_get()

    def select_subprotocol(self, subprotocols: list[str]) -> None:  # noqa: ARG002 - Tornado's shape
        """Select none."""
        return

    def on_message(self, message: str | bytes) -> None:
        """Pass on the messages that a page may send."""
        if isinstance(message, bytes):
            self.close(TEXT_ONLY, "text only")
            return
        if has_ended(self.request):
            self.close(1008, "signed out")
            return
        said = page_message(message)
        if said is None or self.connection is None or self.kernel_id not in self.kernel_manager:
            return
        if not said.is_ping:
            self.kernel_manager.kernel(self.kernel_id).used = datetime.now(UTC)
        super().on_message(said.to_frame())

    def write_message(self, message: Any, binary: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Pass on the messages that a page needs. While its cells run, their results come another way."""
        said = message if isinstance(message, dict) else parsed(message)
        running = not self.kernel_manager.is_shown(self.kernel_id)
        if not concerns_page(said) or (running and is_of_a_cell(said)):
            return None
        if said["header"]["msg_type"] == "error" and self.kernel_id not in self.kernel_manager.errors_shown:
            message = json.dumps(said | {"content": without_traceback({})}, default=str)
        # Voila reads a frame in another protocol than ours. What it leaves out is left out already.
        return super(VoilaKernelWebsocketHandler, self).write_message(message, binary)

    def on_close(self) -> None:
        """Let the kernel end if its page was closed.

        Tornado also calls this for a browser that left while it waited for its kernel: it was never connected.
        """
        if getattr(self, "connection", None) is not None:
            super().on_close()
        if self.close_code == WENT_AWAY:
            self.kernel_manager.leave(self.kernel_id)


def parsed(message: str | bytes) -> dict[str, Any]:
    """A kernel's message without its binary parts; empty if it is none."""
    try:
        said = json.loads(message) if isinstance(message, str) else deserialize_binary_message(message)  # type: ignore[no-untyped-call]
    except (ValueError, RecursionError, struct.error, LookupError):
        return {}
    return said if isinstance(said, dict) else {}


def concerns_page(said: dict[str, Any]) -> bool:
    """Whether a page needs this message of its kernel."""
    kind = said.get("header", {}).get("msg_type")
    if kind == "status":
        return said.get("content", {}).get("execution_state") in NEEDED_STATES
    return kind in WIDGETS | OUTPUT


def is_of_a_cell(said: dict[str, Any]) -> bool:
    """Whether this is what a cell shows or makes; a page that asked for something gets its answer by another kind."""
    asked = said.get("parent_header", {}).get("msg_type")
    return bool(asked == "execute_request" and said["header"]["msg_type"] != "comm_msg")
