"""What the pages say by which people come into a cohort."""

from dlcourse.errors import CourseError

JOIN = {
    "title": "Join your cohort",
    "intro": "Your facilitator has a code for you. It has three groups of four letters and digits.",
    "code": "Code",
    "code_note": "Capital or small letters, with or without hyphens.",
    "name": "Your name",
    "name_note": "As your cohort knows you. Your facilitators and the others in your cohort see it.",
    "submit": "Join",
    "privacy": "More about your privacy",
    "again_title": "You have been here before?",
    "again": "On another device, or if this one has forgotten you, come in with your phrase of six words.",
    "phrase": "Your phrase",
    "resume": "Come in with my phrase",
    "key": "You run this course? Open it with its key.",
}
"""The page with the forms."""

ALREADY = {
    "title": "You are in",
    "here": "This browser is signed in to your cohort.",
    "go_on": "Go to the course",
    "other": "Join another cohort as the same person",
    "sign_out_title": "Somebody else uses this device?",
    "sign_out": "Sign out on this device",
    "sign_out_note": "You can come in again with your phrase. Nothing of yours is deleted.",
}
"""What the same page says to somebody who is in already."""

JOINED = {
    "title": "You are in",
    "welcome": "Welcome, {name}.",
    "phrase_title": "Your phrase for another device",
    "phrase_note": "Write down these six words, or take a picture. They bring you back on another device, or if this "
    "one forgets you. They are shown only now. Keep them to yourself: whoever has them comes in as you.",
    "go_on": "Go to the course",
    "live": "To the live role-play",
}
"""The page after joining; ``{name}`` is filled in."""

ENDED = {
    "title": "You are signed out",
    "why": "You left the cohort, or signed out in another window, or somebody who leads the cohort removed you or made "
    "a new phrase for you.",
    "safe": "Nothing of yours was deleted by that. Whoever is out of a cohort is seen by nobody there.",
    "again": "Come in again",
    "how": "You need your phrase of six words, or a code. If neither lets you in, ask whoever leads the cohort.",
    "host": "You run this course?",
}
"""What people read whose session has ended, in place of a page of the course."""

NEAR_ONLY = (
    "This address works only on this computer. So that others in your network can join, start the course with "
    "--host 0.0.0.0; on a server, behind its own name."
)
"""What is said beside a join code that no other device can use."""
TOO_MANY_CODES = CourseError(
    "code", "There were too many wrong codes from your network", "Wait ten minutes, then try again."
)
NO_NAME = CourseError("name", "your name is missing", "Write it as your cohort knows you.")
NO_COHORTS = CourseError("address", "There are no cohorts here", "Open the course with its key.")
"""Where the course is served for one person only."""
