"""The words of the board and of the comparison; a name in braces is filled in.

Those of the planning page are in `plan.words` and `team.words`.
"""

from dlcourse.domain.matching.board import Part
from dlcourse.domain.matching.plan import StageName

BOARD_PARTS: dict[Part, str] = {
    "contributor": "Contributes",
    "accountable": "Answers for it",
    "learner": "Learns",
    "none": "No part",
}
"""The parts of a person in a task, in the order of the keys."""
BOARD_PLACES: dict[Part, str] = {"accountable": "Answers for it", "contributor": "Contribute", "learner": "Learn"}
BOARD_PEOPLE = {
    "load": "Hours of {name}",
    "hours": "{given:g} of {hours}",
    "overloaded": "{given:g} of {hours}, too much",
    "good": "Good at: {skills}",
    "not_good": "Nothing at level 3 or above",
    "wants": "Would like to learn: {skills}",
    "too_much": "too much",
    "no_part": "no part yet",
    "legend": "{person} in {task}",
}
BOARD = {
    "title": "{people}, {tasks}",
    "intro": "Decide who does what. People who contribute give hours and what they know. One of them answers for the "
    "task. A learner gives no hours and is coached by somebody there who is better at it. The course works out who "
    "is best at what there, and who coaches whom.",
    "hint": "Drag a person onto a task: anywhere on it to contribute, or onto one of its three places. Drag a name "
    "back to the people to take it off. Without a mouse, go to a person with the Tab key and press the number of a "
    "task; each press gives the next part. Or open “Add somebody” in a task.",
    "people": "The people",
    "work": "The work",
    "news": "What the last move changed",
    "more_news": "All {count} changes",
    "no_news": "Move somebody, and you will read here what that changes.",
    "back": "Take the last move back",
    "clear": "Start again",
    "size": "{people}, {hours} each",
    "nobody_yet": "Nobody yet",
    "nobody": "Nobody",
    "need": "{skill}, level {level}",
    "open": "open: {nearest}",
    "add": "Add somebody",
    "add_to": "Add somebody to {task}",
    "who": "Who",
    "choose": "Choose a person",
    "person": "{name}: {skills}; {hours} left",
    "unskilled": "none of what it requires",
    "was": "was {before}",
    "covered": "Requirements met",
    "answered": "Tasks with support",
    "busy": "With a part",
    "fullest": "Hours of the busiest",
    "of": "{part} of {whole}",
    "load": "{share:.0%}",
    "overloaded": "{share:.0%}: too much",
    "table": "Who can do what, as a table",
    "levels": "0 none, 1 with somebody beside them, 2 in simple cases, 3 on their own, 4 also where it is difficult, 5 "
    "others come to learn it. A plus means: would like to learn it.",
    "to_do": "Still to be done: {count}",
    "no_broken": "No rule is broken: the sizes and hours fit, and somebody answers for each task.",
    "compare": "When you are done",
    "comparable": "The course has found the best plan for this team and can show it beside yours. Your plan stays as "
    "it is, and you can change it afterwards.",
    "not_comparable": "When somebody contributes to each task, you can compare your plan with the best one. Yours need "
    "not be perfect.",
    "compare_now": "Compare with the best plan",
}

QUESTIONS: dict[StageName, str] = {
    "uncovered": "How many things that the tasks require can nobody do who works on them?",
    "unsupported": "How many tasks lack somebody who answers for them and is able to, or is coached?",
    "without_part": "Who has no part in any task?",
    "named_experts": "How many people are the best at something in a task of theirs?",
    "greatest_load": "How much of their time does the busiest person give?",
    "coached": "How many wishes to learn come true? A card that you open says what somebody would like to learn.",
    "fit": "How good are people at what they do there, all added up?",
}
"""The seven questions of the comparison, in their order."""
UNITS: dict[StageName, tuple[str, str]] = {
    "uncovered": ("gap", "gaps"),
    "unsupported": ("task", "tasks"),
    "without_part": ("person", "people"),
    "named_experts": ("person", "people"),
    "greatest_load": ("percentage point", "percentage points"),
    "coached": ("wish", "wishes"),
    "fit": ("point", "points"),
}
COMPARISON = {
    "title": "Your plan beside the best one",
    "best": "Your plan is as good as the best one in all seven questions.",
    "unfinished": "Your plan is not finished: {things} still to be done, as the list above says. So read what follows "
    "as a progress report.",
    "breaks": "In one question your plan is ahead only because it breaks a rule that the best plan keeps.",
    "without_part": "{people} {verb} no part in your plan, but {verb} one in the best plan. Read below what they do "
    "there.",
    "ahead_in": "The best plan does better than yours in this question: {question} It has {gain}.",
    "beats_habit": "Here your plan already does better than giving out the work by title.",
    "note": "The table below asks seven questions of each plan. The most important one comes first. “By title” means: "
    "each task goes to the people with the highest posts.",
    "questions": "The seven questions",
    "columns": "Question|By title|Yours|The best|What that means",
    "equal": "Yours equals the best.",
    "behind": "The best plan has {gain}.",
    "ahead": "Yours has {gain}. The best plan does without, to do better in a question above.",
    "unanswered": "{value:g}, {tasks} of them without anybody who answers",
    "nobody": "nobody",
    "now_in": "Who has a part now",
    "none_out": "Nobody was left out, neither by title nor by you.",
    "left_out": "left out {where}",
    "by_title": "by title",
    "by_you": "in your plan",
    "answers": "Who answers for what",
    "answer_columns": "Task|By title|Yours|The best",
    "reasons": "Everybody's part in the best plan, and why",
    "proven": "It is proven that no plan does better by them.",
    "found": "It is the best plan that was found in the time given.",
    "caution": "“Best” means: best by these seven questions, in this order, with these numbers. {proof} The numbers do "
    "not know who gets on with whom, who has just been ill, and who is asked every time. You may know. Move somebody, "
    "and see in the table what that costs.",
}


def hours_words(hours: float) -> str:
    """Hours with their unit: ``1 hour``, ``4.5 hours``."""
    return f"{hours:g} hour{'' if hours == 1 else 's'}"


TRACED = "Plan"
