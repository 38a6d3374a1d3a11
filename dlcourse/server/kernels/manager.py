"""The kernels of session pages: how they start, for whom they act, and when they end.

Each is a child process of the server and knows no secret except the key of its own connection. A kernel that died is
not restarted, because a new one would have lost all state. Its page says so and has to be opened again.
"""

import asyncio
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager, NoSuchKernel
from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager, ServerKernelManager
from tornado.ioloop import IOLoop
from traitlets import Dict, Float, Instance, Set, Type, Unicode, default
from traitlets.config import Config

from dlcourse.course.connect import SERVER
from dlcourse.domain.viewer import Viewer
from dlcourse.kernel_client import KernelClient
from dlcourse.server.access.identity import Identity
from dlcourse.server.kernels.queue import KernelQueue

SPEC = "python3"
STARTING = max(2, os.cpu_count() or 1)
"""How many kernels may be starting at the same time; each keeps a processor busy."""
SOCKET_PATH = 100
"""The length of a socket's path, in characters, that every system allows."""


def kernel_config(folder: str, away: float) -> Config:
    """Return the settings in which our kernels differ from Voila's.

    ``folder`` is for their connections; ``away`` is as in `Settings`.
    """
    near = sys.platform != "win32" and len(folder) + len("/kernel--ipc-5") + 36 < SOCKET_PATH
    chosen = Config()
    chosen.AsyncIOLoopKernelRestarter.restart_limit = 0  # a restarted kernel would have lost the state of its page
    chosen.AsyncIOLoopKernelRestarter.time_to_dead = 1.0
    chosen.ServerKernelManager.transport = "ipc" if near else "tcp"  # nobody else can listen to a socket in our folder
    chosen.CourseKernels.cull_idle_timeout = max(1, int(away))
    chosen.CourseKernels.cull_interval = max(1, min(30, int(away / 4)))
    return chosen


class CourseKernelSpecs(KernelSpecManager):
    """Offers one kernel: this Python with this course."""

    def find_kernel_specs(self) -> dict[str, str]:
        """Return the name of the kernel. It has no folder."""
        return {SPEC: ""}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return how to start the kernel."""
        if kernel_name != SPEC:
            raise NoSuchKernel(kernel_name)
        argv = [sys.executable, "-P", "-m", "dlcourse.server.kernels.process", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name="dlcourse", language="python")


class CourseKernel(ServerKernelManager):
    """One kernel, as the server sees it."""

    client_factory = Type(KernelClient)

    used = Instance(datetime)
    """When somebody last did something on the kernel's page."""

    def _used_default(self) -> datetime:
        return datetime.now(UTC)


