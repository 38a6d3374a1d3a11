"""What is wrong or still to be written, in the words of the form."""

STILL = {
    "summary": "Write one sentence here.",
    "setting": "Write here what everybody knows at the start.",
    "held_by": "Tick who knows this.",
    "about": "Write two sentences about this person.",
    "feedback": "Write what this gives and what it costs.",
    "ask": "Write the question.",
    "weighs": "Say how far this fact speaks for each option.",
    "leads_to": "Choose where this leads.",
    "start": "Choose the scene with which the story begins.",
    "roles": "Add the people at the table.",
    "options": "Add at least two options.",
    "facts": "Add what can be known.",
    "scenes": "Add a scene.",
    "choices": "Add at least one choice.",
    "debrief": "Add a question to talk about at the end.",
}
STILL_BY_KIND = {
    "line": "Write a few words here.",
    "text": "Write a sentence or two here.",
    "id": "Give it a name in lower-case words joined by hyphens, such as late-buses.",
    "number": "Write a whole number here, such as 3.",
    "truth": "Tick it, or leave it.",
    "one": "Choose one.",
    "some": "Tick at least one.",
    "lines": "Write a sentence here, or leave it empty.",
    "weights": "Write a whole number for each, such as 1 or -1.",
    "said": "Write what this person says.",
    "ways": "Choose where each decision leads.",
    "parts": "Add at least one.",
    "tests": "Write a comparison, such as >= 2.",
    "group": "Fill in at least one of these.",
}
WANTED_BY_KIND = {
    "weights": "Write a whole number here, such as 1 or -1.",
    "tests": "Write a comparison and a whole number here, such as >= 2.",
    "truth": "Tick it, or leave it.",
}
SHOULD_BE = "this should be "
SAME_AS_BEST = "The best option and the decoy are the same. Choose as the decoy what everybody leans toward at first."
NO_USE = "This has no use without a meeting. Leave it out, or add a meeting to the scenes."
SECOND_MEETING = "There can be only one meeting, and this is another one. Make it a crossroads or an end."
SAME_ID = "Another one has this id, too. Change one of the two."
GONE_HOLDER = "Somebody who knew this is not at the table any more. Tick who knows it now."
GONE = "The {part} that was chosen here does not exist any more."
CHOOSE_AGAIN = "Choose again."
NOBODY_DECIDES = "Nobody decides. Tick “Decides” for one person."
TOO_MANY_DECIDE = "{who}. Tick “Decides” for only one of them."
WHERE_TO = "Choose where each decision leads."
SOMEBODY, BEST_OPTION = "this person", "the best option"
WITHOUT_PART = (
    "Without {name}, the others would still choose “{best}”, so nobody needs what {name} knows. Let {name} alone "
    "know a fact that the others need."
)
ALONE_DECIDES = (
    "Without this one fact, what everybody knows would point elsewhere. Spread its weight over several facts that "
    "everybody knows."
)
NOT_EXPLAINED = (
    "No fact explains the change that the case is about. Tick “It explains the change” at one that says what happened "
    "when the change began."
)
NO_PRINCIPLE = "Tick the principle that this is about."
THIRD_PERSON = (
    "The person who knows this would speak of himself or herself by name. Write it in the first person under “In the "
    "holder's own words”."
)
STAND_IN = "These words are the studio's. Write your own."
