"""The words of the studio."""


def counted(forms: tuple[str, str], count: int) -> str:
    """The words for this number of them."""
    return forms[0] if count == 1 else forms[1].replace("{count}", str(count))


TITLE = "Scenario studio"
INTRO = "Write a role-play of your own. You need no programming."
STEPS = (
    "First, choose one of the two kinds below, answer its questions, and press the button under them.",
    "Then fill in the fields that you see. “Next one” goes to the next of them, and “Try it” plays what you have.",
)
LAST_STEP = "Last, press “Save” and “Play it as a learner”. From then on it is on the home page, too."
LAST_STEP_ELSEWHERE = "Last, press “Save”, and “Download” to play it in a course on your own computer."
FILES = "Your scenarios"
FOLDER = "Your scenarios are files in {folder}"
NO_FOLDER = (
    "Only you see them here. To play one from the home page, download it, and put it into the folder “scenarios” of a "
    "course on your own computer."
)
NEW_STORY = "Write a branching story"
NEW_STORY_NOTE = (
    "This is the easier one to begin with. The player reads what has happened, chooses one of two ways, and reads "
    "where it led. You can add more scenes and choices later."
)
STORY_TITLE = "What is the story called?"
WHO_DECIDES = "Who has to decide?"
DECIDER = f"{WHO_DECIDES} Write the name, a comma, and what this person does: Ruth Amsel, principal."
OPENING = "What has happened when the story begins?"
FIRST_CHOICE, SECOND_CHOICE = "What can the player do?", "What else can the player do?"
BEGIN_STORY = "Begin the story"
NEW_PROFILE = "Make a hidden profile"
NEW_PROFILE_NOTE = (
    "In a hidden profile, what everybody knows points to the wrong option, and what all of them know together points "
    "to the best one. Say who has to decide about what. The studio balances the facts, and you write their words."
)
ABOUT = "What is it about?"
TOPIC = f"{ABOUT} This becomes the title."
SETTING = "What does everybody know at the start?"
BEST = "The best option, which nobody can see alone"
DECOY = "The option that everybody leans toward at first"
OTHERS = "Other options, each on a line"
ROLES = (
    "Who sits at the table? Each on a line, with a comma after the name: Ruth Amsel, principal. The first one decides."
)
OWN_FACTS = "Facts that each person alone knows"
SHARED_FACTS = "Facts that everybody knows"
MAKE = "Make it"
THE_OPTIONS, THE_PEOPLE = "The options", "Who sits at the table?"
UPLOAD_TITLE = "Or go on with a scenario that you have as a file"
UPLOAD = "Open a file from this computer"
NOT_TEXT = (
    "This file cannot be opened: it is not text in UTF-8, or it has more than 300,000 bytes. Nothing was changed."
)
NO_TITLE = "Without a title"
NO_ERRORS = "Can be played"
NEVER_SAVED = "A draft that is not saved yet."
NEWER_DRAFT = {
    "unfinished": "You have changes that are not saved yet.",
    "playable": "You have changes that are not saved yet. They have no errors: open it, and save it.",
}

SAVE, SAVED_AS = "Save", "File name"
UNSAVED, ALL_SAVED = "There are changes that are not in the file yet.", "All changes are in the file."
UNDO, CLOSE, DOWNLOAD = "Undo", "All my scenarios", "Download"
PLAY_IT = "Play it as a learner"
FIRST_VERSION = "Version {number}"
VERSIONS = "Open an earlier version"
NEWEST = "The file as it is now"
ELSEWHERE = "This file was changed elsewhere, for instance in another window. Your words are still here."
KEEP_MINE, TAKE_THEIRS = "Keep mine, and save it over the other version", "Open the other version"

WHOLE = "About the scenario"
FORM, TEXT, PLAY, MAP, BALANCE = "Form", "Text", "Try it", "Map", "Balance"
PANES = "What to show beside the form"
KINDS_OF_REMARK = {"error": "Error", "todo": "Still to do", "note": "Note"}
COUNTS = {
    "error": ("1 error", "{count} errors"),
    "todo": ("1 field still to fill in", "{count} fields still to fill in"),
    "note": ("1 note", "{count} notes"),
}
SOUND, PLAYABLE = "Everything is filled in. The scenario can be played.", "It can be played."
GO_TO_LINE = "Line {line}"
NEXT, LIST = "Next one", "What is left"
NOTHING_LEFT = "Nothing is left to do. Everything is filled in, and no errors were found."
LEFT_NOTE = "Choose one to go to its field."

TEXT_LABEL = "The text of the file (YAML)"
UNREADABLE = "The text cannot be read at the moment, so the form is empty. Mend the text; the form comes back at once."
NOT_IN_FORM = "Elsewhere in the file"
MORE = "More"

