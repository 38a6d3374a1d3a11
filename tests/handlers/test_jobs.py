"""Jobs: one for each topic, in turn, watched, stopped, and ended with the process."""

import threading
from collections.abc import Callable

import pytest

from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError
from dlcourse.handlers.job_threads import AT_ONCE, JobThreads
from dlcourse.handlers.jobs import Job, Jobs
from dlcourse.store import Store
from tests.serving import until


class Far(Value):
    """The progress of a job."""

    steps: int


def waiting(number: int, begun: list[int], go_on: threading.Event) -> Callable[[Job], None]:
    """A job that reports that it has begun, and waits."""

    def doing(_: Job) -> None:
        begun.append(number)
        go_on.wait(20)

    return doing


def test_one_work_for_a_topic(store: Store) -> None:
    """While a job runs, starting another for the same topic does nothing; afterwards it does."""
    jobs, go_on, begun = Jobs(store, lambda _: "ann"), threading.Event(), list[int]()
    for number in range(2):
        jobs.begin("topic", waiting(number, begun, go_on))
    until(lambda: begun)
    go_on.set()
    until(lambda: jobs.work("topic") is None or None)
    assert begun == [0]
    jobs.begin("topic", lambda work: begun.append(2))
    until(lambda: len(begun) == 2 or None)


def test_news_goes_to_whoever_watches(store: Store) -> None:
    """Watchers of this topic are notified of progress and of the end, until they stop watching."""
    jobs, heard, elsewhere = Jobs(store, lambda _: "ann"), list[object](), list[object]()
    end = jobs.watch("topic", lambda: heard.append(jobs.work("topic")))
    jobs.watch("other", lambda: elsewhere.append(1))
    jobs.begin("topic", lambda work: work.advance(Far(steps=3)))
    until(lambda: heard and heard[-1] is None)
    first = heard[0]
    assert isinstance(first, Job)
    assert first.progress == Far(steps=3)
    end()
    before = len(heard)
    jobs.begin("topic", lambda work: work.advance(Far(steps=4)))
    until(lambda: jobs.work("topic") is None or None)
    assert len(heard) == before
    assert elsewhere == []


def test_works_take_turns(store: Store) -> None:
    """The number of running jobs is limited; a waiting one can be stopped as well."""
    jobs, go_on, begun = Jobs(store, lambda _: "ann"), threading.Event(), list[int]()
    for number in range(AT_ONCE + 1):
        jobs.begin(f"topic-{number}", waiting(number, begun, go_on))
    until(lambda: len(begun) == AT_ONCE or None)
    (last,) = set(range(AT_ONCE + 1)) - set(begun)
    work = jobs.work(f"topic-{last}")
    assert work
    assert work.progress is None
    jobs.stop(f"topic-{last}")
    until(lambda: last in begun or None, 5)
    go_on.set()
    until(lambda: not any(jobs.work(f"topic-{n}") for n in range(AT_ONCE + 1)) or None)


def test_a_full_queue_refuses_in_words(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    """While as many jobs wait as may wait, another one is refused; a job that fails leaves its turn to the next."""
    jobs, go_on, begun = Jobs(store, lambda _: "ann", JobThreads(1, 2)), threading.Event(), list[int]()
    jobs.begin("topic-0", waiting(0, begun, go_on))
    until(lambda: begun)

    def fail(_: Job) -> None:
        raise SystemExit("on purpose")

    jobs.begin("topic-1", fail)
    jobs.refuse_if_full()
    jobs.begin("topic-2", waiting(2, begun, go_on))
    for refused in (jobs.refuse_if_full, lambda: jobs.begin("topic-3", fail)):
        with pytest.raises(CourseError, match="waiting already"):
            refused()
    assert jobs.work("topic-3") is None
    go_on.set()
    until(lambda: begun == [0, 2] or None)
    assert "A job failed" in caplog.text


def test_closing_stops_every_work(store: Store) -> None:
    """When the process ends, all jobs are asked to end, and they do."""
    jobs, ends = Jobs(store, lambda _: "ann"), list[bool]()

    def wait(work: Job) -> None:
        until(lambda: work.stopped() or None)
        ends.append(True)

    jobs.begin("topic", wait)
    jobs.close()
    assert ends == [True]
