"""The words of the simulated schools: their choices, what comes of them, and what a model can say."""

from collections.abc import Mapping

from dlcourse.domain.learning.messages import Expected
from dlcourse.domain.place_figures import PlaceChoice
from dlcourse.pages.words import Plural

TITLE = "One school, four choices"
LEAD = (
    "A simulated school has 20 people in four departments, and 20 questions about teaching. Three people with a title "
    "know some of the answers, and nobody knows the rest. Each week people do what they think works, and take over "
    "some of the usual way, “how we do it here”. At first hardly anybody sees how others work, and only the three can "
    "change the usual way."
)
ASK = "Change what you like"
NOTE = "Change one thing or several. Then say what you expect; only after that does the school run, 200 times."
CONDITION = "What the three with a title know at first"
LEGENDS: Mapping[PlaceChoice, str] = {
    "openness": "How open practice is",
    "learns_from": "Whom people watch and learn from",
    "authority": "Who changes the usual way",
    "coherence": "On how many questions everybody wants the same",
}
LEVELS: Mapping[str, Mapping[str, str]] = {
    "openness": {
        "closed": "Closed: seen in 1 week of 10",
        "half": "Half open: seen every other week",
        "open": "Open: seen every week",
    },
    "learns_from": {
        "nobody": "Nobody",
        "department": "A colleague of the department",
        "everybody": "A colleague from anywhere",
    },
    "authority": {
        "title": "The three with a title",
        "expertise": "Whoever's practice works better",
    },
    "coherence": {
        "apart": "1 of 5",
        "partly": "3 of 5",
        "shared": "All",
    },
    "leaders_know": {
        "no-more": "No more than others",
        "half": "Half of the answers",
        "most": "9 of 10 answers",
    },
}
SHORT: Mapping[tuple[str, str], str] = {
    ("openness", "closed"): "closed doors",
    ("openness", "half"): "half-open doors",
    ("openness", "open"): "open doors",
    ("learns_from", "nobody"): "watching nobody",
    ("learns_from", "department"): "watching the department",
    ("learns_from", "everybody"): "watching anybody",
    ("authority", "title"): "the title decides",
    ("authority", "expertise"): "what works decides",
    ("coherence", "apart"): "aims apart",
    ("coherence", "partly"): "partly shared aims",
    ("coherence", "shared"): "shared aims",
    ("leaders_know", "no-more"): "leaders know no more",
    ("leaders_know", "half"): "leaders know half",
    ("leaders_know", "most"): "leaders know most",
}
PRINCIPLES: Mapping[str, str] = {"openness": "E2", "learns_from": "E2", "authority": "E1, E4", "coherence": "P7"}
"""The principles that each choice is about."""
EXPECT = "After 40 weeks, compared with the school at first, the usual way will be …"
EXPECT_NOTE = "Predict before you see it. Your first prediction for each school counts."
EXPECTED: Mapping[Expected, str] = {
    "more": "better",
    "same": "about as good",
    "less": "worse",
}
SUBMIT = "Lock my prediction and run the school"
SAID: Mapping[Expected, str] = {
    "more": "You expected it to be better than at first.",
    "same": "You expected it to be about as good as at first.",
    "less": "You expected it to be worse than at first.",
}
CAME: Mapping[Expected, str] = {
    "more": "It is better: {end} points instead of {first}.",
    "same": "It is about as good: {end} points, and {first} at first. The difference could be chance.",
    "less": "It is worse: {end} points instead of {first}.",
}
POINTS = (
    "Points are the share of the 20 questions on which something works, less the share on which it does harm, times "
    "100. At 0 the school does no better than by chance, at 100 it is right about everything."
)
RESULT = "What came of it"
TRIED = "Your schools so far"
TRIED_COLUMNS = ("The school", "You expected", "See")
SHOW = "Show it again"
SHOWN = "Shown below"

