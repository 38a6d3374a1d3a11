"""What is said of the figures of a whole room, beside the published ones."""

TITLE = "What the groups found out"
BACK = "Console"
NOTHING = "No group has finished yet. The figures appear when the first one has."
STEP = "{at} of {all}"
FORWARD, BACKWARD = "Next", "Previous"
KEYS = "The arrow keys and a clicker also turn the pages."

DECIDED_TITLE = "What the groups decided"
ALL_GROUPS = "The groups"
GROUPS_DECIDED = "{count} of {all}"
UNDECIDED = "Did not decide"
BEST, DECOY = "best with all facts", "looked best at first"
PUBLISHED_TITLE = "In published experiments"
FULL = ("Everybody knew everything: chose the best option", 83)
DIVIDED = ("Facts were divided: chose the option that looked best at first", 71)
SOURCE = "Stasser and Titus, 1985, as reviewed in 2003"

SURFACED_TITLE = "What came to the table"
SURFACED = "Facts that few knew and that were said (median)"
SURFACED_TEXT = "{percent}%"
DOUBTED = "Groups in which somebody asked for doubts"
REVIEW = (
    "In 65 studies with 3,189 groups, groups whose facts were divided were eight times less likely to find the best "
    "option than groups in which everybody knew everything (Lu, Yuan and McLeod, 2012)."
)

ENDS_TITLE = "Where the stories ended"

TALK_TITLE = "Talk about it together"
TALK = (
    "Which fact came late, or not at all? Who knew it?",
    "What did somebody say or ask that brought it out?",
    "Where at work does this happen to us, and what will we ask next time?",
)

FEW = 20
"""With fewer groups than this, the figures are called an illustration."""
ILLUSTRATION = (
    "{groups} cannot prove anything. Take the figures as an illustration, and the published ones as the evidence."
)
CAVEAT = "The groups were not drawn at random, so the published figures are the evidence, and these an illustration."
