"""What the pages about a cohort say."""

from datetime import date

from dlcourse.domain.cohort.messages import CohortRole
from dlcourse.domain.cohort.state import Presence, Status
from dlcourse.pages.words import counted
from dlcourse.pages.words import day as written_day

HOST_TITLE = "Cohorts"
HOST_NOTE = (
    "A cohort is a group that takes the course together, each person with a place of their own. Create one, and people "
    "join it on this computer's address with a code."
)
CREATE, CREATE_NAME, CREATE_HINT = "Create the cohort", "Name of the new cohort", "People see it when they join."

ROLES: dict[CohortRole, str] = {
    "participant": "Participant",
    "facilitator": "Facilitator",
    "co-facilitator": "Co-facilitator",
    "observer": "Observer",
    "host": "Runs the server",
}
ROLE_NOTES = {
    "participant": "Takes the course.",
    "co-facilitator": "Helps to lead: sees what you see, and can rename, remove and readmit participants.",
    "observer": "Looks on, and does nothing in the course.",
}
"""What each role means that facilitators can give."""
OBSERVER = "Observer: you look on, and do nothing in the course yourself"
PRESENCE: dict[Presence, str] = {"here": "", "left": "Has left", "removed": "Removed"}
STATUS: dict[Status, str] = {
    "open": "Open: people can join with the code.",
    "closed": "Closed: nobody else can join. Those who are in go on.",
    "archived": "Archived: its people can still read, download and erase what is theirs, and do nothing new.",
}

LEAVE_NOTE = (
    "From then on nobody in the cohort can see anything of yours, and this device is signed out. Your work stays on "
    "the server, but only a facilitator can let you back in. Download it first, and erase it if you want nothing to "
    "stay."
)
REVIEWERS_NOTE = "They can read what you share with “my reviewers”, and nothing else."
WITNESS = "Promises and their witnesses"
WITNESS_NOTE = "Ask somebody to be the witness of a promise, and see what others ask of you."
PHRASE_TITLE = "Go on at another device"
PHRASE_ASK = (
    "With a phrase of six words you come in on any device. If you no longer have yours, make a new one here. The old "
    "one then stops working."
)
PHRASE_NOTE = "Write it down now: it is shown only once. Whoever has it comes in as this person."
CODE_TITLES = {"join": "Join code", "facilitator": "Facilitator key"}
CODE_NOTES = {
    "join": "People scan the picture, or open the address and type the code, and write their name. They need no key. "
    "Write the code down: it is shown only now, and you type it where you show it to the room. You can make a new one "
    "at any time, and the old one then stops working.",
    "facilitator": "Whoever joins with this key leads the cohort. Give it only to people who lead it with you. It is "
    "shown only now.",
}
CODES_NOTE = (
    "Codes are stored in a form that nobody can read, so an old one cannot be shown again. A new one ends the old one; "
    "people who are in stay in."
)
ARCHIVE_NOTE = "Its people can then read, download and erase what is theirs, and do nothing new. You can reopen it."
LIVE = "Live role-plays"
REPORT = "Report"
REPORT_NOTE = "What was done, and by how many, as a file; attendance by name; signing people off."
LIVE_NOTE = "Everybody plays at the same time, in groups, on a phone or laptop of their own."
CALENDAR_NOTE = "Everybody in the cohort sees these days, and finds them in their calendar file."
VERSIONS = "Sessions that you have edited"
VERSIONS_NOTE = (
    "You have changed these notebooks in your course folder. The cohort sees the course's version until you show it "
    "yours. Cells with code of your own stay closed to members, unless the course was started with --member-kernels."
)
VERSION_SHOWN = {
    False: ("The cohort sees the course's version.", "Show my version"),
    True: ("The cohort sees your version.", "Show the course's version"),
}
"""Whether the cohort sees the host's copy of a session, and what can be done about it."""
NO_DAY = "No day set"
NO_NAME = "No name"


def people(count: int) -> str:
    """How many people."""
    return counted(count, "person", "people")


def day(on: date | None) -> str:
    """A day, or that none is set."""
    return written_day(on.isoformat()) if on else NO_DAY
