"""The words of the ten parts: what each field asks, an example, its name in the plan, and what a gap is called."""

from collections.abc import Mapping
from dataclasses import dataclass

TITLE = "Your improvement plan"
DOCUMENT_TITLE = "Improvement plan"


@dataclass(frozen=True)
class FieldWords:
    """A question with a short example answer; ``short`` names the answer in the plan, ``gap`` says what is missing."""

    ask: str
    example: str
    short: str
    gap: str


@dataclass(frozen=True)
class PartWords:
    """A part: its title, and its fields by name."""

    title: str
    fields: Mapping[str, FieldWords]


PART_WORDS: Mapping[str, PartWords] = {
    "00-start-here": PartWords(
        "Your problem",
        {
            "problem": FieldWords(
                "What is one problem of teaching and learning at your place?",
                "In grade 7, many students stop writing after one paragraph.",
                "Problem",
                "what the problem is",
            ),
            "students": FieldWords(
                "Which students does it concern?",
                "About 40 seventh graders, most of them new to English.",
                "Students",
                "which students it concerns",
            ),
            "notice": FieldWords(
                "How would you notice a change?",
                "In science, more of them write a second paragraph.",
                "A sign of change",
                "how you would notice a change",
            ),
        },
    ),
    "01-what-it-is": PartWords(
        "How it is led today",
        {
            "knowledge": FieldWords(
                "Whose knowledge shapes what is done about it?",
                "The department head's. Nobody has asked the aides.",
                "Knowledge",
                "whose knowledge shapes it",
            ),
            "authority": FieldWords(
                "Who may change it?",
                "Only the department head. Each of us may leave a task out.",
                "May change it",
                "who may change it",
            ),
            "answerable": FieldWords(
                "Who answers for it?",
                "The department head, to the principal.",
                "Answers today",
                "who answers for it today",
            ),
        },
    ),
    "02-everyone-is-an-expert": PartWords(
        "Who knows what",
        {
            "knows": FieldWords(
                "Who knows something about this problem, and what?",
                "Joy, our librarian, knows which texts they finish.",
                "Who knows what",
                "who knows something about it",
            ),
            "missing": FieldWords(
                "What does nobody know yet?",
                "What they write at home, and in which language.",
                "Not known yet",
                "what nobody knows yet",
            ),
        },
    ),
    "03-the-reading-gap": PartWords(
        "What you heard",
        {
            "asked": FieldWords(
                "Whom did you ask about it?",
                "Two seventh graders, and Sam, who cleans the room.",
                "Asked",
                "whom you asked",
            ),
            "learned": FieldWords(
                "What did they tell you that you had not known?",
                "They stop because they run out of words, not of ideas.",
                "Learned",
                "what you had not known",
            ),
        },
    ),
    "04-ground-rules": PartWords(
        "Aim and rule",
        {
            "aim": FieldWords(
                "What do all of you want for these students? Say it in one sentence.",
                "Every seventh grader can explain an idea in a full page.",
                "Aim",
                "the aim in one sentence",
            ),
            "rule": FieldWords(
                "Which one rule will you work by?",
                "We look at student work before we talk about teaching.",
                "Rule",
                "the rule you will work by",
            ),
        },
    ),
    "05-stretched-over": PartWords(
        "Who does what",
        {
            "leads": FieldWords("Who leads?", "Ana, who teaches science.", "Leads", "who leads"),
            "contributes": FieldWords(
                "Who contributes what they know?",
                "Joy chooses the texts. Sam tells us who stays behind.",
                "Contributes",
                "who contributes",
            ),
            "learns": FieldWords(
                "Who learns something new?", "The two new teachers.", "Learns", "who learns something new"
            ),
            "answers": FieldWords(
                "Which one person answers for it?", "Ana, to the principal.", "Answers for it", "who answers for it"
            ),
        },
    ),
    "06-reciprocity": PartWords(
        "What you ask and what you give",
        {
            "ask": FieldWords(
                "What do you ask of others?",
                "Each teacher brings three pieces of student work a month.",
                "We ask",
                "what you ask of others",
            ),
            "capacity": FieldWords(
                "What do you give them so that they can do it?",
                "One free period a month, and a colleague to read with.",
                "We give",
                "what you give them for it",
            ),
            "enabling": FieldWords(
                "What do you learn from them about making it possible?",
                "Whether one period is enough.",
                "We learn",
                "what you learn about making it possible",
            ),
        },
    ),
    "07-a-better-way": PartWords(
        "The smallest trial",
        {
            "trial": FieldWords(
                "What is the smallest trial you could start?",
                "One class talks in pairs before writing, for four weeks.",
                "Trial",
                "the smallest trial",
            ),
            "limit": FieldWords(
                "What is the most it may cost in time or trouble?",
                "Ten minutes of each lesson, and no homework.",
                "Limit",
                "the most it may cost",
            ),
            "stop": FieldWords(
                "When will you stop?",
                "If the quiet students write less than before after two weeks.",
                "Stop when",
                "when you will stop",
            ),
        },
    ),
    "08-open-practice": PartWords(
        "Who has looked at your practice",
        {
            "looked": FieldWords(
                "Who has looked at your own practice?",
                "Ben watched my lesson on Tuesday.",
                "Looked at my practice",
                "who has looked at your practice",
            ),
            "changed": FieldWords(
                "What did you change because of it?",
                "I wait five seconds before I take an answer.",
                "Changed",
                "what you changed because of it",
            ),
        },
    ),
    "09-many-decisions-one-result": PartWords(
        "What would add up",
        {
            "curve": FieldWords(
                "Which one change would help most if everyone made it?",
                "If all of us had students talk before they write.",
                "Would add up",
                "which change would add up",
            ),
        },
    ),
}
"""The words of each part by its id, and of each field by its name."""
EARLIER_SHORT: Mapping[str, str] = {"today": "Today"}
"""The short names of fields that no part asks for any more."""
