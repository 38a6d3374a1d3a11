"""The log and one's promises, as tables."""

from dlcourse.results.registry import add_table

add_table("log", "dlcourse.results.reflection.log")
add_table("commitments", "dlcourse.results.reflection.commitments")
