"""The sentences about what has changed in somebody's own network; names in braces are filled in by `outcome`.

They have no periods, because a name such as ``C.`` at the end may already have one.
"""

from dlcourse.pages.words import Plural

ADDED = "Added: {what}"
REMOVED = "Removed: {what}"
CHANGED = "Changed: {what}"
RENAMED = "{person} is now called {name}"
UNCHANGED = "That was there already, so nothing has changed"
NOW_THERE = "Now there: {size}"
FILE_READ = "Your file was read"
FILE_ADDED = "Your file was added: {size} more"
DELETED = "Your network was deleted"
TURNS = "{who} turns to {whom}"
TURNS_ABOUT = "{who} turns to {whom} about {topic}"
ACT = "{person}, {function}"
ACT_COUNTED = Plural(one="{act}, {number} time", many="{act}, {number} times")
AMONG = "{number} people, among them {names}"
REFUSED = "{where}: {what}. {remedy}"
