"""Leading a session with a group: the commands and queries."""

from dlcourse.handlers.facilitating import home, presenting, runs

__all__ = ["home", "presenting", "runs"]
