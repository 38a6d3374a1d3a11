"""Role-plays: scenarios, tables, scripted colleagues, debriefs, and the map of paths: the commands and queries."""

from dlcourse.handlers.roleplay import plays, portfolio, studio

__all__ = ["plays", "portfolio", "studio"]
