"""Matching expertise to work: teams, plans, the board, and role averages: the numerics."""
