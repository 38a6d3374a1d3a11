"""The queue for kernels: never more than there is room for, and first come, first served."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from dlcourse.server.kernels.queue import KernelQueue


async def quietly() -> None:
    """Nobody needs to be told."""


@given(
    st.integers(1, 4),
    st.lists(st.tuples(st.sampled_from(["come", "leave", "give up"]), st.integers(0, 9)), max_size=60),
)
def test_there_is_never_more_than_there_is_room_for(most: int, steps: list[tuple[str, int]]) -> None:
    """In whatever order they come, leave or give up, there are never too many, and nobody waits beside a free place."""

    async def run() -> None:
        queue, tasks, inside, came = KernelQueue(most), {}, [], []

        async def stay(number: int) -> None:
            await queue.enter(str(number), quietly)
            inside.append(number)

        for step, number in steps:
            if step == "come" and number not in tasks:
                tasks[number] = asyncio.create_task(stay(number))
                came.append(number)
            elif step == "leave" and number in inside:
                inside.remove(number)
                came.remove(number)
                queue.leave(str(number))
                del tasks[number]
            elif step == "give up" and number in tasks and number not in inside:
                came.remove(number)
                tasks.pop(number).cancel()
            for _ in range(5):
                await asyncio.sleep(0)
            assert sorted(inside) == sorted(came[:most])
        for task in tasks.values():
            task.cancel()

    asyncio.run(run())


def test_who_has_to_wait_is_told_once() -> None:
    """Only where there is no room at once is the person told."""

    async def run() -> None:
        queue, told = KernelQueue(1), []

        async def tell() -> None:
            told.append(True)

        await queue.enter("first", tell)
        waiting = asyncio.create_task(queue.enter("second", tell))
        await asyncio.sleep(0)
        assert told == [True]
        queue.leave("first")
        await waiting

    asyncio.run(run())
