"""The sentences about figures: of all ties, of one person, and of how a function stretches over people.

Names in braces are filled in by `figures`.
"""

from dlcourse.pages.words import Plural

CONTEXT = "Context, not a grade"
"""Stands with every figure and every map of this page."""
WHY = (
    f"{CONTEXT}: the figures describe the ties that were written down. A high one is not better than a low one; "
    "those who know the people can say what it means."
)
NOT_DEFINED = "not defined"
NOT_KNOWN = "not known"
PERCENT = "{number:.0f}%"
NO_TIES = "Nobody turns to anybody here, so there is nothing to divide."
NO_TRIPLES = "Nobody has ties with two others."
TOO_FEW = "It takes at least two people."
CALLED = "{sentence} Researchers call it {term}."
TERMS = (
    "density",
    "reciprocity",
    "in-degree centralization",
    "out-degree centralization",
    "the Gini coefficient of in-degrees",
    "transitivity",
    "the number of isolates",
    "the number of weak components",
    "the number of articulation points",
)
"""What research calls the figures, in their order: for those who look one up."""

DENSITY = "Share of possible ties"
DENSITY_SAYS = Plural(
    one="Of {possible:,} possible ties {number:,} is there.",
    many="Of {possible:,} possible ties {number:,} are there.",
)
RECIPROCITY = "Ties that are returned"
RECIPROCITY_SAYS = "{share} of the ties are returned: the one who is asked also asks back."
IN_CENTRALIZATION = "Standing out in being asked"
IN_CENTRALIZATION_SAYS = (
    "How far one person stands out in being asked (0: all are asked by equally many; 1: all turn to one person only)."
)
OUT_CENTRALIZATION = "Standing out in asking"
OUT_CENTRALIZATION_SAYS = (
    "How far one person stands out in asking (0: all turn to equally many; 1: only one person asks, and asks all)."
)
GINI = "Being asked, divided unequally"
GINI_SAYS = (
    "How unequally being asked is divided (0: everybody is asked by equally many; near 1: all ask the same few)."
)
TRANSITIVITY = "Ties that close a triangle"
TRANSITIVITY_SAYS = "Where two people have a tie with the same third, {share} of these pairs have a tie of their own."
ISOLATES = "People without a tie"
ISOLATES_SAYS = Plural(
    one="{people} has neither a tie to others nor one from others.",
    many="{people} have neither a tie to others nor one from others.",
)
NO_ISOLATES = "Everybody has a tie to others or from others."
ISOLATES_NOT_KNOWN = "Add a file of all people to see who has no tie."
COMPONENTS = "Separate groups"
COMPONENTS_SAYS = "The people fall into {number} groups without a tie between them."
ONE_COMPONENT = "Some chain of ties joins everybody with everybody."
ONE_PERSON = "One person is here."
NO_PERSON = "Nobody is here."
ARTICULATION = "People who join others"
ARTICULATION_SAYS = Plural(
    one="{people} joins people whom no other chain of ties joins.",
    many="{people} each join people whom no other chain of ties joins.",
)
NO_ARTICULATION = "Nobody's absence alone would cut others off."

TURNED_TO = Plural(
    one="{number} person turns to {name}; {name} turns to {others}.",
    many="{number} people turn to {name}; {name} turns to {others}.",
)
CUT_OFF = "While {name} is away, no chain of ties joins {others} with the other {rest} of this group."

SPREAD_SAYS = Plural(
    one="{people} people share the acts; {number} of them has half or more (evenness 1: all have equal shares).",
    many="{people} people share the acts; {number} of them have half or more (evenness 1: all have equal shares).",
)
ALL_ACTS = "{person} has all acts, so there is no evenness to speak of."
PEOPLE = Plural(one="{number} person", many="{number} people")
PLACE_FIGURE = Plural(
    "In your network of {people} people, one person turns to another.",
    "In your network of {people} people, {number} times somebody turns to somebody else.",
)
PLACE_RETURNED = "In {share} of these ties, the other one turns back to them."
PLACE_SOURCE = "From your network of session 05."
