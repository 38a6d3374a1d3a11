"""Role-plays: scenarios, tables, scripted colleagues, debriefs, and the map of paths: the commands and queries."""

from dlcourse.handlers.roleplay import all_plays, briefs, kit, measures, plays, portfolio, studio, trace

__all__ = ["all_plays", "briefs", "kit", "measures", "plays", "portfolio", "studio", "trace"]
