"""Shared responsibility and the accountability trace, as tables."""

from dlcourse.results.registry import add_table

add_table("responsibility", "dlcourse.results.responsibility.parts")
add_table("trace", "dlcourse.results.responsibility.trace")
