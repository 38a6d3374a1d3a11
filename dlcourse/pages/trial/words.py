"""What the page of the trials says."""

from dlcourse.domain.trial.bench import TrialStage
from dlcourse.domain.trial.messages import TrialDecision, Worse
from dlcourse.pages.words import Plural

TITLE = "Your trials"
LEAD = (
    "Try a better way at a size at which you can afford to be wrong. Plan it here before you begin. Once it has begun, "
    "your prediction is locked."
)
PRIVATE = "Only you can read this, and a colleague whom you ask to watch a trial."
PROBLEM = "Your problem so far"
UNNAMED = "You have not named your problem yet. You can plan a trial now and name the problem later."
DAMAGED = Plural(
    "One trial cannot be read, because the file that holds it is damaged.",
    "{number} trials cannot be read, because the file that holds them is damaged.",
)
STAGES: dict[TrialStage, str] = {
    "planned": "Planned",
    "running": "Running",
    "stopped": "Stopped",
    "ended": "Ended",
    "discarded": "Put away",
}
DECISIONS: dict[TrialDecision, str] = {
    "keep": "We go on with it",
    "change": "We change it and try again",
    "drop": "We leave it",
}
LIMITS: dict[Worse, str] = {"above": "at most {limit}", "below": "at least {limit}"}
PARTS: dict[str, str] = {
    "hypothesis": "What we try, and why",
    "test": "The smallest form",
    "harmed": "Who could be harmed",
    "measure": "What we measure",
    "stop": "Who may stop it",
}
"""The short names of the answers in words."""
PLAN_TITLE = "The plan"
PREDICTION, LIMIT, ON = "We expect", "The limit", "We decide on"
LOCKED = "{expected} (locked)"
READINGS = "What was measured"
READING_SAID = "{day}: {value}"
READING_BREACH = "{day}: {value}, past the limit"
OF_SOMEBODY = "A trial of {name}"
WATCHED_BY = "{name} watches it and can stop it at once."
WATCHER_LEFT = "The colleague whom you asked to watch it has left or only looks on now. You can ask somebody else."
BREACHED = "It went past its limit, and was stopped by that."
BY_RULE = "It was stopped by its stop rule."
TAUGHT = "What it taught"
RESULT = "Expected {expected}, measured last: {value}."
NO_RESULT = "Nothing was measured."
WAITS = "It cannot begin yet: {why}."
ANOTHER_RUNS = "another trial is running"
NOT_TAUGHT = "say first what the last one taught"

PLAN, PLAN_AGAIN, PLAN_ANEW = "Plan a trial", "Plan another trial", "Change the plan"
PLAN_IT, PLANNED = "Save the plan", "The plan is saved. It has not begun yet."
ASKS: dict[str, tuple[str, str]] = {
    "hypothesis": (
        "What do you want to try, what do you expect, and why?",
        "If students talk in pairs first, more of them will write on, because they run out of words, not of ideas.",
    ),
    "test": (
        "What is the smallest form in which you can try it, and for how long?",
        "One class, ten minutes, two weeks.",
    ),
    "harmed": (
        "Who could be harmed or burdened, and what did they say when you asked them?",
        "Quiet students. Two of them said that they would rather choose their own partner.",
    ),
    "measure": (
        "What do you count, and who collects it?",
        "Students out of 24 who write a second paragraph on Friday. Their teacher counts.",
    ),
    "stop": (
        "Who besides you may end it at once, and how would they notice that it should end?",
        "Any of the students. If somebody does not want to come to class because of it.",
    ),
}
EXPECTED_ASK = "Which number do you expect in the end?"
LIMIT_ASK = "Which number is the limit?"
WORSE_ASK = "On which side of the limit is harm?"
WORSE: dict[Worse, str] = {"above": "More than the limit is too much", "below": "Less than the limit is too little"}
ON_ASK = "On which day do you decide?"
ON_HINT = "A reading after that day does not belong to the trial."
START, STARTED = "Begin, and lock the prediction", "It has begun."
START_NOTE = "After this, nobody can change what you expect, the limit or the rule for stopping."
READ, READ_IT, READ_SAID = "Write down a reading", "Save the reading", "The reading is saved."
VALUE_ASK, READ_ON, NOTICED = "How much was it?", "On which day?", "What did you notice besides?"
READ_NOTE = "The limit is {limit}. A reading past it stops the trial at once and for good."
STOP, STOP_IT, STOP_SAID = "Stop it at once", "Stop it", "It is stopped."
STOP_NOTE = "Nobody has to ask first. What was stopped does not begin again."
STOP_WHY = "Why?"
END, END_IT, END_SAID = "End it, and say what it taught", "End it", "It has ended. What it taught is in your log."
END_NOTE = "What it taught goes into your log as well, where only you can read it."
DECIDE_ASK = "What do you decide?"
TAUGHT_ASK = "What did the mistake or the success teach you?"
TAUGHT_HINT = "For example: Pairs help the ones who already speak. The others need the question a day before."
WATCH, WATCH_IT, WATCH_SAID = "Ask a colleague to watch it", "Ask", "They can see it and stop it now."
WATCH_NOTE = "They can read this trial, and they can stop it at once. They cannot change anything else."
WHO, CHOOSE_WHO = "Whom do you ask?", "Choose somebody"
PUT_AWAY = "Put this plan away"

LOG_ASKED = "What did the trial teach?"
"""The question that the entry in the log answers."""
LOG_TRIED, LOG_TAUGHT = "What we tried", "What it taught"

CHART_TITLE = "Measured, expected and the limit"
CHART_SAYS = "The newest reading is {value}, on {day}. Expected: {expected}. Limit: {limit}."
CHART_DRAWN = "{readings} by day, with a line for what was expected and one for the limit."
READING = ("reading", "readings")
CHART_COLUMNS = ("Day", "Measured", "Expected", "Limit", "How it stands")
EXPECTED_LINE, LIMIT_LINE = "Expected", "Limit"
WITHIN_LIMIT, PAST_LIMIT = "Within the limit", "Past the limit"

PAPER_TITLE = "On one page, for a meeting"
PAPER_DOCUMENT = "What we try"
PAPER_ABOUT = "What we expect is written down before we begin. A reading past the limit stops the trial."
PAPER_NONE = "No trial is planned yet."
PAPER_OTHERS, PAPER_OTHER_TABLE = "Other trials", "Where they stand"
PAPER_OTHER_COLUMNS = ("Trial", "Expected", "Limit", "Where it stands", "What it taught")
PAPER_TABLE = "The plan and what came of it"
PAPER_COLUMNS = ("What", "As it was written")
TRACED, YOU, WATCHED = "Trial", "You", "{name} watched it"
CALENDAR_TITLE = "Decide on the trial: {test}"
CALENDAR_ABOUT = "Expected: {expected}. Limit: {limit}. Keep it, change it or leave it, and what did it teach?"
EARLIER = "Trials that are over"
