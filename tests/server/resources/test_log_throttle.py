"""A log that stays readable: a bounded number of lines about each cause."""

import io
import logging

from dlcourse.server.resources.log_throttle import LINES, SECONDS, LogThrottle, throttle


def test_one_cause_gets_a_few_lines_a_minute_and_another_its_own() -> None:
    """The next line after a minute says how many were left out; a different place in the code is not affected."""
    now, written = 0.0, io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(LogThrottle(lambda: now))
    log = logging.Logger("throttled")
    log.addHandler(handler)

    def again() -> None:
        log.warning("the disk is full: %s", "again")

    for _ in range(LINES + 7):
        again()
    log.warning("something else")
    assert written.getvalue().splitlines() == ["the disk is full: again"] * LINES + ["something else"]
    now = SECONDS
    again()
    assert written.getvalue().splitlines()[-1] == "the disk is full: again (7 more like this were left out)"


def test_a_handler_is_throttled_once() -> None:
    """Starting a second server in one process filters nothing twice."""
    handler = logging.StreamHandler()
    throttle([handler, handler, None])
    throttle([handler])
    assert len(handler.filters) == 1
