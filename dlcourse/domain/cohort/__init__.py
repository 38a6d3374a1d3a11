"""Cohorts: people who take the course together, their roles, how they get in, and who may read what: the rules."""
