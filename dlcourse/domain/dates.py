"""Days that a person wants to remember, and the calendar file that holds them. Any subject can have some."""

from datetime import date

from dlcourse.domain.speech import Query, Value


class CalendarDate(Value):
    """A day: its title, more about it, and when it was set (ISO 8601). ``id`` stays the same if the day moves."""

    id: str
    on: date
    title: str
    about: str
    at: str


class TakeCalendar(Query):
    """All days that I want to remember, as a calendar file."""
