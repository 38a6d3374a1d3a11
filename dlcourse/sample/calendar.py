"""When the made-up cohort did what: the days of its sessions, and a clock that is set to them."""

from datetime import UTC, date, datetime, time, timedelta

DAYS = {
    "00-start-here": 0,
    "01-what-it-is": 3,
    "02-everyone-is-an-expert": 7,
    "03-the-reading-gap": 14,
    "04-ground-rules": 21,
    "05-stretched-over": 24,
    "06-reciprocity": 28,
    "07-a-better-way": 35,
    "08-open-practice": 42,
    "09-many-decisions-one-result": 46,
    "10-your-plan": 51,
}
"""The days of the sessions, counted from the first one: eight weeks."""
TODAY = 48
"""Which of these days today is: the last session is still to come."""
MORNING = time(8)
TURN = timedelta(minutes=25)
"""The time between two people's beginning with a session."""


class SampleClock:
    """A clock that is set to any moment; each look at it takes some seconds, so that no two events have one time."""

    def __init__(self, now: datetime) -> None:
        """``now`` is the moment that becomes the present; the clock never goes beyond it."""
        self._end = now
        self._now = self._start = datetime.combine(now.date() - timedelta(TODAY), MORNING, UTC)

    def __call__(self) -> datetime:
        """The time now."""
        self._now = min(self._end, self._now + timedelta(seconds=7))
        return self._now

    def turn(self, day: int, place: int) -> None:
        """Go on to the day, to the turn of whoever has this place; the clock never goes back."""
        self.go_on(self._start + timedelta(day) + place * TURN)

    def go_on(self, moment: datetime) -> None:
        """Go on to this moment, if it is still to come."""
        self._now = max(self._now, min(moment, self._end))

    def day(self, number: int) -> date:
        """The date of a day of the cohort."""
        return (self._start + timedelta(number)).date()
