"""What the page says on which questions are put to the whole room."""

from dlcourse.pages.words import Plural

TITLE = "Questions for the room"
LEAD = "Put one question at a time to everybody in the session. They answer on their phones."
BACK = "Console"
PUT, PUT_TITLE, WHICH, CHOOSE = "Ask the room", "A question of the course", "Question", "Choose a question"
OWN_TITLE, OWN, OWN_HINT = "A question of your own", "What do you ask?", "Everybody in the session can read it."
ANSWERS = "Answers to choose from, each on a line of its own"
ANSWERS_HINT = "From two to eight. Leave it empty if people write for themselves: nobody else can read that."
CLOSE = "Close it"
OPEN_NOW, CLOSED = "Open now", "Closed"
ANSWERED = Plural("{number} person has answered", "{number} people have answered")
LATER = "The counts appear when you close it, if at least {fewest} people have answered."
TOO_FEW = "Fewer than {fewest} people have answered, so no counts are shown."
WRITTEN = "Everybody wrote for themselves. Nobody else can read it."
FITS = "fits"
COUNT = "{count} of {all}"
NONE = "Nothing has been asked yet. Choose a question below, or write one."
