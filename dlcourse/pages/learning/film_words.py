"""The words of the film of one run."""

from collections.abc import Mapping

from dlcourse.pages.words import Plural

TITLE = "One run, week by week"
NOTE = (
    "Each column is a question, each row a person. The top row is the usual way. Nothing moves until you "
    "press Play or move the slider. Another run would look different; the curves above are the mean of 200."
)
LABEL = "A square for each question and each person"
GIVEN = "The usual way"
DEPARTMENT = "Department {number}"
AIMS = "On the {common} questions left of the line all want the same. On the others each department has its own aim."
SAME_AIMS = "All want the same on all 20 questions."
MARKS: Mapping[str, str] = {
    "right": "works for the common aim",
    "wrong": "does harm",
    "open": "no opinion yet",
    "better": "does better than the usual way",
    "leads": "has a title",
}
"""What the signs of the picture mean, by the name of each."""
SLIDER, PLAY, STOP = "Week of the run", "Play", "Stop"
BACK, FORWARD = "One week back", "One week on"
START, WEEK = "At the start", "After week {week}"
ALL_GIVEN = "Of 20 questions, the usual way works on {right}, does harm on {wrong}, and is open on {open}."
ON_AVERAGE = "People are right on {right} on average."
BETTER = Plural(
    "One person does better than the usual way.",
    "{number} people do better than the usual way.",
)
TABLE = "The run as a table"
COLUMNS = (
    "After week",
    "Given: works",
    "Given: does harm",
    "Given: open",
    "People right, on average",
    "People who do better",
)
