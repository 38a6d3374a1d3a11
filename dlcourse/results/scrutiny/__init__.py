"""What was said about practices, as a table."""

from dlcourse.results.registry import add_table

add_table("scrutiny", "dlcourse.results.scrutiny.said")
