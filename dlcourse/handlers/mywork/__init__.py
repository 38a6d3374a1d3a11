"""All of a person's work: export, restore, erase: the commands and queries."""

from dlcourse.handlers.mywork import work

__all__ = ["work"]