CURVES = "From week to week"
CURVES_DRAWN = (
    "A solid line for the usual way, a dashed line for what people know on average, each in a band of two "
    "standard errors; week by week."
)
CURVES_SAY = (
    "After {weeks} weeks, the usual way is worth {shared} points, and what people know is worth {each} on "
    "average. These are means of {runs} runs."
)
CURVES_COLUMNS = ("Week", "{school}: the usual way (band)", "{school}: people on average (band)")
YOURS, FIRST, PLACE = "Your school", "The school at first", "Your place"
SHARED, EACH = "The usual way", "People, on average"

CHANGES = "What one change alone would do"
CHANGES_DRAWN = (
    "A point for each change, with a line from the lower to the upper end of its band. A point to the right of 0 is a "
    "gain."
)
CHANGES_COLUMNS = ("Change", "About", "Points", "Band")
CHANGES_SAY = "{change} would gain most: {by} points, between {low} and {high}."
CHANGES_NONE = "No single change brings a sure gain."
CHANGES_UNSURE = Plural(
    "For one change, the difference could be chance.",
    "For {number} changes, the difference could be chance.",
)
GAIN, LOSS, UNSURE = "A gain", "A loss", "Could be chance"

REGIONS = "Where distribution does not win"
REGIONS_LEAD = (
    "Twenty-five schools, with doors and watching as in yours. They differ in how far aims are shared, and in how much "
    "the three with a title know. Each runs twice: once the title decides, once what works."
)
REGIONS_SHOW = "Run the 25 schools"
REGIONS_WAIT = "They run once for everybody, and then the map is there at once. The first time takes a few seconds."
REGIONS_DRAWN = "A map of squares: aims from apart to shared, and what leaders know, from nothing to nearly everything."
REGIONS_SAY = (
    "The title does better in {title} of {all} schools, what works in {expertise}; in {unsure} they are too close to "
    "tell."
)
REGIONS_COLUMNS = ("Leaders know", "Aims shared", "Ahead", "By how many points", "Band")
AHEAD_TITLE, AHEAD_EXPERTISE, AHEAD_NOBODY = "The title", "What works", "Too close to tell"
REGIONS_WHY = (
    "If few aims are shared, everybody's “better” pulls in a direction of its own, and the votes cancel out. If three "
    "people know nearly all the answers, asking everybody adds little. Neither is proof that a title knows more: the "
    "model was told so."
)

LIMITS = "What this model can and cannot say"
CAN = (
    (
        "It can show that an idea is consistent: if people learn like this, then this follows. It can surprise you, "
        "and it can show under which conditions a sentence such as “distribution helps” holds."
    ),
    "It can tell what follows from one change while everything else stays as it was, which no school ever can.",
)
CANNOT = (
    "It has no children, no trust and no tiredness. Open doors cost nothing here; in a school they cost hours.",
    "Its questions have one right answer for everybody. Many questions about teaching have several, or none yet.",
    (
        "Nobody measured its numbers in a school. A point is not a test score, and a week is not a week. The bands say "
        "how well 200 runs tell the model's own mean, and nothing about how well the model fits your place."
    ),
    (
        "The core is March's model of 1991. Doors, titles, departments and aims were added for this course. Nobody has "
        "tested them in schools."
    ),
)
CAN_TITLE, CANNOT_TITLE = "It can", "It cannot"

DECIDED = "What each of your choices did"
DID_GAIN = "With {back} instead, and the rest as you set it, it would be worth {by} points less ({low} to {high})."
DID_LOSS = "With {back} instead, and the rest as you set it, it would be worth {by} points more ({low} to {high})."
DID_UNSURE = (
    "With {back} instead, and the rest as you set it, it would be much the same. The difference could be chance."
)

FILM_SHOW = "Watch one run"
FILM_WAIT = "One run of this school, week by week: who knows what, and the usual way."
WAITING = "The school has not run yet, because many people were asking at the same time."
AGAIN = "Run it"
