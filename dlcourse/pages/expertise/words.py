"""What the page of one's own expertise says."""

from dlcourse.pages.words import counted, listed

LEVELS = (
    "none",
    "with somebody beside me",
    "in simple cases",
    "on my own",
    "also where it is difficult",
    "others learn it from me",
)
"""What each level means whatever the expertise, in the words of a team file's guide."""
PROGRESS = "Lines answered"
NOT_ANSWERED = "Not answered yet"
WISH = "I would like to learn this, or more of it"
WISH_MARK = "to learn"
DROP = "Remove this line"
ADD = "What is missing from the list?"
ADD_NOTE = (
    "Something you are good at and nobody asks about, or something you would like to learn. "
    "It may have nothing to do with your job."
)
ADD_LABEL = "In a few words"
ADD_SUBMIT = "Add it to my list"
FULL = "Your list is long enough. Remove a line of your own before you add another."
PROFILE = "Your profile in words"
PROFILE_NOTE = "This is not a grade, and nothing is added up. Read it as an offer and a request."
PROFILE_EMPTY = "As soon as you have answered a line, the first sentence appears here."
TABLE = "The same as a table, as a row of a team file"
TABLE_NOTE = "In a team file, a column is an expertise, a number is a level, and a plus is a wish to learn."
COLUMNS = ("Expertise", "In the file", "In words")

TEACHES = "Others can come to you"
DIFFICULT = "You are the one to send for"
ALONE = "It goes well when you do it"
BEGUN = "You have begun"
WISHES = "You would like to learn"
LEFT = "You leave this to others"


def progress(rated: int, lines: int) -> str:
    """How many lines are answered."""
    return f"{rated} of {counted(lines, 'line', 'lines')} answered"


def level(number: int) -> str:
    """A level that was chosen."""
    return f"Level {number}: {LEVELS[number]}"


def legend(name: str) -> str:
    """What is asked about an expertise."""
    return f"{name}: which sentence has been true?"


def teaches(names: list[str]) -> str:
    """What others can learn from the person."""
    return f"To learn from you: {listed(names)}."


def difficult(names: list[str]) -> str:
    """What the person can do where it is difficult."""
    return f"When it is difficult in: {listed(names)}."


def alone(names: list[str]) -> str:
    """What the person can do without help."""
    return f"On your own: {listed(names)}."


def begun(names: list[str]) -> str:
    """What the person has begun to do."""
    return f"In simple cases, or with somebody beside you: {listed(names)}."


def left(names: list[str]) -> str:
    """What the person leaves to others."""
    return f"{listed(names)}. Who at your place is good at it?"


def wish(name: str, number: int | None) -> str:
    """What the person would like to learn, and from which level."""
    if number is None:
        return f"{name}; you have not said where you are in it."
    return f"{name}, from level {number} ({LEVELS[number]})."


def in_table(number: int, *, wanted: bool) -> str:
    """A level, and whether there is a wish, in the table."""
    return f"{LEVELS[number]}, would like to learn" if wanted else LEVELS[number]
