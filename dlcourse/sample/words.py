"""What the made-up people say. Nobody wrote any of it about a real school."""

AIM = "By June, every fifth grader reads twenty minutes a day in a book that they chose."
NOTICE = "We count on four Fridays who has a book open, and we ask them what happens in it."
RULES = (
    "Whoever sees the students do it speaks before whoever decides.",
    "A plan says on one line what we stop doing for it.",
    "Nobody is asked for something without the time for it.",
)
CHANGES = (
    "If a decision has to be made within the hour.",
    "If three plans in a row had nothing to stop.",
    "If the substitute budget is cut.",
)
DOUBTS = (
    "In an emergency there is no time for that.",
    "We will write something down there just to fill the line.",
    "Time for it depends on the office, not on us.",
    "I do not know yet who would keep an eye on it.",
)
SHARES = (
    ("The reading hour on Fridays", "Chloe Whitaker", "Ignacio Paredes", "Amara Diallo"),
    ("Meeting families of new students", "Leila Haddad\nRosa Delgado", "Wei Zhang", "Esther Nakamura"),
    ("Lab safety in the old wing", "Dario Conti", "Priya Raman", "Bjorn Halvorsen"),
    ("Who observes whom this term", "Valerie Dubois", "Marek Nowak", "Grace Okonkwo"),
)
"""What is shared out, who leads, who learns, and who answers for it."""
ASKED = (
    (
        "Watch one of my lessons and tell me when the back row stops listening.",
        "I cover your second period on Tuesday.",
        "You may come to mine first.",
    ),
    (
        "Call the three families that never answer the letters.",
        "Two hours less on duty in the yard this month.",
        "We make the first call together.",
    ),
    (
        "Lead the next meeting of the year group.",
        "The agenda is done by Wednesday, and I take the minutes.",
        "I lead the one before, and you watch me.",
    ),
)
"""What is asked, the time that is given for it, and the example."""
TRIALS = (
    (
        {
            "hypothesis": "If students choose the book, more of them read at home.",
            "test": "One class chooses for three weeks, and the others go on as before.",
            "harmed": "Those who choose books that are too hard for them.",
            "measure": "How many of 24 say on Friday what happened in their book",
            "stop": "Fewer than nine on two Fridays.",
        },
        15,
        9,
    ),
    (
        {
            "hypothesis": "If the aide begins the lesson, late students lose less of it.",
            "test": "Two weeks in the first period, with a task that needs no explanation.",
            "harmed": "The aide, if nobody has time to prepare it with her.",
            "measure": "How many of 22 have begun after five minutes",
            "stop": "Fewer than eight on three days.",
        },
        16,
        8,
    ),
)
"""Trials: their plans in words, what is expected, and the limit."""
PARTS = {
    "00-start-here": (
        (
            "Our fifth graders read aloud well and cannot say what they read.",
            "About forty, most of them boys.",
            "Whoever asks them at lunch.",
        ),
        (
            "New teachers leave after two years.",
            "The students of four classes.",
            "Parents ask who their teacher will be.",
        ),
        (
            "Homework comes back from the same ten every day.",
            "The other fourteen of each class.",
            "The aide who collects it.",
        ),
    ),
    "01-what-it-is": (
        ("What the specialist knows.", "She may change the texts, not the hours.", "The principal alone."),
    ),
    "02-everyone-is-an-expert": (("The librarian knows what they choose.", "Somebody who speaks with the families."),),
    "03-the-reading-gap": (("The custodian, at the end of a day.", "They read in the stairwell, where it is quiet."),),
    "04-ground-rules": ((AIM, RULES[0]),),
    "05-stretched-over": (
        ("The specialist", "The librarian, two aides", "Two new teachers", "The assistant principal"),
    ),
    "06-reciprocity": (
        ("Fifteen minutes of reading each day.", "One planning hour, and a watched lesson.", "I ask before I offer."),
    ),
    "07-a-better-way": (
        ("One class chooses its books for three weeks.", "Nine of twenty-four.", "Two Fridays below it."),
    ),
    "08-open-practice": (("An aide and a colleague.", "I wait longer after a question."),),
    "09-many-decisions-one-result": (("Who learns from whom on Fridays.",),),
}
"""What people write for each part of their problem, field by field."""
PRACTICES = (
    "I ask a question, wait two seconds, and call on whoever has a hand up.",
    "I begin each meeting with the numbers of last week, and then ask for ideas.",
    "When a student comes late, I explain the task again at the door.",
)
SEEN = (
    "The same four hands, every time.",
    "Nobody speaks before you have said what you think of the numbers.",
    "While you talk at the door, the others wait.",
)
PROMISED = (
    "Ask the aide what she would change first about the reading hour.",
    "Take one form out of the Friday folder.",
    "Let somebody else open the next meeting.",
    "Ask the custodian what he sees after four o'clock.",
    "Tell my team where I was wrong about the timetable.",
    "Watch a colleague for ten minutes and ask her to watch me.",
)
WRITTEN = (
    "I thought that I had handed it over. I had handed over the work and kept every decision about it.",
    "The most useful sentence of the meeting came from somebody who does not teach, and I had not asked him.",
    "We all liked working together, and nobody could say what it was for.",
    "I asked for something and gave no time for it. Of course it did not happen.",
    "I noticed how fast I say what I think. After that, nobody told me what they had seen.",
    "It went wrong in the second week. What we learned from it is on the wall of the workroom now.",
)
BECAME = {
    "kept": "Done on Tuesday. She said two things that I had not thought of.",
    "partly": "I began. The second half needs somebody who has a free hour.",
    "not kept": "The week was full of tests.",
    "dropped": "It is not mine to change, as I found out.",
}
"""What became of a promise, by its outcome."""
