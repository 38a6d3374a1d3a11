"""The calendar file: whole days that a calendar program reads back as they were written."""

from datetime import date, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.dates import CalendarDate
from dlcourse.exports.calendar_file import calendar_file

AT = "2026-11-28T06:00:00+00:00"
TITLES = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\\"), min_size=1
).filter(str.strip)
"""Without a backslash: icalendar 7.3 takes one before an N for the end of a line, also in what somebody wrote."""


@given(TITLES, st.dates(date(2000, 1, 1), date(9000, 1, 1)))
def test_a_day_is_read_back(title: str, on: date) -> None:
    """Whatever its title, a day takes up that day and no other, and has a reminder."""
    made = calendar_file([CalendarDate(id="check-in-30", on=on, title=title, about="More; about, it\nhere", at=AT)])
    (entry,) = icalendar.Calendar.from_ical(made).walk("VEVENT")
    assert str(entry["summary"]) == title
    assert str(entry["description"]) == "More; about, it\nhere"
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (on, on + timedelta(days=1))
    assert len(entry.walk("VALARM")) == 1


def test_the_same_day_keeps_its_id() -> None:
    """A day that moved replaces the earlier one in a calendar, because its id stays the same."""
    first, moved = (CalendarDate(id="a", on=date(2027, 1, day), title="A", about="", at=AT) for day in (1, 2))
    ids = [icalendar.Calendar.from_ical(calendar_file([one])).walk("VEVENT")[0]["uid"] for one in (first, moved)]
    assert ids[0] == ids[1]
