"""The problem of practice and its check-ins, as tables."""

from dlcourse.results.registry import add_table

add_table("inquiry", "dlcourse.results.inquiry.parts")
add_table("check_ins", "dlcourse.results.inquiry.check_ins")
