"""The problem of practice and the improvement plan: the commands and queries."""

from dlcourse.handlers.inquiry import dates, plan, portfolio, summary

__all__ = ["dates", "plan", "portfolio", "summary"]
