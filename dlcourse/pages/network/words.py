"""The words of the network pages: what a person reads while choosing, entering, guessing and looking.

Sentences about figures, drawings and changes are in `words_of_figures`, `words_of_drawings` and `words_of_changes`.
"""

from typing import Literal

from dlcourse.domain.network.messages import MOST_ACTS_SHOWN, MOST_BYTES, MOST_DRAWN, MOST_TIES_DRAWN
from dlcourse.pages.words import counted

GuessPart = Literal["most", "splits", "alone"]

TITLE = "Who turns to whom"
ALL_NETWORKS = "All networks"
CHOOSE = "Choose…"

# Choosing a network

LEAD = "Look at a network that we made up, or draw the one at your own place."
GUESSED = "Guessed and seen"
OPEN = "Open {title}"
OWN_TITLE = "Your own network"
OWN_ABOUT = "Type it in or upload it. Only you can see it, and you can delete it at any time."
OWN_BEGIN = "Begin your own network"
OWN_GO_ON = "Go on with your own network"

# Guessing

BEFORE_YOU_LOOK = "Before you look"
GUESS_NOTE = (
    "Say what you expect from the names and titles alone. This is not a test: afterward you see your guesses beside "
    "what was written down, and only you see them."
)
QUESTIONS: tuple[tuple[GuessPart, str], ...] = (
    ("most", "To whom do the most people turn?"),
    ("splits", "Whose absence would cut some of them off from the rest?"),
    ("alone", "Who turns to nobody, and is turned to by nobody?"),
)
"""What is guessed, by the part of the guess."""
NOBODY = "Nobody"
GUESS = "Keep my guesses and look"
SKIP = "Look without guessing"

# Entering one's own

CONSENT = (
    "You are about to write down other people's names, and whom they turn to. They are not here to agree. What you "
    "enter is stored with your work in this course, only you can see it there, and whatever you remove is deleted."
)
CARE = (
    "Would these people mind being written down? Use initials or made-up names if you are not sure: what you enter is "
    "stored with your work in this course, only you can see it there, and whatever you remove is deleted."
)
EMPTY = "Nobody is here yet. Type some names, or upload a file."
LOOK = "See it with figures and tables"
PICTURE = "Your network so far"
PICTURE_EMPTY = "The drawing begins as soon as you add people."
PICTURE_LARGE = "With more than {most} people, the drawing is not redrawn at each step. The button above shows it."

PEOPLE = "The people"
NAMES = "Names or initials, one on each line"
ADD_PEOPLE = "Add people"
RENAME, REMOVE, CHANGE, SAVE, CANCEL = "Rename", "Remove", "Change", "Save", "Cancel"
NEW_NAME = "New name"
REMOVES = "Their ties and acts are removed, too. This cannot be undone."
NAME, WHAT_TO_DO = "Name", "What to do"

TIES = "Who turns to whom, and for what"
WHO = "Who?"
TURNS_TO = "Turns to whom?"
NOBODY_TICKED = "Nobody is ticked yet. Tick at least one person, then add the ties."
FOR_WHAT = "For what? (can stay empty)"
NEW_TOPIC = "For what?"
ADD_TIES = "Add ties"
TIE, TURNING = "Tie", "turns to"
TIES_NEED_PEOPLE = "Add at least two people. Then you can say who turns to whom."

ACTS = "Who was seen leading"
ACTS_NOTE = (
    "You can leave this out. Count how often you saw somebody at a task of leading, whatever their title. From this "
    "comes the map of how leadership stretches over people."
)
TASK = "At what task of leading? For instance: looking at results together"
HOW_OFTEN = "How often?"
ADD_ACT = "Add it"
ACT_COLUMNS = ["Who, and at what", "How often", WHAT_TO_DO]

DELETE = "Delete this network"
DELETE_NOTE = (
    "All names, ties and acts in it are deleted for good. Files that you uploaded stay where they are on your computer."
)
DELETE_IT = "Delete it for good"
TAKE = "Save your network as a workbook (.xlsx)"

# Uploading

