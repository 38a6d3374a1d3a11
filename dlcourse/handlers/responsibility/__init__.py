"""How people in various roles share responsibility: the commands and the queries."""

from dlcourse.handlers.responsibility import portfolio, register, room_questions, suggestion

__all__ = ["portfolio", "register", "room_questions", "suggestion"]
