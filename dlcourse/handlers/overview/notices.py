"""Tells those who lead a cohort that something changed in it, no more often than somebody can look."""

from dlcourse.handlers.paced_notice import PacedNotice
from dlcourse.handlers.registry import Notice, notes_watchers
from dlcourse.store import Store


@notes_watchers("overview")
def follow_overview(topic: str, person: str, store: Store, notice: Notice) -> tuple[Notice, Notice]:  # noqa: ARG001 (all see the same)
    """Pace the notices of somebody who watches the overview of a cohort."""
    paced = PacedNotice(notice)
    return paced, paced.end
