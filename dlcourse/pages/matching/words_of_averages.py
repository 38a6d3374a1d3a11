"""The words of the page about role averages; names in braces are filled in by `averages_props`."""

from dlcourse.pages.words import Plural

TITLE = "An average, and the people behind it"
OCCUPATIONS = "Five occupations, on average"
ANALYSTS = (
    "Eight trained analysts read what is known of an occupation and rate at which level it calls for a skill, from 0 "
    "to 7. The figures are the means of their eight ratings. They are real."
)
SCALES = (
    "The two scales are not the same, and neither are the skills. One says what an occupation calls for, from 0 to 7; "
    "the other what somebody can do, from 0 to 5. Do not compare a number of the one with a number of the other."
)
LEFT_OUT = (
    "Compare what each of them leaves out. The first picture has one bar for everybody who has the post. Whoever "
    "staffs a task by title reads that bar, and takes it for the colleague down the corridor."
)
INVENTED = (
    "The people of the second picture are invented, and their differences are no evidence. Look for the evidence at "
    "your own place: two people with one title, and something that only one of them can do."
)
SOURCE = (
    "Figures: O\\*NET database, U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used "
    "under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). O\\*NET® is a trademark of USDOL/ETA. Five "
    "occupations were chosen for this page and nothing was changed; USDOL/ETA has not approved, endorsed or tested it."
)
A_SKILL = "A skill"
WHICH = "Which of the five calls for the highest level of “{skill}”, on average?"
GUESS_FIRST = "Guess first. The figures come with your guess."
GUESS = "Keep my guess and show the figures"
GUESSED_RIGHT = "You guessed it."
GUESSED = "You guessed {occupation}."
HIGHEST = "The highest average: {occupations}, {level:.2f}."
APART = "From the lowest of the five to the highest it is {steps:.2f} steps of 7."
FIGURES = "{skill}: the level that an occupation calls for, 0 to 7"
FIGURES_TABLE = "The same as a table"
FIGURES_COLUMNS = ("Occupation", "Level, 0 to 7", "Importance, 1 to 5")

ONE_BY_ONE = Plural(one="{number} {role}, one by one", many="{number} {role}s, one by one")
TEAM = (
    "The team of the small school, from the exercise above. It is invented. Each level is what its person said of "
    "themselves, 0 to 5."
)
AN_EXPERTISE = "An expertise"
LEVELS = "{ability}: the level of each {role}, 0 to 5"
LEVELS_TABLE = "All of it as a table"
SAME_LEVEL = "By title and by person it is the same here: all are at {level}."
AVERAGE = "The average {role} here is at {mean:.3g}."
APART_LEVELS = Plural(
    one="{highest} is at {high}, {lowest} at {low}.",
    many="{highest} are at {high}, {lowest} at {low}.",
)
ONLY_TITLE = "Who knows only the title knows only the average."

END = "What the one cannot say about the other"
