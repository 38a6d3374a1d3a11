"""The words of what a debrief draws: the film of the talk, and the map of ways."""

from dlcourse.domain.roleplay.replay.film import Picture

FILM = "The talk as a film"
FILM_NOTE = (
    "Move through the talk minute by minute. You see who knew what, which facts were on the table, and what they spoke "
    "for by then. From any minute you can try another way; this attempt stays as it is."
)
FILM_PAIR = "The two talks as films"
FILM_PAIR_NOTE = "Both films run together. They begin where the two attempts part."
FILM_PAIR_APART_NOTE = "Both films run together, from before the first word."
SLIDER = "Minute of the talk"
PLAY = "Play"
STOP = "Stop"
TRY_AGAIN: dict[Picture, str] = {
    "start": "New attempt from the first minute",
    "minute": "New attempt after minute {minute}",
    "decision": "New attempt after the decision",
}
BACK = "One minute back"
FORWARD = "One minute on"
START = "Before the talk"
MINUTE = "Minute {minute}"
DECISION = "The decision"
POSITION = "{at}: {says}"
DECIDED_ON = "“{option}” is decided."
YOU_TELL = "You bring up: “{fact}”"
SOMEBODY_TELLS = "{who} brings up: “{fact}”"
REVEALED = "This came to light: “{fact}”"
NOTHING_NEW = "Nothing new comes to the table."
ON_TABLE = "{voiced} of {all} facts that only some knew are on the table."
AHEAD_IS = "With what everybody knew, that speaks for “{option}”."
NOBODY_AHEAD = "With what everybody knew, that speaks for no single option."
WHO_KNEW = "Who knew what"
WHO_KNEW_LABEL = "A light for each fact that only some knew, and a row for each person"
SPEAKS_FOR = "What the facts spoke for"
SPEAKS_FOR_LABEL = "A bar for each option: how far the facts on the table spoke for it"
KNOWN = "Facts known, of {all}"
IN_THIS_MINUTE = "What was said"
NOT_YET = "Nobody has spoken yet."
FACTS_IN_FULL = "The facts in full"
KNOWN_TO = "{people} knew it."
LIGHTS = {
    "held": "knew it, and it was not on the table",
    "told": "knew it, and it was on the table",
    "heard": "heard it at the table",
}
"""The marks of the lights, each with what it means."""
EVERYTHING_MARK = "where the bar would end with every fact told"
AHEAD = "ahead"
FILM_TABLE = "The film as a table"
FILM_TABLE_OF = "{title}: the film as a table"
WHEN_COLUMN = "When"
NEW_COLUMN = "New on the table"
ON_TABLE_COLUMN = "Facts on the table"
KNOWS_COLUMN = "{who}: facts known"
FOR_COLUMN = "For “{option}”"

MAP = "The map of ways"
MAP_NOTE = (
    "You have come through {seen} of {scenes} and to {ends_seen} of {ends}. Pick a scene to see its ways and to go on "
    "from there. Scenes that you have not seen keep their names."
)
MAP_LABEL = "The scenes that you have come through, and the ways between them"
MAP_LIST = "The map as a list"
WHICH_ATTEMPT = "Show the line of"
ATTEMPT = "Attempt {number}"
ALL_ATTEMPTS = "all attempts"
LEGEND = {
    "mine": "taken in the attempt shown",
    "taken": "taken in another attempt",
    "open": "open, not taken",
    "unseen": "open, to a scene you have not seen",
    "hidden": "never open to you so far",
    "end": "an end",
}
"""The lines and marks of the map, each with what it means."""
ENDS = "Ends you have come to"
NOT_TAKEN = "Not taken"
LEADS_TO = "leads to “{scene}”"
LEADS_TO_UNSEEN = "leads to a scene you have not seen"
HIDDEN_WAY = "A way that was not open to you"
HIDDEN_WAY_NOTE = "It depends on what you did, heard or learned before."
SEEN_IN_ONE = "Attempt {attempts}"
SEEN_IN_SOME = "Attempts {attempts}"
TAKEN_IN_ONE = "Taken in attempt {attempts}"
TAKEN_IN_SOME = "Taken in attempts {attempts}"
SCENE_LABEL = "{attempts}; {ways}"
END_LABEL = "{attempts}; an end"
WAYS_TAKEN = "{ways} taken"
WAYS_OPEN = "{ways} open"
WAYS_HIDDEN = "{ways} still hidden"
FROM_WHICH = "From which attempt?"
GO_ON = "Go on from here"
AGAIN_THERE = "{attempt}, the {place} time there"
TIMES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
LATER_TIME = "{number}th"
NO_POINT = "The story ended here. Pick an earlier scene to go on from it."
PICK = "Pick a scene."
CLOSE = "Close"
