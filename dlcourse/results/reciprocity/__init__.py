"""The reciprocity ledger, as a table."""

from dlcourse.results.registry import add_table

add_table("reciprocity", "dlcourse.results.reciprocity.expectations")
