"""The web socket that starts a page's kernel: how many start at a time, and what becomes of those that wait."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from dlcourse.server.kernels.exercise_socket import ExerciseSocket
from dlcourse.server.pages import rendering
from dlcourse.server.pages.cells import CodeCells


class Starts:
    """Kernels that are ready when the test says so; counts how many are starting."""

    def __init__(self) -> None:
        """Nothing has started yet."""
        self.starting, self.stopping = asyncio.Semaphore(2), False
        self.waiting: list[asyncio.Future[None]] = []
        self.begun = 0
        self.errors_shown: set[str] = set()

    async def begin(self, _: str, __: str) -> str:
        """Begin at once, as a process does."""
        self.begun += 1
        return "kernel"

    async def ready(self, *_: Any) -> Any:
        """Wait until the test says that the kernel answers; there is nothing to run."""
        self.waiting.append(asyncio.get_running_loop().create_future())
        await self.waiting[-1]
        return SimpleNamespace(nb=SimpleNamespace(cells=[]), kc=SimpleNamespace(stop_channels=lambda: None))


def socket(starts: Starts) -> ExerciseSocket:
    """A page's socket to a browser that hears nothing."""
    found: Any = ExerciseSocket.__new__(ExerciseSocket)
    found._kernels, found._kernel, found._notebook, found._code = starts, "kernel", None, CodeCells({}, ())
    found._facilitates = False
    found._context = SimpleNamespace(identity=SimpleNamespace(visitor=lambda _: "owner"))
    found.request, found.application = None, SimpleNamespace(settings={"executing": None})
    found._say = quietly
    return found  # type: ignore[no-any-return]


async def quietly(_: dict[str, Any]) -> None:
    """Nobody hears it."""


async def _turns() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def test_a_few_kernels_start_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """When a whole class opens a session, a kernel starts when another one answers, and all of them start."""

    async def run() -> None:
        starts = Starts()
        monkeypatch.setattr(rendering, "ready", starts.ready)
        pages = [asyncio.create_task(socket(starts)._show()) for _ in range(5)]
        for turn in range(5):
            await _turns()
            assert starts.begun == min(5, turn + 2)
            starts.waiting[turn].set_result(None)
        await asyncio.gather(*pages)

    asyncio.run(run())


def test_none_starts_in_a_server_that_is_being_stopped(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Pages that waited for their turn start nothing any more, and the log says nothing of them."""

    async def run() -> None:
        starts = Starts()
        monkeypatch.setattr(rendering, "ready", starts.ready)
        pages = [asyncio.create_task(socket(starts)._show()) for _ in range(3)]
        await _turns()
        starts.stopping = True
        for waiting in starts.waiting:
            waiting.set_result(None)
        await asyncio.gather(*pages, return_exceptions=True)
        assert starts.begun == 2

    asyncio.run(run())
    assert caplog.text == ""
