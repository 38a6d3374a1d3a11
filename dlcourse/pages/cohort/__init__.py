"""Cohorts: the page for those who lead one, the page for its members, and what people are told about their privacy."""
