"""Who the learner is, the self-check, the sorting exercise, and situations to judge: the commands and queries."""

from dlcourse.handlers.selfcheck import (
    check_again,
    judgment,
    measures,
    place_figures,
    portfolio,
    readiness,
    room_questions,
    sorting,
)

__all__ = [
    "check_again",
    "judgment",
    "measures",
    "place_figures",
    "portfolio",
    "readiness",
    "room_questions",
    "sorting",
]
