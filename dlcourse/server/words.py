"""What the server itself says to people."""

from dlcourse.domain.curriculum.versions import Version
from dlcourse.errors import CourseError

WORDS = {
    "waiting": "The exercise is getting ready…",
    "failed": "This exercise did not start. Everything that was saved is safe.",
    "failed_why": "This exercise did not start, because its cell in the notebook has a mistake: {why}",
    "cell_failed": "This part of the page could not be run to its end. Everything that was saved is safe.",
    "printed": "What was printed here",
    "picture": "A picture that a cell of the notebook shows",
    "control": "A control that a cell of the notebook shows",
    "traceback": "Details of the error",
    "retry": "Try again",
    "no_script": "The exercises need JavaScript. Allow it for this site, then reload the page.",
    "home": "Go to the home page",
    "lab": "JupyterLab",
}

UNSAVED = {
    "label": "About saving",
    "what": "Nothing can be saved now.",
    "read": "You can still read everything, and take your work along as a file.",
}
"""What every page says while nothing can be written. The reason and the remedy follow."""

VERSION_SAYS: dict[Version, str] = {
    "own": "This is your own version of this notebook, from your course folder.",
    "course": "This is the course's version. You also have a version of your own.",
}
"""Which version is shown, where there are two."""
VERSION_BUTTONS: dict[Version, str] = {"own": "Show my own version", "course": "Show the course's version"}
"""The button for the other version."""

FOR_FACILITATORS = CourseError(
    "facilitator",
    "These notes are for those who facilitate the course",
    "They give away what the cases hide. If you lead the course with a group, choose “I facilitate” on the home page.",
)

PASSING = {
    "label": "About this place",
    "what": "This is a public place, and it does not last.",
    "names": "Write no names and nothing confidential here.",
    "lost": "Within minutes of your leaving, it is thrown away with your work.",
    "take": "Take your work along",
    "idle": "Nothing has been done on this page for {minutes} minutes. Once it is closed, or the computer goes to "
    "sleep, this place may be gone within minutes, and your work with it.",
    "gone": "This place does not answer. If it stays away for a minute, it has been thrown away. Start a new one where "
    "you started this one, and bring your work back from the file that you took along or the copy in this browser.",
    "minutes": 5,
}
"""What every page says on a server that is deleted when nobody uses it.

After ``minutes`` of quiet, ``idle`` is shown.
"""

MADE_UP = {
    "label": "About the people here",
    "what": "Everybody here is made up.",
    "read": "This is a sample cohort, to look around in: no word and no figure is about a real person.",
    "notice": {
        "title": "This course is a sample",
        "lines": (
            "The people of its cohort do not exist. What is said below about people holds for whoever joins them.",
            "A figure about people is shown only for five or more, as in a real cohort, although it protects nobody.",
            "Everything here can be deleted when whoever started it closes the course. Write nothing that you need.",
        ),
    },
}
"""What every page says on a server with a made-up cohort; ``notice`` is for the page about privacy."""

PROBLEMS = {
    403: CourseError(
        "address",
        "The course does not answer requests that were made for another site",
        "Open the address that was shown when the course was started.",
    ),
    404: CourseError("address", "There is no such page in this course", "Choose one from the home page."),
    405: CourseError("address", "This cannot be done here", "Go to the home page."),
    500: CourseError("course", "Something went wrong on our side", "What was saved is safe. Reload the page."),
    503: CourseError("course", "The course is being stopped", "What was saved is safe. Start it again to go on."),
}

FULL = CourseError(
    "session",
    "As many sessions are open as this computer can carry at once",
    "This exercise starts by itself when another session page is closed. If you have some open that you no longer "
    "need, close them.",
)
"""What is said while there are as many kernels as this computer can carry."""

NO_KERNEL = CourseError(
    "session",
    "This part runs a program, and members of a cohort cannot start one here",
    "Everything else on this page works. To see this part, open the notebook in a course of your own.",
)
"""What is said in place of a cell that needs a kernel, to those who have none."""

FROM_ELSEWHERE = CourseError(
    "address",
    "This file can only be saved from a page of the course",
    "Open the course, and go to the page that offers the file.",
)

DOOR = {
    "title": "This course needs its key",
    "private": "What is written here belongs to somebody. The course opens with an address that ends in its key.",
    "window": "Did you start the course on this computer? The window in which you started it shows the address, which "
    "ends in “#key=” and a long word. Copy all of it into this browser.",
    "ask": "Did somebody else start it? Ask them what you need to come in.",
    "label": "The address, or the key alone",
    "open": "Open the course",
    "cohort": "You have the code of a cohort?",
    "join": "Join it here",
}
"""What the page says to people who have not shown the key."""

LOCKED = CourseError(
    "address",
    "This course needs its key",
    "Open the whole address that was shown when the course was started; it ends in #key= and a long word.",
)
WRONG_KEY = CourseError("key", "This is not the key of this course", "Copy the address once more, to its very end.")
TOO_MANY_KEYS = CourseError("key", "There were too many wrong keys", "Wait a minute, then try again.")
