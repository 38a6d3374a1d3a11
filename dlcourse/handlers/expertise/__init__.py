"""A person's own expertise: the commands and queries."""

from dlcourse.handlers.expertise import profile

__all__ = ["profile"]
