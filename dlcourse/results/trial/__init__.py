"""Controlled trials, and what was measured in them, as tables."""

from dlcourse.results.registry import add_table

add_table("trials", "dlcourse.results.trial.trials")
add_table("trial_readings", "dlcourse.results.trial.readings")
