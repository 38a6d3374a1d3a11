"""What the page says on which live sessions are opened."""

from collections.abc import Mapping
from types import MappingProxyType

from dlcourse.domain.live.console_views import LiveStatus
from dlcourse.domain.live.settings import Absence, Leftover, Pacing, Phase
from dlcourse.pages.words import counted

TITLE = "Live role-plays"
LEAD = (
    "Everybody in the cohort plays on a phone or laptop of their own, in groups, at the same time. Open a session, "
    "show the join code, and start when people are here."
)
BACK = "The cohort"
SESSIONS, NO_SESSIONS = "Sessions that are open", "No session is open. Open one below."
ENDED = "Sessions that have ended"
OPEN_ONE, OPEN = "Open a session", "Open the session"
JUST_OPENED, TO_CONSOLE = "The session is open. People find it on their home page.", "Go to its console"
OPENED = "Opened on {day}."
STATES: dict[LiveStatus, str] = {
    "open": "Not started yet, {people} here.",
    "started": "Under way with {people} in {groups}.",
    "closed": "Ended, with {people} in {groups}.",
}

SCENARIO, CHOOSE_SCENARIO = "Scenario", "Choose a scenario"
SCENARIO_ABOUT = "{kind}, {roles}, about {minutes}."
HIDDEN = "Facts are divided among the roles"
MANIFEST = "Everybody knows what matters from the start"
BRANCHING = "A story with choices"
GROUP_SIZE, ONE_EACH = "People in a group", "One for each role"
PACING = "Who moves a group on"
PACINGS: Mapping[Pacing, tuple[str, str]] = MappingProxyType(
    {
        "facilitator": ("You", "A group goes on to its next phase when you say so. The clock only shows the time."),
        "group": ("Each group itself", "A group goes on when it is ready or its time is up. You can still move it on."),
    }
)
PLAN = "What the groups know"
PLANS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "hidden": ("As the scenario says", "Every group plays it as it was written."),
        "map": (
            "As the scenario says, with a map of who knows what",
            "Everybody sees how many facts each role has that others do not have, but not what they are.",
        ),
        "manifest": ("Everybody knows everything", "Nothing is hidden: each role has every fact from the start."),
        "hidden-map": (
            "Every second group gets a map of who knows what",
            "You can compare afterward. You can also change it for single groups before the start.",
        ),
        "hidden-manifest": (
            "In every second group everybody knows everything",
            "You can compare afterward. You can also change it for single groups before the start.",
        ),
    }
)
MORE = "Timers, absent people and leftover people"
PHASE_MINUTES: Mapping[Phase, tuple[str, int]] = MappingProxyType(
    {
        "preference": ("Time for the first preference", 3),
        "talk": ("Time to talk", 15),
        "decision": ("Time to decide", 3),
        "choice": ("Time for each choice in a story", 4),
        "outcome": ("Time to read what came of it", 2),
    }
)
"""What each timer is called, and its usual minutes."""
LEFTOVER = "If there are people left over"
LEFTOVERS: Mapping[Leftover, str] = MappingProxyType(
    {
        "observe": "They observe a group",
        "smaller-groups": "Some groups are smaller",
    }
)
ABSENCE = "If somebody is gone, or a seat is empty"
ABSENCES: Mapping[Absence, tuple[str, str]] = MappingProxyType(
    {
        "stand-in": ("A scripted colleague plays the role", "Whoever comes back gets the seat back."),
        "re-deal": ("The others get the facts of that role", "Whoever comes back gets the seat back."),
    }
)
GONE_AFTER = "When somebody counts as gone"
GONE: Mapping[str, str] = MappingProxyType(
    {
        "30": "After half a minute without a connection",
        "60": "After a minute",
        "120": "After two minutes",
        "300": "After five minutes",
    }
)


def minutes(count: int) -> str:
    """So many minutes, or that there is no timer."""
    return counted(count, "minute", "minutes") if count else "No timer"


def people(count: int) -> str:
    """How many people."""
    return counted(count, "person", "people")
