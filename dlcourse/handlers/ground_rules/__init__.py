"""The aim that people share, and their provisional rules: the commands and the queries."""

from dlcourse.handlers.ground_rules import dates, portfolio, register, room_questions, suggestion, trace

__all__ = ["dates", "portfolio", "register", "room_questions", "suggestion", "trace"]
