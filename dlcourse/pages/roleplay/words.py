"""The words of the role-play page."""

SEAT_NOTE = "The others are played by scripted colleagues. Each seat knows something the others do not."
BEGIN_STORY = "Begin the story"
ATTEMPT_ELSEWHERE = "“{title}”, attempt {number}"
WHICH_SEAT = "Which seat do you take?"
YOUR_ATTEMPTS = "Your attempts"
FROM_ATTEMPT = "from attempt {source}"
COMPARE_LEGEND = "Set two attempts side by side"
COMPARE_FIRST = "First"
COMPARE_SECOND = "Second"
COMPARE = "Compare"
COMPARISON = "Two attempts side by side"
ALL_ATTEMPTS = "All attempts"
PARTING = "From here on the two attempts differ"
DIFFERENT_CASES = "These are two different cases."
DIFFER_AT_ONCE = "They differ from the first move on."
SAME_FIRST_MOVE = "Your first move is the same."
SAME_FIRST_MOVES = "Your first {moves} moves are the same."
NO_DECISION = "No decision in this case"
VOICED_OF_ALL = "{voiced} of {all}"
MINUTES_OF_ALL = "{used} of {all}"
NOBODY = "Nobody"
TAKE_THIS_SEAT = "Take this seat"
DECIDES = "Decides"
ATTEMPT_COLUMN = "Attempt"
SEAT_COLUMN = "Seat"
DECISION_COLUMN = "Decision"
OUTCOME_COLUMN = "How it ended"
BEGUN_COLUMN = "Begun"
LOOK_AT_ATTEMPT = "Look at attempt {number}"
GO_ON_WITH_ATTEMPT = "Go on with attempt {number}"
ATTEMPT = "Attempt {number}"
NOT_ENDED_YET = "Not ended yet"
ATTEMPT_SEAT = "Attempt {number}: {seat}"
SEEN_BY = "Attempt {number}, seen by {seat}"
PRINT_THIS_PAGE = "Print this page"
END_AND_DECISION = (
    "This is how it ended. The end depends on the decision and on what was chosen after it. How good the decision was "
    "is a separate question, which the next section answers."
)
STAKES = "The principles at stake"
QUESTIONS = "Questions to think or talk over"
STORY = "The play from the beginning"
STORY_NOTE = "You can go back to any of your own moves and try another way. This attempt stays as it is."
TRY_AGAIN = "Try again from here, as a new attempt"
PLAY_AGAIN = "Play it again"
PLAY_AGAIN_NOTE = "From any seat, as a new attempt"
AT_STAKE_IN = "In: {scenes}"
AT_STAKE_ANYWAY = "In the case itself"
MINUTES_LEFT = "{left} of {minutes} of talk left"
CONVERSATION = "What was said and done"
GOES_ON = "Your new attempt goes on from here. The earlier attempt stays as it is."
GOES_ON_AT = "Your new attempt goes on from here, with minute {minute}. The earlier attempt stays as it is."
PREFER_HEADING = "Before anyone speaks"
TALK_TIME_LEFT = "Talk time left"
HEARD_FROM = "From {by}, minute {minute}"
SAID_BY_YOU = "Said by you, minute {minute}"
GAUGE_VALUE = "{value} of {max}"
SETTING = "What the case is about"
HAVE_READ_CASE = "I have read the case"
TO_THE_BEGINNING = "I have read how it begins"
READ_FACTS = "Read what you know"
HAVE_READ_FACTS = "I have read what I know"
HAVE_READ_SCENE = "I have read the scene"
SHOW_FACTS = "What you know"
HIDE_FACTS = "Close"
PEOPLE = "Who is at the table"
FACTS = "What you know"
GAUGES = "How things stand"
DECIDES_THIS = "We do this: {option}."
FACT_SHARED = "Everybody knew this"
LEANS = "leaning toward an option"
FACT_NEW = "New to the table"
FACT_SAID = "Said before"
TO_ONE = "to {name}"
TO_EVERYONE = "to everyone"
BY_YOUR_CHOICE = "by your choice"
YOU_NAMED = "You, {name}"
PREFER_NOTE = "Read what you know first. Nobody sees your answer; you will meet it again at the end."
DECIDE_NOTE = "You answer for it, so you give a reason. You can also name the people whose knowledge you used."
CLOSE_NOTE = "{decider} decides on what was said at the table. Your preference is kept for the debrief."
WHICH_NOW = "Which would you choose now?"
WHOM = "Whom?"
WHICH_OPTION = "Which option?"
OWN_WORDS = "In your own words, if you like"
WHICH_FACT = "What?"
PREFER_SUBMIT = "Keep it and begin the talk"
NEXT_MINUTE = "Your next minute"
NEXT_MINUTE_NOTE = "Asking, sharing a fact or saying your preference takes one minute. Answers take no time."
TAKE_THE_MINUTE = "Use this minute"
WAYS = {
    "expertise": "Ask one person",
    "open": "Ask everyone",
    "dissent": "Ask for doubts",
    "closed": "Ask for agreement",
    "rank": "Hear everyone in order of rank",
    "share": "Share a fact",
    "idea": "Say your preference",
}
"""The ways to spend a minute, short enough to stand side by side."""
WAY_HINTS = {
    "expertise": "You ask one person what they know.",
    "open": "You ask everyone what they have seen.",
    "dissent": "You ask what speaks against the way you are leaning.",
    "closed": "You ask everyone to agree on an option.",
    "rank": "Everyone speaks in turn, the most senior first.",
    "share": "You tell everyone something that you know, or come back to what somebody told, and say whose it is.",
    "idea": "You say which option you are leaning toward.",
}
"""What each way does, as a sentence."""
DECIDE_HEADING = "Your decision"
DECIDE = "Decide"
CLOSE_HEADING = "Before the decision"
CLOSE_SUBMIT = "Keep it and let {decider} decide"
CHOOSE_SUBMIT = "Go this way"
DECIDE_NOW = "Decide now"
CLOSE_THE_TALK = "Close the talk"
FACTS_OWN = "Only some know this"
FACTS_HEARD = "Heard at the table: come back to it"
FACTS_SHARED = "Everybody knows this"
SAID_ALREADY = "Said already"
WHICH_DECISION = "What do you decide?"
WHOSE_KNOWLEDGE = "Whose knowledge do you use?"
YOUR_REASON = "Your reason"
YOUR_REASON_HINT = "Needed. One sentence is enough."
BACK_TO_TALK = "Back to the talk"
HIDDEN_BESIDE_MANIFEST = (
    "Both cases have the same number of people, options and facts, and all that anybody knew adds up to the same. In "
    "“{manifest}” what everybody knew pointed to the strongest option from the start, so a talk about what all know "
    "does no harm. In “{hidden}” it pointed elsewhere: only what single people knew could turn the decision. If the "
    "same way of talking succeeded in the one and failed in the other, the people were not worse: the knowledge lay "
    "differently. From inside the room the two look alike. That is why it pays to ask even when all seem to agree."
)
SINCE = {
    "own": "You know this, and not everybody does",
    "heard": "Heard at the table",
    "revealed": "This came to light",
    "everyone": "Everybody knew this from the start",
}
MANNERS = {
    "hesitates": (
        "hesitates, and may say more if asked again",
        "holds something back for now",
        "has more to tell, but waits",
        "begins to speak, then lets others go first",
        "would say more after a different question",
        "looks as if there were more to say",
        "still keeps something back",
        "is not ready to say it yet",
    ),
    "agrees": ("agrees",),
    "passed_over": ("sounds disappointed",),
}
"""How a colleague says something without a fact, in turn. Whoever hesitates has something left to tell."""
SAYS_NOTHING = "says nothing"
LAST = "has now told everything"
CHOOSE = "Choose…"
TIME = "About {minutes} in all"
TIME_WITH_TALK = "About {minutes} in all, {talk} of talk at the table"
WAYS_OPEN = ("way is open", "ways are open")
CHOOSE_YOURSELF = "What happens next? {ways}. You choose."
CHOOSE_FOR = "What happens next? {ways}. {name} has to act now, and you choose what {name} does."
CHOOSE_FOR_NOTE = "From here on you follow the case through several people. You choose for whoever has to act."
DECIDES_ON_CREDIT = "We do this: {option}. It rests on what {people} told us."
VOICED_ROW = "Facts that only some knew and that came to the table"
FOCUS_ROW = "Share of all mentions that were such facts"
REGRET_ROW = "Points behind the strongest option"
MINUTES_ROW = "Minutes of talk used"
HEARD_ROW = "Whose own knowledge was heard"
BY_A_CHOICE = "by a choice at this table"
PREFER_NOTE_TOGETHER = (
    "Read what you know first. Your answer stays private until the debrief, which shows it to everybody at the table."
)
WAIT_FOR_CHOICE = "{people} chooses what happens next. You will see the choice here."
WAIT_FOR_DECISION = "You have closed the talk. {people} decides; you will see the decision here."
WAIT_FOR_ONE = "You have closed the talk. The decision comes once {people} has closed it, too."
WAIT_FOR_SOME = "You have closed the talk. The decision comes once {people} have closed it, too."
TRACED = "Role-play"
