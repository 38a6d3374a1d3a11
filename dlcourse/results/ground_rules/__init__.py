"""The aim and the ground rules, as a table."""

from dlcourse.results.registry import add_table

add_table("ground_rules", "dlcourse.results.ground_rules.rules")
