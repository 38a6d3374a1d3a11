"""How single decisions add up: the settings and results of two published models."""
