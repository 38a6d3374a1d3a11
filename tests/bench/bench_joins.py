"""A hall joins at once: ``python -m tests.bench.bench_joins [PEOPLE [SECONDS]]``.

So many people open the page to join and send the form, spread evenly over these seconds, each over a connection of
their own. It prints how long the answers took, and fails if one was an error, or if the slowest hundredth of the forms
took a second or longer. Then one client makes 10,000 guesses, and thirty people behind the same address join all the
same. The processor time of the server tells how much other work of the machine has to do with the result.
"""

import asyncio
import statistics
import sys
import tempfile
import time
import uuid
from pathlib import Path
from urllib.parse import urlencode

import psutil  # type: ignore[import-untyped]
from tornado.httpclient import AsyncHTTPClient, HTTPResponse

from dlcourse.domain.cohort.messages import CreateCohort
from dlcourse.domain.cohort.views import CohortMade
from tests.serving import start


async def hall(address: str, code: str, people: int, seconds: float) -> list[float]:
    """Let everybody join; returns the seconds that each form took."""
    AsyncHTTPClient.configure(None, max_clients=people)
    client = AsyncHTTPClient()

    async def join(number: int) -> float:
        await asyncio.sleep(seconds * number / people)
        page = await client.fetch(f"{address}join")
        assert page.code == 200
        began = time.monotonic()
        answer = await send(client, address, code, f"Person {number}")
        assert answer.code == 200, answer.code
        return time.monotonic() - began

    return list(await asyncio.gather(*map(join, range(people))))


async def guesses(address: str, count: int) -> list[int]:
    """Guess this many codes, fifty at a time; returns the status of each answer."""
    client, found = AsyncHTTPClient(), list[int]()
    for _ in range(count // 50):
        code = "BBBB-BBBB-BBBB"
        answers = await asyncio.gather(*(send(client, address, code, "Eve") for _ in range(50)))
        found += [answer.code for answer in answers]
    return found


async def send(client: AsyncHTTPClient, address: str, code: str, name: str) -> HTTPResponse:
    """Send the form to join."""
    body = urlencode({"code": code, "name": name, "ask": uuid.uuid4().hex})
    return await client.fetch(f"{address}join", method="POST", body=body, raise_error=False, request_timeout=60)


def main(people: int = 500, seconds: float = 10) -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory() as home:
        served = start(Path(home) / "course")
        made = served.course().do(CreateCohort(id=uuid.uuid4().hex, cohort=uuid.uuid4().hex, name="Hall"))
        assert isinstance(made, CohortMade)
        server, began = psutil.Process(served.process.pid), time.monotonic()
        used = sum(server.cpu_times()[:2])
        took = sorted(asyncio.run(hall(served.address, made.join_code, people, seconds)))
        whole, p99 = time.monotonic() - began, took[int(len(took) * 0.99)]
        sys.stdout.write(f"{people} people in {whole:.1f} s: median {statistics.median(took) * 1000:.0f} ms, ")
        sys.stdout.write(f"99 of 100 under {p99 * 1000:.0f} ms, slowest {took[-1] * 1000:.0f} ms\n")
        sys.stdout.write(f"processor time of the server: {sum(server.cpu_times()[:2]) - used:.1f} s\n")
        statuses = asyncio.run(guesses(served.address, 10_000))
        counts = {status: statuses.count(status) for status in sorted(set(statuses))}
        sys.stdout.write(f"10,000 guesses: {counts} in {time.monotonic() - began - whole:.1f} s\n")
        late = asyncio.run(hall(served.address, made.join_code, 30, 1))
        sys.stdout.write(f"30 people behind the same address joined after that, the slowest in {max(late):.1f} s\n")
        served.stop()
        assert p99 < 1
        assert 200 not in counts


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
