"""What the server itself says to people."""

from dlcourse.errors import CourseError

WORDS = {
    "waiting": "The exercise is getting ready…",
    "failed": "This exercise did not start. Everything that was saved is safe.",
    "retry": "Try again",
    "no_script": "The exercises need JavaScript. Allow it for this site, then reload the page.",
    "notes": "Notes for facilitators",
    "home": "Go to the home page",
}

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
    "Close the session pages that you no longer need, in every tab, and reload this one after a moment. "
    "The home page and the role-plays on it still open.",
)
"""What is said while there are `Settings.kernels` kernels already."""
