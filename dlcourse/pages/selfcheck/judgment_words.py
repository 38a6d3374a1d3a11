"""What the page of the eight situations says."""

from dlcourse.domain.selfcheck.judgment import Time

ANSWERED = "Situations answered"
ANSWERED_OF_ALL = "{count} of {all} answered"
SO_FAR = "{count} of {all}"
SITUATION = "Situation {number} of {all}"
REASON = "Why? (if you like)"
REASON_HINT = "One sentence is enough. Nobody else can read it here."
SUBMIT = "Save my answer"
LOCKED = "Your answer is saved. What speaks for each answer comes after the last one."
YOUR_ANSWERS = "Your answers"
YOUR_ANSWER = "You chose"
YOUR_REASON = "Your reason"
ABOUT = "It is about"
STRONGEST = "Strongest"
CHOSEN = "Your choice"
WHAT_SPEAKS = "What speaks for each answer"
RESULT = "How it went"
TIMES: dict[Time, str] = {"before": "Before", "after": "After"}
ONE_RESULT = "You chose the strongest answer in {count} of {all} situations."
BOTH_RESULTS = "The strongest answer in {before} of {all} before, and in {after} of {all} after."
CAREFUL = "Eight situations say little about one person. A difference of one or two may be chance. It is not a grade."
KEEP_TO_YOURSELF = (
    "Others may still have these eight to answer, so please do not tell them which answers are strongest."
)
NO_FIRST = "You did not answer all eight situations at the start, so there is nothing to compare."
PLACE_BY_PLACE = "What each pair of situations was about"
COLUMNS = ("It was about", "Before", "After")
CHOICES = {True: "strongest answer", False: "another answer"}
PIECES = "Eight situations"
PIECES_NOTE = "How many you answered best, before and after, and your reasons. The answers themselves stay out."
NO_PIECES = "When you have answered all eight situations, before or after, your result appears here."
