"""The WebSocket between a session page and its kernel: what happens when a browser leaves early."""

from dlcourse.server.kernels.websocket import KernelSocket


def test_who_leaves_before_the_kernel_has_started_leaves_without_trouble() -> None:
    """A browser that went away while it waited was never connected, so nothing is disconnected."""
    socket = KernelSocket.__new__(KernelSocket)
    socket.close_code = None
    socket.on_close()
