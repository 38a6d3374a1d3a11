"""What the page of one's cohort's live role-plays says."""

TITLE = "Live, with your cohort"
ALONE = (
    "A cohort can also play this live: everybody has a seat, and a phone or a laptop of their own. If you join a "
    "cohort, the way in appears here."
)
NONE_OPEN = "No live role-play is open now. When whoever leads your cohort opens one, the way in appears here."
OPEN = "A live role-play is open. You get a seat in a group, and facts that only your role knows."
LEAD = "Let your cohort play this live: everybody has a seat, and a phone or a laptop of their own."
OPEN_ONE, OPEN_ONE_NOTE = "Open a live role-play", "You choose the case and the size of the groups first."
ENTER, GO_ON = "Come in: {title}", "Go on: {title}"
STARTED, WAITING = "It has started.", "It has not started yet."
AWAY = "To go there, open the course in a browser. You find it on the home page."