FILES = "Upload it"
FILES_NOTE = (
    "Take one workbook (.xlsx) with the sheets ties, people and acts, or a CSV file for each table. Only the ties are "
    "needed: “Ana, Ben, families” says that Ana turns to Ben about families. At most "
    f"{MOST_DRAWN} people, {MOST_TIES_DRAWN:,} ties, {MOST_ACTS_SHOWN:,} lines on who was seen leading, and "
    f"{MOST_BYTES / 1e6:.0f} MB for each file."
)
TEMPLATE = "Download a template (.xlsx)"
TIES_FILE = "Workbook, or the ties as CSV: columns from, to and, if you like, topic and weight"
PEOPLE_FILE = "All people as CSV (can be left out): column name and, if you like, role"
ACTS_FILE = "Who was seen leading as CSV (can be left out): columns person, function and count"
FILE_TOO_LARGE = f"This file is larger than {MOST_BYTES / 1e6:.0f} MB. Take a part of it."
FILE_UNREAD = "This file cannot be read. Choose it once more."
WAY = "What should happen to the network that is here?"
WAY_ADD = "Add the file to it"
WAY_REPLACE = "Replace it by the file"
UPLOAD = "Upload"

# Looking

EDIT = "Change it"
PRINT = "Print"
GUESSES = "What you expected, and what was written down"
GUESSES_NOTE = "This is true for your guesses, too: nobody who has never seen the ties can know more than the titles."
TOPICS = "For what?"
EVERY_TOPIC = "Anything"
PEOPLE_TABLE = "The people as a table"
PEOPLE_COLUMNS = ["Name", "Title", "How many turn to them", "To how many they turn", "Joins others"]
YES = "yes"
TIES_TABLE = "The ties as a table"
TIES_COLUMNS = ["Who", "Turns to", "For what"]
FIGURES = "In figures"
MAP = "How leadership stretches over people"
MAP_NOTE = "It counts what somebody saw and wrote down. It is not better as such if more people lead."
MAP_EMPTY = "As soon as you note who was seen leading, this shows how large each person's share is."
MAP_CAPTION = "Each column is a task of leading, each row a person. The darker a cell, the larger the share."
EVENNESS = "Evenness"

# The drawing

DRAWING = "The drawing"
HINT = (
    "Click on a person, or go there with Tab and the arrow keys and press Enter. + and - make the drawing larger and "
    "smaller, 0 shows all of it. With a mouse, hold Ctrl and turn the wheel. Where there is no room for full names, "
    "first names or initials are shown."
)
LEGEND_PERSON = "A person; the larger the mark, the more people turn to them"
LEGEND_CUT = "A square: without this person some would be cut off from the rest"
LEGEND_ARROW = "An arrow leads from the one who asks to the one who is asked"
PICK = "Pick one person"
LARGER, SMALLER, WHOLE = "Larger", "Smaller", "Show all"
ASKED = "Who turns to them"
ASKS = "To whom they turn"
NONE_WRITTEN = "Nobody, as far as it was written down."
LEAVE = "Show everybody again"


def size(people: int, ties: int) -> str:
    """``24 people, 78 ties``."""
    return f"{counted(people, 'person', 'people')}, {counted(ties, 'tie', 'ties')}"


def people_title(number: int) -> str:
    """The heading of a list of people in the order of a file."""
    return f"The {counted(number, 'person', 'people')}"


def list_title(number: int, one: str, many: str) -> str:
    """The heading of a list of what was entered, with how many rows it has: ``7 ties, the newest first``."""
    return f"{counted(number, one, many)}, the newest first" if number > 1 else counted(number, one, many)


def list_cue(number: int) -> str:
    """What is said beside a list that is too long to be seen at once."""
    return f"Scroll in this list to see all {number}."


def from_list(number: int, title: str) -> str:
    """The button that adds people from a list that was entered elsewhere, such as a team."""
    return f"Add the {counted(number, 'person', 'people')} of “{title}”" if number > 1 else f"Add 1 person of “{title}”"


def problems_title(number: int) -> str:
    """The heading of the problems in uploaded files."""
    things = counted(number, "problem", "problems")
    return f"{things} in your files. Nothing was changed: correct the files, then upload them again."