UP, DOWN, REMOVE = "Move up", "Move down", "Remove"
MOVED = "{title} is now number {place} of {count}."
REMOVED = "{title} was removed. “Undo” brings it back."
WAS_ADDED, WAS_REMOVED, WAS_MOVED = "adding to “{place}”", "removing “{place}”", "moving “{place}”"
WAS_WRITTEN, OTHER_VERSION = "the change in “{place}”", "opening the other version"
UNDONE = "Taken back: {what}."
ALONE_KNOWS = (
    "Only {person} knows 1 fact. What should become of it?",
    "Only {person} knows {count} facts. What should become of them?",
)
WHO_KNOWS_THEN = "Who knows it then?"
HAND_OVER = "Hand over, and remove {person}"
DELETE_TOO = ("Remove {person} and this fact", "Remove {person} and these {count} facts")
KEEP_PERSON = "Keep {person}"
ADDED = "{label}: one was added, number {place}."
EACH = "{label}: {name}"
WITHIN = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
CARD, NUMBERED = "{part}: {name}", "{part} {number}"
PART = {
    "role": "Person",
    "option": "Option",
    "fact": "Fact",
    "indicator": "Indicator",
    "scene": "Scene",
    "choice": "Choice",
    "debrief question": "Question",
}
ADD = {
    "role": "Add a person",
    "option": "Add an option",
    "fact": "Add a fact",
    "indicator": "Add an indicator",
    "choice": "Add a choice",
    "panel": "Add a meeting",
    "end": "Add an end",
    "debrief question": "Add a question",
}
ADD_CROSSROADS = "Add a crossroads"
MENUS = {
    "profile": {"hidden": "Hidden: nobody alone can see the best option", "manifest": "Manifest: everybody can see it"},
    "kind": {"panel": "Meeting: facts are shared, then one person decides", "choice": "Crossroads", "end": "End"},
}
NOTHING_CHOSEN = "Choose …"

TRY_NOTE = "This is a real play of the text as it is now. Nothing of it is kept."
TRY_AGAIN = "Begin again with the text as it is now"
TRY_OLD = "The text has changed since this play began."
TRY_NOT_YET = "It can be tried once it has no errors. Until then, what you see is the last version without any."
NOTHING_TO_TRY = "It can be tried once it has no errors."

MAP_LABEL = "The scenes and the ways between them"
MAP_NOTE = "Choose a scene to edit it in the form."
NO_MAP = "The scenes appear here as soon as there is one with an id."
KINDS = {"panel": "meeting", "choice": "crossroads", "end": "end"}
STOP = "{kind}, leads to: {targets}"
STOP_END = "end"
NOWHERE = "nowhere yet"

NO_BALANCE = "The scales appear here for a hidden profile: a meeting where people know different facts."
BALANCE_WAITS = "The scales appear here once this is filled in:"
BALANCE_STAYS = "The scales below show how it was before. They follow again once this is filled in:"
LOOK_AT = {"fact": "Go to the fact", "role": "Go to the person"}
SHARED_KNOW = "What everybody knows"
ONE_KNOWS = "What {role} knows"
ALL_KNOW = "What all of them know together"
WITHOUT = "All of them without {role}"
WANTED = {
    "shared": "should point to “{decoy}”",
    "one": "should point to “{decoy}”",
    "all": "should point to “{best}”",
    "without": "should not point to “{best}”",
}
POINTS, TIE = "points to “{option}”", "is even"
HOLDS, FAILS = "as it should be", "not yet"
BALANCE_TITLE = "Is the profile hidden?"
BALANCE_ALL = "It is a hidden profile."
BALANCE_NOT = "It is not hidden yet. Scales that do not point where they should: {count} of {all}."
FEWEST = "At least {count} of them have to put their facts together."
FRAGILE = "One shared fact alone tips what everybody knows: {facts}. Spread its weight over several."
WORTH = "{option}: {worth}"

EVERYBODY_KNOWS, ONE_KNOWS_IT, SOME_KNOW = (
    "Everybody knows this.",
    "Only {names} knows this.",
    "Only {names} know this.",
)
SPEAKS, SPEAKS_FOR_NOTHING = "It should speak {aims}.", "It should speak for no option."
FOR, AGAINST = "for “{option}” ({weight})", "against “{option}” ({weight})"

REHEARSED = "This is a rehearsal of the file as it is now. When you save the file, this page follows. Nothing is kept."
REHEARSED_BEFORE = (
    "The file has errors now. You see its last version without any. Save it again, and this page follows."
)