class CourseKernels(AsyncMappingKernelManager):
    """Starts and ends the kernels of session pages."""

    identity = Instance(Identity)
    address = Unicode()
    home = Unicode()
    left = Float()
    unused = Float()
    queue = Instance(KernelQueue)
    """A kernel starts when its turn has come here."""
    starting = Instance(asyncio.Semaphore)
    """Kernels start a few at a time. If a whole class comes in together, other pages are still answered meanwhile."""
    stopping = False
    for_members = False
    """Whether members of cohorts may have kernels."""
    errors_shown: set[str] = Set()  # type: ignore[assignment]
    """The kernels of people who are shown the details of errors, because they facilitate."""
    _shown: dict[str, bool] = Dict()  # type: ignore[assignment]
    _begun: dict[str, "asyncio.Future[None]"] = Dict()  # type: ignore[assignment]
    _ending: dict[str, "asyncio.Future[None]"] = Dict()  # type: ignore[assignment]

    @default("starting")
    def _few_at_a_time(self) -> asyncio.Semaphore:
        return asyncio.Semaphore(STARTING)

    @default("kernel_manager_class")
    def _our_kernel(self) -> str:
        return f"{__name__}.{CourseKernel.__name__}"

    def kernel(self, kernel_id: str) -> CourseKernel:
        """Return a running kernel."""
        return cast("CourseKernel", self.get_kernel(kernel_id))

    def allowed(self, is_host: bool) -> bool:  # noqa: FBT001 (whom it is about)
        """Whether the host, or a member of a cohort, may have kernels. All of them run as the server's account."""
        return is_host or self.for_members

    def key_of(self, kernel_id: str) -> bytes | None:
        """Return the connection key of a running kernel."""
        kernel = self._kernels.get(kernel_id)
        return bytes(kernel.session.key) if kernel is not None else None

    async def begin(self, kernel_id: str, viewer: Viewer) -> CourseKernel:
        """Start the kernel of one page for one viewer. Returns its manager."""
        if self.stopping:
            raise RuntimeError("the server is being stopped")
        self.identity.lend(kernel_id, viewer)
        self._shown[kernel_id] = False
        begun = self._begun[kernel_id] = asyncio.get_running_loop().create_future()
        try:
            await self.start_kernel(kernel_id=kernel_id, kernel_name=SPEC, cwd=self.home, env=self._environment())
            return self.kernel(kernel_id)
        finally:
            self._begun.pop(kernel_id)
            begun.set_result(None)

    async def begun(self, kernel_id: str) -> None:
        """Wait until a starting kernel has started."""
        if kernel_id in self._begun:
            await self._begun[kernel_id]

    def shown(self, kernel_id: str) -> None:
        """Note that the page was shown. From now on, the page decides whether its kernel is needed."""
        self._shown[kernel_id] = True
        if kernel_id in self:
            self.kernel(kernel_id).last_activity = datetime.now(UTC)

    def is_shown(self, kernel_id: str) -> bool:
        """Whether the cells of the page have been run and shown."""
        return self._shown.get(kernel_id, False)

    async def end(self, kernel_id: str) -> None:
        """End a kernel if it is still running. A second call waits until the first one is done."""
        if kernel_id in self:
            if kernel_id not in self._ending:
                self._ending[kernel_id] = asyncio.ensure_future(self._end(kernel_id))
            await asyncio.shield(self._ending[kernel_id])
        self.identity.forget(kernel_id)
        self.queue.leave(kernel_id)

    async def _end(self, kernel_id: str) -> None:
        try:
            await ensure_async(self.shutdown_kernel(kernel_id, now=True))  # type: ignore[no-untyped-call]
        finally:
            self._ending.pop(kernel_id)

    async def end_all(self) -> None:
        """End every kernel and start no more. This waits for kernels that are just starting or ending."""
        self.stopping = True
        await asyncio.gather(*self._begun.values(), return_exceptions=True)
        await asyncio.gather(*map(self.end, self.list_kernel_ids()), return_exceptions=True)
        await asyncio.gather(*self._pending_kernels.values(), return_exceptions=True)

    def leave(self, kernel_id: str) -> None:
        """End the kernel soon unless its page comes back, because somebody closed the page or left it."""
        IOLoop.current().call_later(self.left, self._end_if_left, kernel_id)

    def remove_kernel(self, kernel_id: str) -> Any:
        """Forget a kernel that has ended, and for whom it acted."""
        self.identity.forget(kernel_id)
        self._shown.pop(kernel_id, None)
        self.errors_shown.discard(kernel_id)
        self.queue.leave(kernel_id)
        return super().remove_kernel(kernel_id)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel whose page is no longer connected, or has not been used for hours."""
        if not self._shown.get(kernel_id):
            return
        if datetime.now(UTC) - self.kernel(kernel_id).used > timedelta(seconds=self.unused):
            await self.end(kernel_id)
        else:
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call]

    async def _end_if_left(self, kernel_id: str) -> None:
        if not self._kernel_connections.get(kernel_id):
            await self.end(kernel_id)

    def _handle_kernel_died(self, kernel_id: str) -> None:
        kernel = self.kernel(kernel_id)
        super()._handle_kernel_died(kernel_id)  # type: ignore[no-untyped-call]
        IOLoop.current().add_callback(kernel.cleanup_resources)

    def _environment(self) -> dict[str, str]:
        """The environment variables of the server, without those that concern only the server."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DLCOURSE_")}
        profile = str(Path(self.connection_dir) / "ipython")
        return kept | {SERVER: self.address, "IPYTHONDIR": profile}
