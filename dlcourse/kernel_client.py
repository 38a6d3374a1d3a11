"""The connection to a kernel whose cells are being run: from our server, and from plain Voila by `voila.json`.

While a cell runs, what it prints into a widget is sent back to the kernel on the socket on which its reply is awaited.
With Jupyter's own client, a reply that arrives at that moment is not noticed, and the page waits until the cell's time
is up (https://github.com/jupyter/nbclient/issues/312). On a busy machine, that was one page in five.
"""

from typing import Any

import zmq
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.channels import AsyncZMQSocketChannel
from traitlets import Type


class ShellChannel(AsyncZMQSocketChannel):
    """Messages to a kernel, and its replies."""

    def send(self, msg: dict[str, Any]) -> None:
        """Send a message, then look whether a reply has arrived meanwhile."""
        super().send(msg)
        self.socket.get(zmq.EVENTS)


class KernelClient(AsyncKernelClient):
    """A client that notices each reply, whatever it sends meanwhile."""

    shell_channel_class = Type(ShellChannel)
