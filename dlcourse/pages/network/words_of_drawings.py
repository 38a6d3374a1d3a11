"""The sentences about a drawing: its title, its description, and what was guessed beside what was written down.

Names in braces are filled in by `description`.
"""

from dlcourse.pages.words import Plural

HEADLINE = Plural(
    one="{number} person turns to {whom}, more than to others.",
    many="{number} people turn to {whom}, more than to others.",
)
HEADLINE_ABOUT = Plural(
    one="{number} person turns to {whom} about “{topic}”, more than to others.",
    many="{number} people turn to {whom} about “{topic}”, more than to others.",
)
EACH_OF = "each of {people}"
NO_HEADLINE = "Nobody turns to anybody."
NO_HEADLINE_ABOUT = "Nobody turns to anybody about “{topic}”."

SIZE = "A drawing of {people} and {arrows}."
ARROWS = Plural(one="{number} arrow", many="{number} arrows")
ASKED_MOST = "Asked most often: {people}."
ASKED_BY = "{name} ({number})"
JOINED_BY = "Some people are joined to the rest only by {people}."
NOT_JOINED = "Nobody's absence would cut others off."
ALONE = "Without a tie: {people}."
TABLES = "The tables below say the same, tie by tie."
AND_MORE = "{people} and {number} more"

YOU_NAMED = "You named {name}."
NOBODY = "nobody"
WRITTEN = "That is what was written down."
YOU_NAMED_TURNING = Plural(
    one="You named {name}, to whom {number} person turns.",
    many="You named {name}, to whom {number} people turn.",
)
NOBODY_ASKED = "Nobody turns to anybody here."
WRITTEN_TURNING = Plural(
    one="That is what was written down: {number} person turns to {name}.",
    many="That is what was written down: {number} people turn to {name}.",
)
WRITTEN_TURNING_ALSO = Plural(
    one="That is what was written down: {number} person turns to {name}, and as many to {others}.",
    many="That is what was written down: {number} people turn to {name}, and as many to {others}.",
)
MOST_TURN = "The most turn to {name}: {number}."
MOST_TURN_EACH = "The most turn to {names}: {number} each."
ALSO_CUT = "The same is true of {others}, each in a way of their own."
STAY_JOINED = "While {name} is away, everybody else stays joined as before."
NOBODY_CUTS = "Nobody's absence alone would cut others off."
OTHERS_CUT = "This is different for {people}."
WRITTEN_ALONE_ALSO = "That is what was written down, and also for {others}."
HAS_TIES = Plural(one="{name} has ties with {number} person.", many="{name} has ties with {number} people.")
OTHERS_ALONE = "Without any tie: {people}."
NOBODY_KNOWS = "Nobody can know this, because a file of ties does not list people without a tie."
EVERYBODY_TIED = "Everybody has a tie."
