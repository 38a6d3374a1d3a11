"""Scrutiny rounds, and a practice of one's own: the commands and queries."""
