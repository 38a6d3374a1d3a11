"""Role-plays: scenarios, tables, scripted colleagues, debriefs, and the map of paths: the pages."""
