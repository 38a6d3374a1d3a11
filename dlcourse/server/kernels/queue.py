"""How many kernels there is room for, and who waits for one: first come, first served."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable


class KernelQueue:
    """The kernels that run, by name, and the line of those that wait for room. Use it from one event loop."""

    def __init__(self, most: int) -> None:
        """``most`` kernels have room at once."""
        self._most = most
        self._inside: set[str] = set()
        self._queue: deque[tuple[str, asyncio.Future[None]]] = deque()

    async def enter(self, name: str, waiting: Callable[[], Awaitable[None]]) -> None:
        """Return when the kernel ``name`` may run; it counts until `leave`. ``waiting`` is called if it has to wait.

        If the waiting is canceled, the kernel does not count.
        """
        if len(self._inside) < self._most and not self._queue:
            self._inside.add(name)
            return
        turn = asyncio.get_running_loop().create_future()
        self._queue.append((name, turn))
        try:
            await waiting()
            await turn
        except BaseException:
            self._queue = deque(entry for entry in self._queue if entry[1] is not turn)
            self.leave(name)
            raise

    def leave(self, name: str) -> None:
        """Stop counting this kernel, if it was counted, and let in the next one in line."""
        self._inside.discard(name)
        while self._queue and len(self._inside) < self._most:
            name, turn = self._queue.popleft()
            if not turn.done():
                self._inside.add(name)
                turn.set_result(None)
