"""The words of the page about the portfolio."""

from dlcourse.domain.portfolio.messages import Kind

TITLE = "Your portfolio"
LEAD = "What you choose to show of what you did here, in your own order."
NOTE = (
    "Nothing goes in unless you put it in, and nobody sees this page but you. Whoever you give the document to can "
    "read all that is in it, also what only you can read in the course. What you change there later changes here, too."
)
KINDS: dict[Kind, tuple[str, str, str]] = {
    "entry": (
        "What you wrote",
        "The newest version goes in, never an earlier one.",
        "When you have written something in a session or in your log, it appears here.",
    ),
    "promise": (
        "What you promised",
        "With what became of it.",
        "When you have promised something at the end of a session, it appears here.",
    ),
    "play": (
        "Role-plays",
        "With what the debrief says, and the reason that you gave for a decision.",
        "When you have played a role-play to an end, it appears here.",
    ),
    "plan": (
        "Plans",
        "Who does what, with the names that stand in the plan. Ask those people before you show it to anyone.",
        "When you have had a plan made for a team, it appears here.",
    ),
    "round": (
        "What a round taught you",
        "Your own words at the end of a round; what others said there stays with them.",
        "When you have said to a circle what you learned, it appears here.",
    ),
    "practice": (
        "A practice of your own",
        "What you wrote down, and what you saw in it through other eyes.",
        "When you have written down a practice of your own, it appears here.",
    ),
    "check": (
        "The self-check",
        "The view from your window, then and now, in words.",
        "When you have answered statements of the self-check, it appears here.",
    ),
}
"""For each kind its heading, what of it goes in, and what is said while there is none."""


PRIVATE = "Only you can read this in the course. Whoever gets the document will be able to read it there."
SHARED = "Whoever gets the document will be able to read it."
