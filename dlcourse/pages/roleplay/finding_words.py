"""The words of what a debrief finds in a talk: who knew what, what surfaced, and what was decided on it."""

FOUND = "Of {facts} that only some people knew, {voiced} came to the table."
SURFACED = "Minute {minute}, {by}: {how}"
OWN_VOICED_OF_ALL = "{voiced} of {all}"
TALK_AND_DECISION = {
    (True, True): (
        "Talk and decision fit together. The facts that {decider} knew by then, each counted the same, pointed to the "
        "strongest option, and it was chosen."
    ),
    (True, False): (
        "The talk was better than the decision. The facts that {decider} knew by then, each counted the same, pointed "
        "to “{even}”, but it was not chosen."
    ),
    (False, True): (
        "The decision was better than the talk. The facts that {decider} knew by then, each counted the same, pointed "
        "to “{even}”, and yet the strongest option was chosen."
    ),
    (False, False): (
        "The talk did not bring out enough. The facts that {decider} knew by then, each counted the same, pointed to "
        "“{even}”, and that is not the strongest option."
    ),
}
"""By whether what the decider knew pointed to the strongest option, and whether that was decided."""
WHY_LOST = (
    "People give more weight to what everybody knew, to what is said again and to what comes from above, and they let "
    "go of a first preference slowly. It helps to ask for doubts, and to come back to what somebody told."
)
TAKES_SOME = "It takes at least what {people} know together to see it."
WHO_KNEW_WHAT = "Who knew what"
DECIDED_STRONGEST = (
    "The decision was “{decided}”. With everything that the table knew together, that is the strongest option."
)
DECIDED_WEAKER = "The decision was “{decided}”. With everything that the table knew together, “{best}” is stronger."
PREFERENCE_SAME = "the same"
MATRIX_CAPTION = "Each fact that only some people held, who held it, and when it came to the table"
HELD_IT = "held it"
WHO_WAS_HEARD = "Who was heard"
YES = "Yes"
NO = "No"
WHAT_IF = "What if everyone had spoken"
WHAT_IF_NOTE = (
    "Each fact gives an option points if it speaks for it, and takes some away if it speaks against it. Here they are "
    "added up: for what everybody knew, for what had been said before the decision, and for everything that anybody "
    "knew. The option with the most points is the strongest."
)
STRONGEST = "strongest with everything"
TAKES_ALL = "It takes what everyone at this table knows to see it."
NEVER_HEARD = "What {people} alone could have told was never heard."
NUMBER_VOICED = "facts that only some people knew came to the table"
NUMBER_FOCUS = "mentions in the talk were of such a fact; the others were of what everybody knew"
NUMBER_PREFERENCE = "your choice: “{before}” before the talk, “{after}” after it"
FACT_COLUMN = "Fact"
SURFACED_COLUMN = "Came to the table"
SHARED_FACTS = "What everybody knew"
NEVER = "Never"
NOT_MENTIONED = "Not mentioned"
PERSON_COLUMN = "Person"
FIRST_PREFERENCE_COLUMN = "First preference"
OWN_VOICED_COLUMN = "Own facts voiced"
CREDITED_COLUMN = "Credited in the decision"
OPTION_COLUMN = "Option"
SHARED_COLUMN = "What all knew"
TABLE_COLUMN = "On the table"
EVERYTHING_COLUMN = "Everything"
HOW = {
    "": "shared unasked",
    "open": "everyone was asked",
    "expertise": "asked by name",
    "dissent": "doubts were asked for",
    "closed": "agreement was asked for",
    "rank": "everyone spoke in order of rank",
    "idea": "in reply to an idea",
}
YARDSTICK = (
    "Most groups find this hard. In 65 studies with 3,189 groups, those whose facts were divided among their members "
    "were eight times less likely to find the best option than those in which everybody knew everything (Lu, Yuan & "
    "McLeod, 2012)."
)
FIRST_PLACE = "1st"
NOT_BEHIND = "place for the option that was chosen: no other has more points (see “What if everyone had spoken”)"
POINT_BEHIND = "point fewer than “{best}” (see “What if everyone had spoken”)"
POINTS_BEHIND = "points fewer than “{best}” (see “What if everyone had spoken”)"
PREFERENCE_CHANGED = "changed"
NOT_STATED = "not stated"
