"""The self-check, and answers to exercises, as tables."""

from dlcourse.results.registry import add_table

add_table("self_check", "dlcourse.results.selfcheck.levels")
add_table("answers", "dlcourse.results.selfcheck.answers")
