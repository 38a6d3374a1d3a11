"""How people in various roles share responsibility: the commands and the queries."""

from dlcourse.handlers.responsibility import portfolio, register, suggestion

__all__ = ["portfolio", "register", "suggestion"]
