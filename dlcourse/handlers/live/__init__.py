"""Live role-plays: opening, entering and leading a session, what happens in its groups, who is there, and its clock."""

from dlcourse.handlers.live import attending, cohort_streams, console, leading, polls, seats, sessions

__all__ = ["attending", "cohort_streams", "console", "leading", "polls", "seats", "sessions"]
