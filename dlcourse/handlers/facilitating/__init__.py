"""Leading a session with a group: the commands and queries."""

from dlcourse.handlers.facilitating import guides, home, presenting, runs

__all__ = ["guides", "home", "presenting", "runs"]
