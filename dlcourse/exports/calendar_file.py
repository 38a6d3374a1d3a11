"""Writes days to remember as a calendar file (iCalendar, RFC 5545) that any calendar program can open."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from dlcourse.domain.dates import CalendarDate

MEDIA_TYPE = "text/calendar; charset=utf-8"
MAKER = "-//dlcourse//Distributed Leadership//EN"


def calendar_file(dates: Iterable[CalendarDate]) -> bytes:
    """The days as the bytes of an .ics file: one whole-day entry each, with a reminder on that morning."""
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    for each in dates:
        calendar.add_component(_entry(each))
    return bytes(calendar.to_ical())


def _entry(each: CalendarDate) -> Event:
    entry = Event()
    entry.add("uid", f"{each.id}@dlcourse")
    entry.add("dtstamp", datetime.fromisoformat(each.at))
    entry.add("dtstart", each.on)
    entry.add("dtend", each.on + timedelta(days=1))
    entry.add("summary", each.title)
    if each.about:
        entry.add("description", each.about)
    entry.add("transp", "TRANSPARENT")
    entry.add_component(_reminder(each.title))
    return entry


def _reminder(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(hours=8))
    return alarm
