"""What the page of one person in a live session says."""

from dlcourse.domain.live.settings import Phase

ENTER = "Come in"
DOOR_NOTE = (
    "You get a seat in a group, and facts that only your role knows. Your group sees in its debrief which option you "
    "preferred before and after the talk; whoever leads the session does not."
)
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
GROUP, YOU_ARE, OBSERVING = "Group {number}", "You are {role}", "You observe this group"
WAIT_NO_PLACE = "You are in. Whoever leads the session gives everybody a place."
WAIT_PLACED = "You have a place. The facts that only you know come when the session starts."
NOTES: dict[Phase, str] = {
    "waiting": WAIT_PLACED,
    "preference": "Read what you know, then say which option you would choose. Your group sees it in the debrief.",
    "talk": "Talk aloud, and choose “Share a fact” when you tell one. If you are not in one room, say everything here.",
    "decision": "{decider} decides. Say privately what you would choose now.",
    "choice": "{chooser} chooses what happens next. You can say what you would do.",
    "outcome": "The talk is over. The debrief comes next.",
    "debrief": "Now everybody sees who knew what, and what was said.",
}
"""What to do in each phase."""
OBSERVER_NOTES: dict[Phase, str] = {
    "preference": "Everybody at this table reads what they know, and says privately which option they would choose.",
    "talk": "Listen to the talk. You see what was said here, and not what only one person knows.",
    "decision": "Wait for the decision. You see it here.",
    "choice": "Wait for the choice. You see here what happens next.",
}
"""What there is to do for somebody who observes."""
PREFERENCE_KEPT = "Kept: you would choose “{option}”. The talk comes next."
AGAIN_KEPT = "Kept: now you would choose “{option}”. {decider} decides."
YOU_DECIDE, YOU_CHOOSE = "You decide, and you give a reason.", "You choose what happens next."
STATED = "{stated} of {players} have said what they prefer."
SHOWN = "Whoever leads the session has asked to read what is said at your table."
ENDED = "This session has ended."
CALL, CALLED = "Call for help", "You called for help. Only those who lead the session see that."
GO_ON = "Go on"
FACTS, HEARD, KNOWN = "Only some know this", "On the table by now", "Everybody knew this from the start"
WHAT_YOU_KNOW, PEOPLE, SAID = "What you know", "Who is at the table", "What was said"
CASE = "What the case is about"
SHOW_FACTS, HIDE_FACTS = "What you know", "Close"
READ_ON, READ_FACTS, HAVE_READ_FACTS = "Go to the question", "Read what you know", "I have read what I know"
KNOWS_ALONE = "knows {facts} that others do not"
FACT_COUNT = ("fact", "facts")
SHARE, NEW_TO_ME, SUPPORT = "Share", "New to me", "I support this"
SINCE = {"dealt": "From somebody who has gone", "revealed": "It came out in the case"}
"""How one knows a fact, where the list that it is in does not say so."""
HOLDERS = {"person": "", "gone": "Has gone", "stand-in": "A scripted colleague stands in", "nobody": "Nobody"}
"""Who acts for a role."""
YOU, DECIDES = "You", "Decides"
SPOKE, SILENT = "has spoken {times}", "has not spoken yet"
ONCE, TIMES = "once", "{count} times"
SAID_BY = "Said by {role}"
NEW_TO, SUPPORTED = "New to {people}", "Supported by {people}"
PREFER, AGAIN = "Which option would you choose?", "Which option would you choose now?"
KEEP = "Keep it"
SAY, DECIDE = "What do you say?", "Decide"
TELLS = "shares a fact:"
REASON, CREDITS = "Your reason", "Whose knowledge do you use?"
WOULD, WOULD_DO, CHOOSE_THIS = "What would you do?", "{people} would: {choice}", "Go this way"
SAY_IT = "Say it"
OUTCOME, UNDECIDED = "{role} decided: {option}.", "The group did not decide in time."
REASONED = "The reason: {reason}"
ANSWER, HOW_MANY = "Answer", "How many"
YOUR_ANSWER, ONLY_YOU = "Your answer", "Only you can read it."
COUNTS_LATER = (
    "Once the question is closed, you see how many chose each answer, if {fewest} people or more have answered."
)
ROOM = "How the groups decided"
ROOM_COLUMNS = ["Option", "Groups"]
