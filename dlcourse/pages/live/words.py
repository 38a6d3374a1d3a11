"""What the pages of live sessions say."""

from dlcourse.domain.live.settings import Phase

ENTER = "Come in"
PHASES: dict[Phase, str] = {
    "waiting": "Waiting for the start",
    "preference": "Your first preference",
    "talk": "Talk",
    "decision": "Decision",
    "choice": "A choice to make",
    "outcome": "What came of it",
    "debrief": "Debrief",
}
"""What each phase is called."""
