"""Writes documents that people take out of the course. They are made from domain values and never read back."""
