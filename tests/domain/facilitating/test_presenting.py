"""Where somebody is in a meeting: the slide they showed last, and since when it goes on."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.facilitating.presenting import (
    FORGOTTEN_AFTER,
    Presented,
    RunBegun,
    SlideShown,
    last_begun,
    presented,
)
from dlcourse.domain.speech import Event

NOW = datetime(2026, 5, 7, 12, tzinfo=UTC)
EVENTS = st.lists(
    st.one_of(
        st.builds(SlideShown, session=st.sampled_from(["a", "b"]), slide=st.integers(0, 9)),
        st.builds(RunBegun, session=st.sampled_from(["a", "b"])),
    )
)


def at(minutes_ago: float, event: Event) -> tuple[Event, str]:
    """An event that happened so many minutes ago."""
    return event, (NOW - timedelta(minutes=minutes_ago)).isoformat()


def test_beginning_shows_the_first_slide_and_starts_the_time() -> None:
    """The slide that was shown last counts, and the time since the meeting was begun last."""
    happened = [
        at(50, SlideShown(session="a", slide=7)),
        at(40, RunBegun(session="a")),
        at(39, SlideShown(session="b", slide=3)),
    ]
    assert presented(happened, "a", NOW) == Presented(0, NOW - timedelta(minutes=40))
    happened.append(at(30, SlideShown(session="a", slide=2)))
    assert presented(happened, "a", NOW) == Presented(2, NOW - timedelta(minutes=40))
    assert presented(happened, "c", NOW) == Presented()
    assert last_begun(event for event, _ in happened) == "a"
    assert last_begun([]) == ""


def test_a_meeting_of_yesterday_is_forgotten() -> None:
    """Some hours after the last slide, the first slide is shown again, and the time does not run."""
    long_ago = FORGOTTEN_AFTER.total_seconds() / 60
    happened = [at(long_ago + 9, RunBegun(session="a")), at(long_ago + 1, SlideShown(session="a", slide=5))]
    assert presented(happened, "a", NOW) == Presented()
    happened.append(at(1, SlideShown(session="a", slide=1)))
    assert presented(happened, "a", NOW).slide == 1


@given(EVENTS)
def test_other_sessions_change_nothing(events: list[Event]) -> None:
    """What is presented of one session follows from its own events alone."""
    happened = [at(1, event) for event in events]
    own = [each for each in happened if isinstance(each[0], SlideShown | RunBegun) and each[0].session == "a"]
    assert presented(happened, "a", NOW) == presented(own, "a", NOW)
