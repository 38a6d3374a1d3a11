"""What the page of one person in a live session says."""

from dlcourse.domain.live.seat_views import FactSource, Holder
from dlcourse.domain.live.settings import Phase

ENTER = "Come in"
DOOR = "Your group is about to play this together. Come in, and you get a seat when everybody is here."
PHASES: dict[Phase, str] = {
    "waiting": "Waiting for the start",
    "preference": "Before the talk",
    "talk": "The talk",
    "decision": "The decision",
    "choice": "A choice to make",
    "outcome": "What came of it",
    "debrief": "Looking back",
}
"""What each phase is called."""
SEAT = "You are {role}. Group {number}."
OBSERVER = "You watch group {number}. Note who speaks, who is asked, and what comes up when."
NO_PLACE = "You are in. {here} so far. Whoever leads deals the seats."
HERE = ("person is here", "people are here")
WITH = "At your table"
CASE = "What it is about"
KNOWN = "What you know"
KNOWN_NOTE = "Only you see this page. Say what you want to say aloud, and tap it here as well, so that it counts."
SOURCES: dict[FactSource, str] = {
    "everyone": "",
    "own": "",
    "dealt": "From somebody who had to leave",
    "heard": "Heard at the table",
    "revealed": "Came up in the story",
}
TOLD_BY = "{name} said it first."
NEW_TO_ME = "New to me"
NEW_TO = "New to {people}."
PEOPLE = "Who is here"
HOLDERS: dict[Holder, str] = {
    "person": "",
    "gone": "not connected",
    "stand-in": "played by the computer",
    "nobody": "empty seat",
}
DECIDES = "decides"
TURNS = ("turn", "turns")
QUIET = "has not spoken"
TALK = "What was said"
SUPPORT = "I support this"
SUPPORTED = "Supported by {people}."
PREFER_NOTE = "Nobody sees it now. Your table sees it in the debrief."
PREFER = "Keep it"
PREFERRED = "Your preference is kept: {option}. {stated} of {players} have stated theirs."
NEXT = "What do you do?"
NEXT_NOTE = "If you talk aloud, say it, then tap it here. If your group is apart, this is how you talk."
SEND = "Say it"
DECIDING = "{name} decides now."
DECIDE_PREFER = "And you: which would you choose now?"
PREFER_AFTER = "{name} decides now. Your preference is kept for the debrief."
CHOOSER = "{name} chooses how it goes on. What would you do?"
CHOSEN_WOULD = "{name} chooses how it goes on. You would do this: {choice}"
YOUR_CHOICE = "You choose how it goes on."
WOULD = "Say what you would do"
CHOOSE_IT = "Choose this"
WOULD_SAY = "{name} would do this: {choice}"
OUTCOME = "{name} decided: {option}."
UNDECIDED = "The group did not decide."
REASON = "The reason:"
CREDITS = "It rests on what {people} knew."
GO_ON = {
    "preference": "We are all done: begin the talk",
    "talk": "We have said everything: decide",
    "outcome": "Look back together",
}
CALL = "Call for help"
CALLED = "Whoever leads knows that you need help."
SHOWN = "Whoever leads the session reads what is tapped and written at your table."
CLOSED = "This session is over."
WAIT = "Wait for the others."
MAP = "How much each knows that not everybody does"
FACTS = ("fact", "facts")
POLL = "A question for everybody"
POLL_SEND = "Answer"
POLL_COUNTS = "What everybody answered"
POLL_FEW = "Too few have answered to show numbers."
POLL_ANSWERED = "You answered: {answer}"
POLL_OWN = "What you wrote is only for you."
WHO_KNEW = "Who knew what, and what came up"
WHO_KNEW_COLUMNS = ("What could be known", "Who knew it", "Said by")
NOT_SAID = "nobody"
MOVED = "How preferences moved"
MOVED_COLUMNS = ("Who", "Before the talk", "After the talk")
STRONGEST = "With everything that all of you knew, the strongest option is: {option}."
COVERAGE = "{voiced} of {all} things that only some of you knew came up."
ENDED = "The story ended with: {end}."
QUESTIONS = "To talk about now"
ROOM = "All groups"
ROOM_LINE = "{option}: {groups}"
GROUPS = ("group", "groups")
