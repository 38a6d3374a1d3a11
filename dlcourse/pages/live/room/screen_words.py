"""What the screen for the room says."""

from dlcourse.pages.words import Plural

TITLE = "Screen for the room"
BACK = "Console"
ENDED = "The session has ended. Thank you."
CODE_TITLE = "Come in with your phone"
CODE_NOTE = (
    "Type the join code of your cohort to show it here, large and as a picture to scan. Codes are not stored in a form "
    "that could be read, so the course cannot fill it in. It stays in this tab until you hide it. If you no longer "
    "have the code, make a new one: “Your cohort”, “Lead it”, “New join code”."
)
CODE_LATER = "Show the join code"
CODE_LABEL, CODE_SHOW, CODE_HIDE, CODE_PICTURE = "Join code", "Show it", "Hide the code", "Picture to scan"
CODE_AGAIN = "Joined already? Open the course on your phone: the session is on your home page."
HERE = Plural("{number} person is here", "{number} people are here")
NOBODY = "Nobody is here yet"


def here(count: int) -> str:
    """How many people have come in."""
    return HERE.of(count) if count else NOBODY
