"""What the page of the reciprocity ledger says."""

from dlcourse.domain.reciprocity.expectation import Stage
from dlcourse.domain.reciprocity.messages import CapacityKind, ExpectationAnswer, ExpectationOutcome
from dlcourse.pages.words import Plural

TITLE = "What we ask of each other"
LEAD = (
    "Write down one thing that you ask of others, and one thing that is asked of you. It is in force only when "
    "something is given for it, and the other side has accepted it."
)
PRIVATE = (
    "Only you can read what you write down alone. What you ask of somebody in your cohort, the two of you can read."
)
ALONE = "Only you can read this. You write what both sides say. Name roles rather than people."
NONE_YET = "Nothing is written down yet."
DAMAGED = Plural(
    "One expectation cannot be read, because the file that holds it is damaged.",
    "{number} expectations cannot be read, because the file that holds them is damaged.",
)
STAGES: dict[Stage, str] = {
    "asked": "Nothing given yet",
    "offered": "Waiting for an answer",
    "sent-back": "Sent back",
    "declined": "Declined",
    "in-force": "In force",
    "closed": "Closed",
    "withdrawn": "Taken back",
}
LEFT = "Ended, because the other side left"
"""Where an expectation stands that somebody ended after the other side had left."""
CAPACITY: dict[CapacityKind, str] = {"time": "Time", "training": "Training", "example": "Example"}
ANSWERS: dict[ExpectationAnswer, str] = {
    "accepted": "Accepted",
    "sent-back": "Sent back, with a change",
    "declined": "Declined",
}
OUTCOMES: dict[ExpectationOutcome, str] = {"met": "It was met", "partly": "Partly met", "not-met": "It was not met"}
ASKS = "{asker} asks {other}"
UNNAMED = "Somebody"
"""For a role whose words were erased or cannot be read."""
WHAT, GIVEN, LOOK_ON, HELPED, MISSING, CAME_OF_IT, LEARNED = (
    "What is asked",
    "What is given",
    "Look at it together on",
    "What helped",
    "What was missing",
    "What came of it",
    "Learned about making it possible",
)
NOTHING_GIVEN = "Nothing yet"

WRITE_ALONE = "Write one down alone"
WRITE_TOGETHER = "Write one down with somebody in your cohort"
TOGETHER_NOTE = "The two of you can read it. Whoever asks says what is given, and the other side answers."
WHICH_SIDE = "On which side are you?"
I_ASK, I_AM_ASKED = "I ask it of others", "It is asked of me"
MY_ROLE, THEIR_ROLE = "Your role in this", "Role of the other side"
WHO = "Who is on the other side?"
CHOOSE_WHO = "Choose somebody"
WHAT_ASK = "What exactly is asked?"
WHAT_HINT = "For example: Each teacher brings three pieces of student work a month."
ASK, SAVED = "Write it down", "It is written down."

OFFER = "Say what is given for it"
OFFER_AGAIN = "Change what is asked or given"
OFFER_NOTE = "Give at least one of the three. An expectation without any of them cannot be in force."
TIME_ASK, TRAINING_ASK, EXAMPLE_ASK = (
    "Time: what is taken off their plate, or which hours are free for it?",
    "Training: who shows them how, and when?",
    "Example: where can they see you do it first?",
)
ON_ASK = "On which day do you look at it together?"
OFFER_IT, OFFERED = "Offer it", "It is offered."
ANSWER, ANSWER_ALONE = "Your answer", "What did the other side answer?"
ANSWER_IT, ANSWERED = "Answer", "The answer is saved."
CHOICES: dict[ExpectationAnswer, tuple[str, str]] = {
    "accepted": ("Accept it", "What is asked and what is given fit together."),
    "sent-back": ("Send it back", "Say below what would have to change, or what is needed to be able to do it."),
    "declined": ("Decline it", "It will not be done. A reason helps."),
}
ANSWER_WORDS = "What would have to change, or why not?"
TELL, TELL_ALONE = "Tell them what helped", "What did they say helped?"
TELL_NOTE = "This is the feedback upward. It says what made it possible, and what would have."
HELPED_ASK, MISSING_ASK = "What helped?", "What was missing?"
TELL_IT, TOLD = "Save", "It is saved."
CLOSE = "Close it"
CLOSE_NOTE = "It can be closed now, because the other side has said what helped."
CLOSE_WAITS = "It can be closed when the other side has said what helped and what was missing."
OUTCOME_ASK = "What came of it?"
LEARNED_ASK = "What did you learn about making it possible?"
CLOSED = "It is closed."
WITHDRAW, END_IT = "Take it back", "End it"
PARTNER_LEFT = "The other side has left your cohort or only looks on now, so nobody can answer. You can end it."
BALANCE = "Asking and giving"
BALANCE_TABLE = "How often one role asks the other"
BALANCE_COLUMNS = ["Who asks whom", "Asked", "With something given", "In force", "Closed"]
WITHOUT = Plural(
    "{role} asks for one thing and gives nothing for it yet.",
    "{role} asks for {number} things and gives nothing for them yet.",
)
ONE_WAY = "{one} asks {other} for something, and {other} never asks {one}."
ALL_BACKED = "Something is given for everything that is asked."
PAPER_TITLE = "On one page, for a meeting"
PAPER_ABOUT = "An expectation is in force when something is given for it and the other side has accepted it."
PAPER_SECTION = "As it stands now"
PAPER_TABLE = "What is asked and what is given"
PAPER_COLUMNS = ("Who asks whom", "What is asked", "What is given", "Look at it on", "Where it stands")
LESSONS = "What we learned about making it possible"
CALENDAR_TITLE = "Look together: {what}"
CALENDAR_ABOUT = "{asks}. What helped, what was missing, and what did we learn about making it possible?"
